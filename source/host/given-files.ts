import {lstatSync, readdirSync, readlinkSync} from 'node:fs';

const folder = '/proc/self/fd';

/**
 * The open files that this program was started with, by their numbers; to be asked before
 * it opens any. What Node.js needs for itself stands among them, and is left out: reading
 * from that would take away what is not for us.
 */
export function givenFiles(): ReadonlySet<number> {
	const files = readdirSync(folder).flatMap(readFile);
	const written = new Set(files.filter(({isWritten}) => isWritten).map(({at}) => at));
	return new Set(
		files
			.filter(({at}) => !at.startsWith('anon_inode:'))
			// A pipe that leads from this process into itself.
			.filter(({at}) => !at.startsWith('pipe:') || !written.has(at))
			.map(({number}) => number),
	);
}

type OpenFile = {
	readonly number: number;
	/** A path, or `pipe:[9365080]`. */
	readonly at: string;
	readonly isWritten: boolean;
};

/** Nothing for the one by which the folder itself was read. */
function readFile(name: string): readonly OpenFile[] {
	try {
		const at = readlinkSync(`${folder}/${name}`);
		const isWritten = (lstatSync(`${folder}/${name}`).mode & 0o200) !== 0;
		return [{number: Number(name), at, isWritten}];
	} catch {
		return [];
	}
}
