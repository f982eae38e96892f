/**
 * What came of reading a text: the value, or what is wrong with the text in a sentence
 * for the person who typed it.
 */
export type Reading<Value> =
	| {readonly value: Value; readonly fault?: never}
	| {readonly fault: string; readonly value?: never};
