/** The value of a field: a line of text, the value of a choice, or the lines of a list. */
export type Value = string | readonly string[];

/** Values by field id. */
export type Values = Readonly<Record<string, Value>>;

export type Option = {readonly label: string; readonly value: string};

/** What to say beside an entry of a list. */
export type EntryNote = {readonly text: string; readonly isWarning: boolean};

/** One thing that a step asks. */
export type Field = {
	/** The path of the answer it fills, for example `sql.host`. */
	readonly id: string;
	readonly label: string;
	/** Left out when the field is always there. */
	readonly isShown?: (values: Values) => boolean;
} & (
	| {
			readonly kind: 'text';
			readonly example: string;
			/** Whether it may stay empty. */
			readonly isOptional?: boolean;
	  }
	/** A text that is never shown, and never begins with anything. */
	| {readonly kind: 'secret'}
	| {readonly kind: 'choice'; readonly options: readonly Option[]}
	| {
			readonly kind: 'list';
			readonly example: string;
			/** A note on each entry, in their order. */
			readonly describe: (entries: readonly string[]) => readonly EntryNote[];
	  }
);

export function textOf(values: Values, id: string): string {
	const value = values[id];
	return typeof value === 'string' ? value.trim() : '';
}

export function listOf(values: Values, id: string): readonly string[] {
	const value = values[id];
	return typeof value === 'object' ? value : [];
}
