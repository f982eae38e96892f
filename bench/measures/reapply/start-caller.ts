import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import type {Host} from '../../../test/campus/host.js';
import {bundleForHost} from '../../../test/campus/run-inside.js';
import type {Call, Calls} from './calls.js';

/** Somebody who calls again and again. */
export type Caller = {
	/** Ends it once every call has come to its end; all the calls. */
	readonly stop: () => Promise<readonly Call[]>;
};

const program = '/run/campus/caller.mjs';

/** Starts calling from a host, before whatever else the machine does. */
export async function startCaller(host: Host, calls: Calls): Promise<Caller> {
	await host.write(
		program,
		await bundleForHost("import './bench/measures/reapply/caller.ts';"),
	);
	const [file, arguments_] = host.enter('chrt', [
		...['--fifo', '1', process.execPath],
		...[program, JSON.stringify(calls)],
	]);
	const caller = spawn(file, arguments_, {stdio: ['ignore', 'pipe', 'inherit']});
	await once(caller.stdout, 'data');
	return {
		async stop() {
			caller.kill('SIGTERM');
			return JSON.parse(await text(caller.stdout)) as readonly Call[];
		},
	};
}
