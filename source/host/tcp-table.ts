import {type Address, formatAddress, parseAddress} from '../addresses/address.js';
import {isLoopback} from '../addresses/cidr-list.js';
import {readFileIfThere} from './files.js';

/** A TCP socket of this machine, as the kernel lists it (proc(5), /proc/net/tcp). */
export type TcpSocket = {
	readonly state: 'listening' | 'established' | 'other';
	readonly local: Address;
	readonly port: number;
	readonly remote: Address;
	readonly remotePort: number;
	/** Names the socket among the open files of a process. */
	readonly inode: number;
};

const states: Readonly<Record<string, TcpSocket['state']>> = {
	'0A': 'listening',
	'01': 'established',
};

export async function readTcpSockets(): Promise<readonly TcpSocket[]> {
	const tables = await Promise.all(
		['/proc/net/tcp', '/proc/net/tcp6'].map(readFileIfThere),
	);
	return tables.flatMap(table => parseTcpTable(table));
}

/** A TCP connection that another machine has opened to this one. */
export type InboundConnection = {
	readonly peer: Address;
	readonly peerPort: number;
	/** The port of this server. */
	readonly port: number;
};

/** The open connections that others have made to ports on which something listens here. */
export function inboundConnections(
	sockets: readonly TcpSocket[],
): readonly InboundConnection[] {
	const served = new Set(
		sockets.flatMap(({state, port}) => (state === 'listening' ? [port] : [])),
	);
	return sockets
		.filter(
			({state, port, remote}) =>
				state === 'established' && served.has(port) && !isLoopback(remote),
		)
		.map(({port, remote, remotePort}) => ({peer: remote, peerPort: remotePort, port}));
}

/** Names a connection for as long as it is open: `10.40.0.7 50022`. */
export function connectionKey({
	peer,
	peerPort,
}: Pick<InboundConnection, 'peer' | 'peerPort'>): string {
	return `${formatAddress(peer)} ${peerPort}`;
}

export function parseTcpTable(table = ''): readonly TcpSocket[] {
	return table.split('\n').slice(1).flatMap(parseLine);
}

function parseLine(line: string): readonly TcpSocket[] {
	const [, local = '', remote = '', state = '', , , , , , inode = ''] = line
		.trim()
		.split(/\s+/);
	const [localAddress = '', port = ''] = local.split(':');
	const [remoteAddress = '', remotePort = ''] = remote.split(':');
	const here = parseHexAddress(localAddress);
	const there = parseHexAddress(remoteAddress);
	return here === undefined || there === undefined
		? []
		: [
				{
					state: states[state] ?? 'other',
					local: here,
					port: Number.parseInt(port, 16),
					remote: there,
					remotePort: Number.parseInt(remotePort, 16),
					inode: Number(inode),
				},
			];
}

/** Four bytes a word, each word in the byte order of the machine (little endian). */
function parseHexAddress(hex: string): Address | undefined {
	const words = hex.match(/.{8}/g) ?? [];
	const bytes = words.flatMap(word => (word.match(/../g) ?? []).toReversed());
	if (bytes.length === 4) {
		return parseAddress(bytes.map(byte => Number.parseInt(byte, 16)).join('.'));
	}

	const groups = bytes.join('').match(/.{4}/g) ?? [];
	return unmapped(groups.join(':'));
}

/** A dual-stack socket lists its IPv4 peers as ::ffff:a.b.c.d. */
function unmapped(text: string): Address | undefined {
	const address = parseAddress(text);
	return address?.family === 6 && address.value >> 32n === 0xffffn
		? {family: 4, value: address.value & 0xffff_ffffn}
		: address;
}
