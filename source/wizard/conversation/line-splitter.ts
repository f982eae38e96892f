import {Buffer} from 'node:buffer';
import {plainText} from '../../plain-text.js';

/** The longest line that the kernel hands over; of a longer one it drops the rest (n_tty). */
const longest = 4094;

/** Lines that were typed, without what is no text in them. */
export type TypedLines = {
	readonly lines: readonly string[];
	/** Whether a line is missing among them, because its end was cut off. */
	readonly isCutOff: boolean;
};

/** Puts lines together from what a terminal hands over, which may end in the middle of one. */
export function lineSplitter(): (data: string) => TypedLines {
	let unfinished = '';
	return data => {
		const all = (unfinished + data).split(/\r\n|\r|\n/);
		unfinished = all.pop() ?? '';
		const whole = all.filter(line => Buffer.byteLength(line) <= longest);
		return {
			lines: whole.map(line => plainText(line, longest)),
			isCutOff: whole.length < all.length,
		};
	};
}
