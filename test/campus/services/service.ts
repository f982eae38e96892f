import {type ChildProcess, spawn} from 'node:child_process';
import {on, once} from 'node:events';
import {setTimeout as delay} from 'node:timers/promises';
import type {Dial} from '../agent/messages.js';
import type {Host} from '../host.js';
import type {HostName} from '../hosts.js';

/** What a service is: a program with its files on a host, and how to see that it works. */
export type ServicePlan = {
	readonly host: HostName;
	readonly command: readonly [file: string, ...arguments_: string[]];
	readonly input?: string;
	readonly files: Readonly<Record<string, string>>;
	/** Asked from the same host; an answer means that the service is ready. */
	readonly question: Dial;
};

export type Service = {
	readonly pid: number;
	/** Ends the program, as if it had crashed. */
	readonly stop: () => Promise<void>;
};

/** A service that is one program of ours. */
export type ProgramService = Service & {
	/** Sends a signal, and waits until the program says that it has done what that means. */
	readonly signal: (signal: NodeJS.Signals, done: string) => Promise<void>;
};

const patience = 5000;

/** Starts a service and waits until it answers. */
export async function startService(
	plan: ServicePlan,
	host: Host,
): Promise<ProgramService> {
	await Promise.all(
		Object.entries(plan.files).map(([path, text]) => host.write(path, text, 0o600)),
	);
	const [file, ...arguments_] = plan.command;
	const [nsenter, inside] = host.enter(file, arguments_);
	const program = spawn('setpriv', ['--pdeathsig=KILL', '--', nsenter, ...inside], {
		stdio: ['pipe', 'pipe', 'pipe'],
		detached: true,
	});
	program.stdin.end(plan.input);
	const words = wordsOf(program);
	const exited = once(program, 'exit');
	await answers(plan, host, program, words);
	return {
		pid: program.pid ?? 0,
		async stop() {
			program.kill('SIGKILL');
			await exited;
		},
		async signal(signal, done) {
			const said = saying(program, done);
			program.kill(signal);
			await said;
		},
	};
}

async function saying(program: ChildProcess, wanted: string) {
	const signal = AbortSignal.timeout(patience);
	let words = '';
	for await (const [text] of on(program.stderr ?? program, 'data', {signal})) {
		words += text;
		if (words.includes(wanted)) {
			return;
		}
	}
}

async function answers(
	{question, command: [file]}: ServicePlan,
	host: Host,
	program: ChildProcess,
	words: () => string,
) {
	const end = performance.now() + patience;
	while (program.exitCode === null && performance.now() < end) {
		const {outcome} = await host.dial({...question, timeout: 100});
		if (outcome === 'connected' || outcome === 'answered') {
			return;
		}

		// A refusal comes back at once; leave the program some time to start.
		await delay(5);
	}

	program.kill('SIGKILL');
	throw new Error(`"${file}" does not answer on "${host.name}".\n${words()}`);
}

/** The last words of a program; reading them also keeps its pipe from filling up. */
function wordsOf(program: ChildProcess) {
	let words = '';
	for (const stream of [program.stdout, program.stderr]) {
		stream?.setEncoding('utf8').on('data', (text: string) => {
			words = (words + text).slice(-4000);
		});
	}

	return () => words;
}
