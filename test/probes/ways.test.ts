import assert from 'node:assert/strict';
import {test} from 'node:test';
import {formatAddress} from '../../source/addresses/address.js';
import {directWays} from '../../source/probes/ways.js';
import {addressOf} from './recorded-network.js';

const four = ['192.0.2.1', '192.0.2.2', '192.0.2.3'];
const six = ['2001:db8::1', '2001:db8::2', '2001:db8::3'];

for (const [name, addresses, families, tried] of [
	['nothing', [], [4, 6], []],
	['one address', ['192.0.2.1'], [4, 6], ['192.0.2.1']],
	[
		'many of both families',
		[...six, ...four],
		[4, 6],
		[...four.slice(0, 2), ...six.slice(0, 2)],
	],
	['both, from a server with IPv4 alone', [...six, ...four], [4], four.slice(0, 2)],
	['both, from a server with IPv6 alone', [...four, ...six], [6], six.slice(0, 2)],
	// That there is no way is seen by trying, and told.
	['IPv6, from a server with IPv4 alone', six, [4], six.slice(0, 2)],
] as const) {
	test(`of ${name}, ${tried.length} addresses are tried`, () => {
		const ways = directWays(addresses.map(addressOf), families);
		assert.deepEqual(
			ways.map(({address}) => formatAddress(address)),
			tried,
		);
		assert.ok(ways.every(({via}) => via === 'direct'));
	});
}
