import {isUtf8} from 'node:buffer';

/** A text, or why the bytes of a file are none. */
export type Decoded =
	| {readonly text: string; readonly fault?: never}
	| {
			readonly text?: never;
			readonly fault: string;
			/** The line of the first byte that belongs to no text. */
			readonly line: number;
	  };

/** The text of a file in UTF-8, without its byte order mark. */
export function decodeText(bytes: Uint8Array): Decoded {
	if (isUtf16(bytes)) {
		return {fault: 'This is UTF-16, and no UTF-8 text: save it as UTF-8.', line: 1};
	}

	const text = new TextDecoder().decode(bytes);
	if (!isUtf8(bytes)) {
		const fault = 'This is no UTF-8 text: save it as UTF-8.';
		return {fault, line: lineOf(text, '\uFFFD')};
	}

	return text.includes('\0')
		? {fault: 'This is no text.', line: lineOf(text, '\0')}
		: {text};
}

/** As Windows marks it. */
function isUtf16([first, second]: Uint8Array): boolean {
	return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function lineOf(text: string, sign: string): number {
	return text.slice(0, text.indexOf(sign)).split('\n').length;
}
