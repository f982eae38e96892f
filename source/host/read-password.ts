import {Buffer} from 'node:buffer';
import {read} from 'node:fs';
import {isatty} from 'node:tty';
import {promisify} from 'node:util';
import {Failure} from '../failure.js';
import {codeOf} from './file-errors.js';

/** More bytes than any password has. */
const most = 1024;

/**
 * Reads a password from an open file, to its end. Nothing is asked: a password that is
 * typed at a terminal would stand there to be read.
 * @param descriptor the number of the open file; 0 is standard input
 * @throws Failure `usage`
 */
export async function readPassword(descriptor: number): Promise<string> {
	if (isatty(descriptor)) {
		throw new Failure('usage', 'The password is not asked for at a terminal.', {
			remedies: [
				'Hand it over from a file or another program: 3< FILE opens that file as number 3.',
			],
		});
	}

	const bytes = await readToEnd(descriptor);
	if (bytes.length > most) {
		throw new Failure('usage', `What ${descriptor} gives has more than ${most} bytes.`);
	}

	return passwordIn(decode(bytes), `File descriptor ${descriptor}`);
}

/**
 * The password in a text that is nothing else.
 * @param source what gave it, for whoever is told of a fault
 * @throws Failure `usage`
 */
export function passwordIn(text: string, source: string): string {
	const password = text.replace(/\r?\n$/, '');
	if (password === '' || /[\0\r\n]/.test(password)) {
		const fault = password === '' ? 'gives nothing' : 'gives more than one line';
		throw new Failure('usage', `${source} ${fault}.`, {
			remedies: ['It must give the password, and nothing else but one line break.'],
		});
	}

	return password;
}

async function readToEnd(descriptor: number): Promise<Buffer> {
	const bytes = Buffer.alloc(most + 1);
	let length = 0;
	try {
		for (;;) {
			const room = bytes.length - length;
			const {bytesRead} = await promisify(read)(descriptor, bytes, length, room, null);
			length += bytesRead;
			if (bytesRead === 0 || length === bytes.length) {
				return bytes.subarray(0, length);
			}
		}
	} catch (error) {
		const reason = codeOf(error) === 'EBADF' ? 'is not open' : 'cannot be read';
		throw new Failure('usage', `File descriptor ${descriptor} ${reason}.`, {
			cause: error,
		});
	}
}

function decode(bytes: Buffer): string {
	try {
		return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
	} catch (error) {
		throw new Failure('usage', 'The password is not UTF-8.', {cause: error});
	}
}
