/**
 * The name of a file for a text that is taken away.
 * @param topic what it is about, in a word
 * @param now in milliseconds since 1970
 */
export function documentName(topic: string, now: number): string {
	const day = new Date(now).toISOString().slice(0, 10);
	return `analytics-setup-${topic}-${day}.txt`;
}
