/**
 * Characters that fill one cell each, whatever stands beside them: nearly all that is
 * drawn here. `test/build/lighter.test.ts` holds them against the libraries.
 */
const cells = String.raw`\u0020-\u007E\u00A1-\u00A8\u00AA-\u00AC\u00AF-\u02FF\u2013\u2014\u2022\u2026\u2190-\u2193\u2500-\u259F\u25B2-\u25B5\u25B8-\u25BF\u25C2-\u25CF\u2713\u2717`;
const filled = new RegExp(`^[${cells}]*$`);
const separate = new RegExp(`^[${cells}\\n\\u001B]*$`);

/** Whether a text is as wide as it is long. */
export function fillsOneCellEach(text) {
	return filled.test(text);
}

/** Whether each character stands by itself; sequences that switch colours among them. */
export function standsByItself(text) {
	return separate.test(text);
}
