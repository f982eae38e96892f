import {spawn} from 'node:child_process';
import {on, once} from 'node:events';
import process from 'node:process';
import {createInterface} from 'node:readline';
import type {Host} from '../host.js';
import {bundleForHost} from '../run-inside.js';
import type {Attempt, Course} from './by-name.js';

/** A program that connects by a name again and again, and counts. */
export type Client = {
	/** What it has told so far. */
	readonly attempts: () => readonly Attempt[];
	/** Waits until it was connected to each of these addresses, after now. */
	readonly reaches: (addresses: readonly string[]) => Promise<void>;
	/** Ends it; all that it told. */
	readonly stop: () => Promise<readonly Attempt[]>;
};

const program = '/run/campus/by-name.mjs';
const patience = 10_000;

/** Starts such a program inside a host. */
export async function connectByName(
	host: Host,
	{name, port = 443, pause = 50, asks = 'getaddrinfo'}: Partial<Course>,
): Promise<Client> {
	await host.write(
		program,
		await bundleForHost("import './test/campus/clients/by-name.ts';"),
	);
	const course = JSON.stringify({name, port, pause, asks});
	const [file, arguments_] = host.enter(process.execPath, [program, course]);
	const client = spawn(file, arguments_, {stdio: ['ignore', 'pipe', 'inherit']});
	const exited = once(client, 'exit');
	const lines = createInterface(client.stdout);
	const attempts: Attempt[] = [];
	lines.on('line', line => attempts.push(JSON.parse(line)));
	return {
		attempts: () => attempts,
		async reaches(addresses) {
			const missing = new Set(addresses);
			const signal = AbortSignal.timeout(patience);
			try {
				for await (const [line] of on(lines, 'line', {signal})) {
					const {address, outcome} = JSON.parse(line) as Attempt;
					if (outcome === 'connected' && address !== undefined) {
						missing.delete(address);
					}

					if (missing.size === 0) {
						return;
					}
				}
			} catch (cause) {
				const lately = JSON.stringify(attempts.slice(-10));
				throw new Error(`"${[...missing]}" is not reached: ${lately}`, {cause});
			}
		},
		async stop() {
			client.kill('SIGTERM');
			await exited;
			return attempts;
		},
	};
}

/** What went wrong, each kind once with how often. */
export function failuresAmong(
	attempts: readonly Attempt[],
): Readonly<Record<string, number>> {
	const failures = attempts.filter(({outcome}) => outcome !== 'connected');
	return Object.fromEntries(
		Object.entries(
			Object.groupBy(failures, ({address, outcome}) => `${address}: ${outcome}`),
		).map(([what, all]) => [what, all?.length ?? 0]),
	);
}
