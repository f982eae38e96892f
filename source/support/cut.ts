/** What is left of a text, and what was done to it. */
export type Cut = {readonly text: string; readonly note: string | undefined};

/** A bundle is sent by mail: of every item at most one MiB. */
const mostBytes = 1024 * 1024;

/** Keeps the beginning and the end of a text that is too large. */
export function cutMiddle(text: string, most = mostBytes): Cut {
	const bytes = new TextEncoder().encode(text);
	if (bytes.length <= most) {
		return {text, note: undefined};
	}

	const half = Math.floor(most / 2);
	const first = wholeLines(decoded(bytes.subarray(0, half)), 'begin');
	const last = wholeLines(decoded(bytes.subarray(-half)), 'end');
	const left = bytes.length - byteLength(first) - byteLength(last);
	return {
		text: `${first}\n… ${formatBytes(left)} are left out here …\n\n${last}`,
		note: `cut to its beginning and its end, of ${formatBytes(bytes.length)}`,
	};
}

/** `812 bytes`, `34 KB`, `1.2 MB`. */
export function formatBytes(bytes: number): string {
	if (bytes < 1000) {
		return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
	}

	const kilobytes = bytes / 1024;
	return kilobytes < 999.5
		? `${Math.max(1, Math.round(kilobytes))} KB`
		: `${(kilobytes / 1024).toFixed(1)} MB`;
}

export function byteLength(text: string): number {
	return new TextEncoder().encode(text).length;
}

/** A letter that was cut in two is no letter any more. */
function decoded(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes).replaceAll(/^\uFFFD+|\uFFFD+$/g, '');
}

/** Where there are lines: a text may be one only. */
function wholeLines(text: string, which: 'begin' | 'end'): string {
	return which === 'begin'
		? text.slice(0, text.lastIndexOf('\n') + 1) || text
		: text.slice(text.indexOf('\n') + 1) || text;
}
