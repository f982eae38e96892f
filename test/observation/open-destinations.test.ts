import assert from 'node:assert/strict';
import {test} from 'node:test';
import {formatAddress} from '../../source/addresses/address.js';
import type {TcpSocket} from '../../source/host/tcp-table.js';
import {openDestinations} from '../../source/observation/open-destinations.js';
import {address} from '../helpers/sample.js';

/** `10.10.0.10 40000 10.60.0.11 1433`. */
function socket(text: string, state: TcpSocket['state'] = 'established'): TcpSocket {
	const [local = '', port, remote = '', remotePort] = text.split(' ');
	return {
		...{state, local: address(local), port: Number(port), inode: 1},
		...{remote: address(remote), remotePort: Number(remotePort)},
	};
}

for (const [name, sockets, wanted] of [
	[
		'a pool of connections to the database',
		[socket('10.10.0.10 40000 10.60.0.11 1433')],
		['10.60.0.11 1433'],
	],
	[
		'a connection that is only tried',
		[socket('10.10.0.10 40000 10.60.0.11 1433', 'other')],
		[],
	],
	[
		'a viewer, who came in',
		[
			socket('0.0.0.0 9999 0.0.0.0 0', 'listening'),
			socket('10.10.0.10 9999 10.20.0.7 40000'),
		],
		[],
	],
	['a program of this server', [socket('127.0.0.1 40000 127.0.0.1 5432')], []],
	['this server by its own address', [socket('10.10.0.10 40000 10.10.0.10 5432')], []],
] as const) {
	test(`what is open: ${name}`, () => {
		assert.deepEqual(
			openDestinations(sockets).map(
				each => `${formatAddress(each.address)} ${each.port}`,
			),
			wanted,
		);
	});
}
