import {arch} from 'node:os';
import process from 'node:process';
import type {Command} from './run-time.js';

/** Both ways in which the program is given out, made from this checkout. */
export const programs: ReadonlyArray<readonly [kind: string, command: Command]> = [
	['bundle', [process.execPath, 'dist/cli.js']],
	['executable', [`release/analytics-setup-linux-${arch()}`]],
];
