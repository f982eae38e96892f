import {realpathSync} from 'node:fs';
import process from 'node:process';

/** A program and what it is given before anything else. */
export type OwnCommand = readonly [file: string, ...arguments_: string[]];

/** How this program is started, wherever it is started from: whole paths only. */
export function ownCommand(): OwnCommand {
	const [, script] = process.argv;
	return script === undefined
		? [process.execPath]
		: [process.execPath, realpathSync(script)];
}
