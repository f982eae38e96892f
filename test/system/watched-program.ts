import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {answersPath} from '../campus/appliance.js';
import type {Campus} from '../campus/campus.js';

/** A line of `probe --watch --json`. */
export type WatchEvent = {
	readonly event: string;
	readonly port?: number;
	readonly tries?: number;
	readonly letIn?: number;
	readonly machines?: number;
	readonly listener?: string;
	readonly was?: {readonly verdict: string; readonly detail: string} | null;
	readonly result?: {
		readonly id: string;
		readonly address: string | null;
		readonly verdict: string;
		readonly cause: string | null;
		readonly detail: string;
		readonly remedy: string | null;
	};
};

/** `probe --watch` under way in the appliance. */
export type WatchedProgram = {
	/** Waits until so much was said on stdout. */
	readonly says: (wanted: RegExp) => Promise<void>;
	/** Waits for an event of `--json`. */
	readonly tells: (isWanted: (event: WatchEvent) => boolean) => Promise<WatchEvent>;
	readonly said: () => string;
	readonly complained: () => string;
	/** Ends it by a signal; its exit code, or the signal that it died by. */
	readonly end: (signal: NodeJS.Signals) => Promise<number | NodeJS.Signals>;
};

/** How long to wait for something to be said, in milliseconds. */
const patience = 20_000;

/** Starts `probe --watch` in the appliance. */
export function watchProgram(
	{hosts: {appliance}}: Campus,
	arguments_: readonly string[],
): WatchedProgram {
	const [file, inside] = appliance.enter(process.execPath, [
		...['dist/cli.js', 'probe', ...arguments_, '--watch', '--answers', answersPath],
	]);
	const program = spawn(file, inside, {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {...process.env, LANG: 'C.UTF-8'},
	});
	const said = collect(program, 'stdout');
	const complained = collect(program, 'stderr');
	const ended = once(program, 'close');
	const until = async <Found>(find: () => Found | undefined): Promise<Found> => {
		const signal = AbortSignal.timeout(patience);
		let found = find();
		while (found === undefined) {
			if (signal.aborted || program.stdout.closed) {
				throw new Error(`It never said so:\n${said()}\n${complained()}`);
			}

			await once(program.stdout, 'data', {signal}).catch(() => undefined);
			found = find();
		}

		return found;
	};

	return {
		said,
		complained,
		async says(wanted) {
			await until(() => (wanted.test(said()) ? true : undefined));
		},
		tells: isWanted => until(() => eventsIn(said()).find(isWanted)),
		async end(signal) {
			program.kill(signal);
			const [code, by] = await ended;
			return code ?? by;
		},
	};
}

function collect(program: ChildProcess, name: 'stdout' | 'stderr'): () => string {
	let text = '';
	program[name]?.setEncoding('utf8').on('data', (words: string) => {
		text += words;
	});
	return () => text;
}

/** The whole lines of what was said so far. */
function eventsIn(said: string): readonly WatchEvent[] {
	return said
		.split('\n')
		.slice(0, -1)
		.map(line => JSON.parse(line) as WatchEvent);
}
