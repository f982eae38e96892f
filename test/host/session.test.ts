import assert from 'node:assert/strict';
import process from 'node:process';
import {test} from 'node:test';
import {formatAddress} from '../../source/addresses/address.js';
import {
	type Ancestor,
	findSshSession,
	type SshSession,
} from '../../source/host/session.js';
import {parseTcpTable, type TcpSocket} from '../../source/host/tcp-table.js';
import {address} from '../helpers/sample.js';

type Recorded = {readonly connection?: string; readonly sockets?: readonly number[]};

/** A line of processes, each the parent of the one before it, numbered from 2. */
function recordedLine(line: readonly Recorded[]) {
	return async (pid: number): Promise<Ancestor | undefined> => {
		const found = line[pid - 2];
		return (
			found && {
				parent: pid + 1,
				environment: {SSH_CONNECTION: found.connection},
				sockets: found.sockets ?? [],
			}
		);
	};
}

const socket = (
	inode: number,
	state: TcpSocket['state'],
	port: number,
	remote = '0.0.0.0',
): TcpSocket => ({
	state,
	port,
	inode,
	local: address('10.10.0.10'),
	remote: address(remote),
	remotePort: remote === '0.0.0.0' ? 0 : 50_000 + inode,
});

/** sshd on 2222, two logins; 9 is what a program here has opened to somebody's port 22. */
const sockets = [
	socket(1, 'listening', 2222),
	socket(2, 'established', 2222, '10.40.0.7'),
	socket(3, 'established', 2222, '2001:db8:40::7'),
	socket(4, 'other', 2222, '10.40.0.8'),
	socket(9, 'established', 40_000, '10.99.0.9'),
];

const words = (found: SshSession | undefined) =>
	found && `${formatAddress(found.client)} ${found.clientPort} ${found.port}`;

for (const [name, line, session] of [
	['an SSH session', [{connection: '10.40.0.7 50022 10.1.0.5 22'}], '10.40.0.7 50022 22'],
	[
		'an SSH session by IPv6',
		[{connection: '2001:db8:40::7 50022 2001:db8::5 22'}],
		'2001:db8:40::7 50022 22',
	],
	[
		'one from the same link',
		[{connection: 'fe80::7%eth0 50022 fe80::5%eth0 22'}],
		'fe80::7 50022 22',
	],
	[
		'one at another port',
		[{connection: '10.40.0.7 50022 10.1.0.5 2222'}],
		'10.40.0.7 50022 2222',
	],
	[
		'one behind sudo',
		[{}, {}, {connection: '10.40.0.7 50022 10.1.0.5 22'}],
		'10.40.0.7 50022 22',
	],
	['a console', [{}, {}], undefined],
	['an empty variable', [{connection: ''}], undefined],
	[
		'a variable of something else',
		[{connection: 'UNKNOWN 65535 UNKNOWN 65535'}],
		undefined,
	],
	[
		'a session that everybody has forgotten but its SSH server',
		[{}, {sockets: [2]}, {sockets: [1]}],
		'10.40.0.7 50002 2222',
	],
	['the same by IPv6', [{sockets: [77, 3]}], '2001:db8:40::7 50003 2222'],
	['a server that only listens', [{sockets: [1]}], undefined],
	['a login that is ending', [{sockets: [4]}], undefined],
	['a program with a connection of its own to elsewhere', [{sockets: [9]}], undefined],
	[
		'a variable and a socket, of which the variable is nearer the person',
		[{connection: '10.40.0.9 50022 10.1.0.5 22'}, {sockets: [2]}],
		'10.40.0.9 50022 22',
	],
] as const) {
	test(`${name} comes from ${session ?? 'nowhere else'}`, async () => {
		const found = await findSshSession(2, recordedLine(line), async () => sockets);
		assert.equal(words(found), session);
	});
}

test('at a console the kernel is not asked for its connections', async () => {
	const asked: string[] = [];
	await findSshSession(2, recordedLine([{}, {}]), async () => {
		asked.push('sockets');
		return parseTcpTable();
	});
	assert.deepEqual(asked, []);
});

test('on the real machine it comes to an end', async () => {
	await findSshSession(process.pid);
});
