const units = [
	['days', 86_400_000],
	['hours', 3_600_000],
	['minutes', 60_000],
	['s', 1000],
] as const;

/**
 * How wrong this server's clock is, in words.
 * @param offset how far a time server is ahead of it, in milliseconds
 */
export function describeOffset(offset: number): string {
	if (offset === 0) {
		return 'clock exact';
	}

	return `clock ${describeSpan(Math.abs(offset))} ${offset > 0 ? 'slow' : 'fast'}`;
}

/** A span in the largest unit of which there are two or more. */
export function describeSpan(milliseconds: number): string {
	const [unit, size] = units.find(([, each]) => milliseconds >= 2 * each) ?? ['ms', 1];
	return milliseconds < 10_000
		? `${milliseconds} ms`
		: `${Math.round(milliseconds / size)} ${unit}`;
}
