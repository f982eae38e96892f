import {readFile} from 'node:fs/promises';
import {type Address, parseAddress} from '../addresses/address.js';

/** What is known of a process that this one descends from. */
export type Ancestor = {
	readonly parent: number;
	readonly environment: Readonly<Record<string, string | undefined>>;
};

/** Reads a process; undefined when it is gone or may not be looked at. */
export type ReadAncestor = (pid: number) => Promise<Ancestor | undefined>;

/**
 * The address that this SSH session comes from, or undefined at a console. sudo and su
 * drop SSH_CONNECTION (ssh(1)), so the processes that this one descends from are asked.
 */
export async function findSshClient(
	pid: number,
	read: ReadAncestor = readAncestor,
): Promise<Address | undefined> {
	const process = pid > 1 ? await read(pid) : undefined;
	if (process === undefined) {
		return undefined;
	}

	return clientOf(process.environment) ?? findSshClient(process.parent, read);
}

function clientOf({SSH_CONNECTION}: Ancestor['environment']): Address | undefined {
	const [client = ''] = SSH_CONNECTION?.split(' ') ?? [];
	// A link-local client is told with its interface: fe80::7%eth0.
	return parseAddress(client.replace(/%.*$/, ''));
}

/** From /proc/PID/status and /proc/PID/environ (proc(5)). */
async function readAncestor(pid: number): Promise<Ancestor | undefined> {
	try {
		const [status, environment] = await Promise.all(
			['status', 'environ'].map(name => readFile(`/proc/${pid}/${name}`, 'utf8')),
		);
		const [, parent = '0'] = /^PPid:\s+(\d+)$/m.exec(status ?? '') ?? [];
		const pairs = (environment ?? '').split('\0').map(pair => {
			const at = pair.indexOf('=');
			return [pair.slice(0, at), pair.slice(at + 1)] as const;
		});
		return {parent: Number(parent), environment: Object.fromEntries(pairs)};
	} catch {
		return undefined;
	}
}
