import {realpathSync} from 'node:fs';
import process from 'node:process';
import {isSea} from 'node:sea';

/** A program and what it is given before anything else. */
export type OwnCommand = readonly [file: string, ...arguments_: string[]];

/** How this program is started, wherever it is started from: whole paths only. */
export function ownCommand(): OwnCommand {
	const [, script] = process.argv;
	// The one file names itself a second time, where Node names a script.
	return script === undefined || isSea()
		? [process.execPath]
		: [process.execPath, realpathSync(script)];
}
