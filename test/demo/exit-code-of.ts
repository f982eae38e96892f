import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {constants} from 'node:os';

/** How a program ended, as a shell would say it. */
export async function exitCodeOf(program: ChildProcess): Promise<number> {
	const [code, signal] = (await once(program, 'exit')) as [number, NodeJS.Signals | null];
	return signal ? 128 + constants.signals[signal] : code;
}
