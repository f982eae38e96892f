import type {Ended} from '../program.js';
import {until} from '../until.js';
import type {JsonTalk} from './json-talk.js';

/** What is done inside a guest, by an agent that is spoken with over a line of its own. */
export type Agent = {
	/** Runs a program, as root and in no session. */
	readonly run: (...command: readonly string[]) => Promise<Ended>;
	readonly read: (path: string) => Promise<Buffer>;
	readonly write: (path: string, text: string) => Promise<void>;
};

type ExecStatus = {
	readonly exited: boolean;
	readonly exitcode?: number;
	readonly 'out-data'?: string;
	readonly 'err-data'?: string;
};

/** No file or device that is read here is longer. */
const wholeFile = 1_000_000;

export function agentOver({ask}: JsonTalk): Agent {
	const opened = async <Result>(
		path: string,
		mode: string,
		work: (handle: number) => Promise<Result>,
	) => {
		const handle = await ask<number>('guest-file-open', {path, mode});
		try {
			return await work(handle);
		} finally {
			await ask('guest-file-close', {handle});
		}
	};

	return {
		async run(path = '', ...arg) {
			const {pid} = await ask<{pid: number}>('guest-exec', {
				...{path, arg, 'capture-output': true},
			});
			let status: ExecStatus = {exited: false};
			await until(async () => {
				status = await ask('guest-exec-status', {pid});
				return status.exited;
			});
			return {
				exitCode: status.exitcode,
				stdout: textOf(status['out-data']).trimEnd(),
				stderr: textOf(status['err-data']).trimEnd(),
			};
		},
		read: path =>
			opened(path, 'r', async handle => {
				const parameters = {handle, count: wholeFile};
				const {'buf-b64': read} = await ask<{'buf-b64': string}>(
					'guest-file-read',
					parameters,
				);
				return Buffer.from(read, 'base64');
			}),
		write: (path, text) =>
			opened(path, 'w', async handle => {
				const content = Buffer.from(text).toString('base64');
				await ask('guest-file-write', {handle, 'buf-b64': content});
			}),
	};
}

const textOf = (base64 = '') => Buffer.from(base64, 'base64').toString();
