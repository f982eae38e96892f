import assert from 'node:assert/strict';
import {once} from 'node:events';
import {connect, createServer} from 'node:net';
import {test} from 'node:test';
import {formatAddress} from '../../source/addresses/address.js';
import {
	inboundConnections,
	parseTcpTable,
	readTcpSockets,
} from '../../source/host/tcp-table.js';

// Lines of a real machine (Linux 6.1, little endian).
const tcp = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode                                                     
   0: 00000000:270F 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 18301 1 0000000000000000 100 0 0 10 0                     
   1: 0100007F:0CEA 00000000:0000 0A 00000000:00000000 00:00000000 00000000    27        0 20114 1 0000000000000000 100 0 0 10 0                     
   2: 0500010A:0016 0700280A:D431 01 00000000:00000000 02:000A2A5C 00000000     0        0 31337 4 0000000000000000 20 4 30 10 -1                    
   3: 0500010A:9C40 0500320A:0599 06 00000000:00000000 03:00000F3A 00000000     0        0 0 3 0000000000000000                                      
`;
const tcp6 = `  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000000000000000000000000000:4E1F 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 18302 1 0000000000000000 100 0 0 10 0
   1: 00000000000000000000000001000000:0016 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 18303 1 0000000000000000 100 0 0 10 0
   2: 0000000000000000FFFF00000500010A:270F 0000000000000000FFFF00000900140A:C350 01 00000000:00000000 00:00000000 00000000     0        0 31338 1 0000000000000000 20 4 30 10 -1
   3: B80D0120000000000000000005000000:270F B80D0120000020000000000007000000:C351 01 00000000:00000000 00:00000000 00000000     0        0 31339 1 0000000000000000 20 4 30 10 -1
`;

const read = (table: string | undefined) =>
	parseTcpTable(table).map(
		({state, local, port, remote}) =>
			`${state} ${formatAddress(local)} ${port} ${formatAddress(remote)}`,
	);

test('the sockets of /proc/net/tcp', () => {
	assert.deepEqual(read(tcp), [
		'listening 0.0.0.0 9999 0.0.0.0',
		'listening 127.0.0.1 3306 0.0.0.0',
		'established 10.1.0.5 22 10.40.0.7',
		'other 10.1.0.5 40000 10.50.0.5',
	]);
});

test('the sockets of /proc/net/tcp6, with IPv4 in IPv6 clothing undressed', () => {
	assert.deepEqual(read(tcp6), [
		'listening :: 19999 ::',
		'listening ::1 22 ::',
		'established 10.1.0.5 9999 10.20.0.9',
		'established 2001:db8::5 9999 2001:db8:20::7',
	]);
});

for (const [name, table] of [
	['that is not there', undefined],
	['that is empty', ''],
	['without sockets', `${tcp.split('\n')[0]}\n`],
	['that was cut off', `${tcp.split('\n')[0]}\n   0: 0000\n   1:\n`],
] as const) {
	test(`a table ${name} has no sockets`, () => {
		assert.deepEqual(read(table), []);
	});
}

test('the other end of a connection, and the inode that names it in its process', () => {
	assert.deepEqual(
		parseTcpTable(tcp).map(({remotePort, inode}) => [remotePort, inode]),
		[
			[0, 18_301],
			[0, 20_114],
			[54_321, 31_337],
			[1433, 0],
		],
	);
});

const inbound = (...tables: readonly string[]) =>
	inboundConnections(tables.flatMap(table => parseTcpTable(table))).map(
		({peer, peerPort, port}) => `${formatAddress(peer)} ${peerPort} to ${port}`,
	);

test('whoever is connected to a port that is served here has come in', () => {
	assert.deepEqual(inbound(tcp, tcp6), [
		'10.40.0.7 54321 to 22',
		'10.20.0.9 50000 to 9999',
		'2001:db8:20::7 50001 to 9999',
	]);
});

test('a connection to a port that nobody serves is our own, and a peer here is no visitor', () => {
	assert.deepEqual(inbound(tcp), []);
	const [heading = '', listening = '', local = ''] = tcp.split('\n');
	const here = local.replace('00000000:0000 0A', '0100007F:D431 01');
	assert.notEqual(here, local);
	assert.deepEqual(inbound([heading, listening, local, here].join('\n')), []);
});

test('a server and its client on this machine are found in the real tables', async context => {
	const server = createServer(socket => context.after(() => socket.destroy()));
	context.after(() => server.close());
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const bound = server.address();
	assert.ok(typeof bound === 'object' && bound !== null);
	const client = connect(bound.port, '127.0.0.1');
	context.after(() => client.destroy());
	await once(client, 'connect');
	const states = (await readTcpSockets())
		.filter(({port}) => port === bound.port)
		.map(({state, local}) => `${state} ${formatAddress(local)}`);
	assert.deepEqual(states.toSorted(), ['established 127.0.0.1', 'listening 127.0.0.1']);
});
