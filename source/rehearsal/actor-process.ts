import {execa} from 'execa';
import type {Reply, TaskName, Tasks} from './messages.js';
import {unrehearsed} from './unrehearsed.js';

/** A file and its arguments: what starts this very program. */
export type OwnCommand = readonly [file: string, ...arguments_: readonly string[]];

/** A process in a network namespace of its own, as which it plays a machine. */
export type Actor = {
	readonly pid: number;
	/** @throws Failure `firewall.refused` when it cannot do that, or has ended */
	readonly ask: <Name extends TaskName>(
		task: Name,
		given: Tasks[Name]['given'],
	) => Promise<Tasks[Name]['result']>;
	/** Ends the process, and the namespace with it. */
	readonly dismiss: () => Promise<void>;
};

/** @param timeout in milliseconds, for all that it is asked */
export function startActor(ownCommand: OwnCommand, timeout: number): Actor {
	// `unshare` becomes the program, so the process is the actor.
	const actor = execa('unshare', ['--net', '--', ...ownCommand, 'rehearse'], {
		ipc: true,
		stdin: 'ignore',
		stdout: 'ignore',
		timeout,
		killSignal: 'SIGKILL',
		reject: false,
		env: {LC_ALL: 'C'},
	});
	const exchange = async (task: TaskName, given: unknown) => {
		try {
			const [reply] = await Promise.all([
				actor.getOneMessage(),
				actor.sendMessage({task, given}),
			]);
			return reply as Reply;
		} catch {
			// How it ended says more than that nothing came.
			throw failureOf(await actor, timeout);
		}
	};
	return {
		pid: actor.pid ?? 0,
		async ask(task, given) {
			const reply = await exchange(task, given);
			if ('error' in reply) {
				throw unrehearsed(reply.error);
			}

			return reply.result as Tasks[typeof task]['result'];
		},
		async dismiss() {
			actor.kill('SIGKILL');
			await actor;
		},
	};
}

type Ended = {
	readonly timedOut: boolean;
	readonly stderr: string;
	readonly shortMessage?: string | undefined;
};

function failureOf({timedOut, stderr, shortMessage = ''}: Ended, timeout: number) {
	const [said = ''] = stderr.split('\n');
	return unrehearsed(
		timedOut ? `it took more than ${timeout / 1000} seconds` : said || shortMessage,
	);
}
