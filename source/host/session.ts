import {readdir, readFile, readlink} from 'node:fs/promises';
import {type Address, parseAddress} from '../addresses/address.js';
import {readTcpSockets, type TcpSocket} from './tcp-table.js';

/** The other end of an SSH session. */
export type SshSession = {
	readonly client: Address;
	readonly clientPort: number;
	/** The port of this server that it came to. */
	readonly port: number;
};

/** What is known of a process that this one descends from. */
export type Ancestor = {
	readonly parent: number;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** The inodes of its sockets. */
	readonly sockets: readonly number[];
};

/** Reads a process; undefined when it is gone or may not be looked at. */
export type ReadAncestor = (pid: number) => Promise<Ancestor | undefined>;

/**
 * The SSH session that a process belongs to, or undefined at a console. sudo and su drop
 * SSH_CONNECTION (ssh(1)), so the processes that it descends from are asked; where all of
 * them have forgotten it, the one that holds a connection from outside is the SSH server.
 */
export async function findSshSession(
	pid: number,
	read: ReadAncestor = readAncestor,
	readSockets: () => Promise<readonly TcpSocket[]> = readTcpSockets,
): Promise<SshSession | undefined> {
	const line = await lineOf(pid, read);
	const told = line.flatMap(({environment}) => sessionOf(environment) ?? [])[0];
	if (told !== undefined) {
		return told;
	}

	const held = new Set(line.flatMap(({sockets}) => sockets));
	return held.size === 0 ? undefined : connectionAmong(held, await readSockets());
}

/** A process and all that it descends from, itself first. */
async function lineOf(pid: number, read: ReadAncestor): Promise<readonly Ancestor[]> {
	const process = pid > 1 ? await read(pid) : undefined;
	return process === undefined ? [] : [process, ...(await lineOf(process.parent, read))];
}

function sessionOf({SSH_CONNECTION}: Ancestor['environment']): SshSession | undefined {
	const [address = '', clientPort = '', , port = ''] = SSH_CONNECTION?.split(' ') ?? [];
	// A link-local client is told with its interface: fe80::7%eth0.
	const client = parseAddress(address.replace(/%.*$/, ''));
	return client && {client, clientPort: Number(clientPort), port: Number(port)};
}

/** A connection to a port on which something listens came from outside. */
function connectionAmong(
	inodes: ReadonlySet<number>,
	sockets: readonly TcpSocket[],
): SshSession | undefined {
	const served = new Set(
		sockets.flatMap(({state, port}) => (state === 'listening' ? [port] : [])),
	);
	const found = sockets.find(
		({state, port, inode}) =>
			state === 'established' && served.has(port) && inodes.has(inode),
	);
	return found && {client: found.remote, clientPort: found.remotePort, port: found.port};
}

/** From /proc/PID/status, environ and fd (proc(5)). */
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
		return {
			parent: Number(parent),
			environment: Object.fromEntries(pairs),
			sockets: await readSocketInodes(pid),
		};
	} catch {
		return undefined;
	}
}

/** Each open socket is a link to `socket:[INODE]`. */
async function readSocketInodes(pid: number): Promise<readonly number[]> {
	const folder = `/proc/${pid}/fd`;
	const names = await readdir(folder).catch(() => []);
	const links = await Promise.all(
		names.map(name => readlink(`${folder}/${name}`).catch(() => '')),
	);
	return links.flatMap(link => {
		const [, inode] = /^socket:\[(\d+)\]$/.exec(link) ?? [];
		return inode === undefined ? [] : [Number(inode)];
	});
}
