import {execa} from 'execa';
import type {Dial, DialResult, Heard, Port} from './agent/messages.js';
import {startAgent} from './agent-process.js';

export type RunOptions = {
	readonly input?: string;
	readonly env?: Readonly<Record<string, string>>;
	/** Milliseconds, 30,000 unless told. */
	readonly timeout?: number;
};

export type RunResult = {
	/** Undefined when a signal or the time limit ended it. */
	readonly exitCode: number | undefined;
	readonly stdout: string;
	readonly stderr: string;
};

export type Listening = {
	/** The addresses that have come, in order, once so many are there (or after 2 s). */
	readonly heard: (atLeast?: number) => Promise<readonly string[]>;
	readonly close: () => Promise<void>;
};

/** A TCP connection that stays open, to see what becomes of it. */
export type Connection = {
	/** Whether the other side, which echoes, answers within the time (400 ms). */
	readonly say: (text: string, timeout?: number) => Promise<Heard>;
	readonly close: () => Promise<void>;
};

/** One machine of the campus, with its own network, /etc, /var/lib, /run and host name. */
export type Host = {
	readonly name: string;
	readonly pid: number;
	/** The command that runs a program inside this host, for instance on a pseudo-terminal. */
	readonly enter: (
		file: string,
		arguments_?: readonly string[],
	) => readonly [file: string, arguments_: string[]];
	/** Runs a program inside this host and waits for its end; never throws for its exit code. */
	readonly run: (
		file: string,
		arguments_?: readonly string[],
		options?: RunOptions,
	) => Promise<RunResult>;
	/** TCP greets with the peer's address and echoes, UDP echoes; IPv4 and IPv6. */
	readonly listen: (port: Port) => Promise<Listening>;
	/** Tries to reach something from this host. Many may be under way at once. */
	readonly dial: (dial: Dial) => Promise<DialResult>;
	/** Opens a TCP connection to a listener of another host and keeps it. */
	readonly connect: (target: Omit<Dial, 'protocol'>) => Promise<Connection>;
	/** Writes a file that only this host sees. */
	readonly write: (path: string, text: string, mode?: number) => Promise<void>;
	/** Ends the host and every process in it. */
	readonly close: () => Promise<void>;
};

/** Starts a host without any link yet. */
export async function startHost(name: string, agentProgram: string): Promise<Host> {
	const {pid, ask, close} = await startAgent(name, agentProgram);
	const enter: Host['enter'] = (file, arguments_ = []) => [
		'nsenter',
		[`--target=${pid}`, '--net', '--mount', '--uts', '--wd', '--', file, ...arguments_],
	];
	return {
		name,
		pid,
		enter,
		run: (file, arguments_, options) => runUntilEnd(enter(file, arguments_), options),
		async listen(port) {
			const id = await ask('listen', port);
			return {
				heard: (atLeast = 0) => ask('heard', {listener: id, atLeast}),
				async close() {
					await ask('stopListening', id);
				},
			};
		},
		dial: wanted => ask('dial', wanted),
		async connect(target) {
			const connection = await ask('connect', {protocol: 'tcp', ...target});
			return {
				say: (text, timeout = 400) => ask('say', {connection, text, timeout}),
				async close() {
					await ask('hangUp', connection);
				},
			};
		},
		async write(path, text, mode = 0o644) {
			await ask('write', {path, text, mode});
		},
		close,
	};
}

async function runUntilEnd(
	[file, arguments_]: ReturnType<Host['enter']>,
	{timeout = 30_000, ...options}: RunOptions = {},
): Promise<RunResult> {
	const program = execa(file, arguments_, {...options, reject: false});
	let isLate = false;
	const timer = setTimeout(() => {
		isLate = true;
		program.kill('SIGKILL');
		// Something it left behind may hold its output open for ever.
		program.stdout.destroy();
		program.stderr.destroy();
	}, timeout);
	const {exitCode, stdout, stderr} = await program;
	clearTimeout(timer);
	return {exitCode: isLate ? undefined : exitCode, stdout, stderr};
}
