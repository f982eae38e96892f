/** With a full stop at its end, where it has no other. */
export function asSentence(text: string): string {
	return /[.!?:]$/.test(text) ? text : `${text}.`;
}
