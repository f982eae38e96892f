import assert from 'node:assert/strict';
import {test} from 'node:test';
import {waysOut} from '../../source/probes/ways-out.js';
import {addressOf} from './recorded-network.js';

for (const [name, addresses, routes, families, lack] of [
	['both families', ['10.10.0.10', '2001:db8::10'], [4, 6], [4, 6], undefined],
	['IPv4 alone', ['10.10.0.10'], [4], [4], undefined],
	['IPv6 alone', ['2001:db8::10'], [6], [6], undefined],
	[
		'an IPv6 address without a route',
		['10.10.0.10', '2001:db8::10'],
		[4],
		[4],
		undefined,
	],
	['an IPv6 route without an address', ['10.10.0.10'], [4, 6], [4], undefined],
	['addresses without any route', ['10.10.0.10', '2001:db8::10'], [], [4, 6], 'route'],
	['an IPv4 address without any route', ['10.10.0.10'], [], [4], 'route'],
	['an address and the route of the other', ['10.10.0.10'], [6], [4], 'route'],
	['no address', [], [4], [4, 6], 'address'],
	['nothing', [], [], [4, 6], 'address'],
] as const) {
	test(`a server with ${name} ${lack === undefined ? 'has a way out' : `lacks an ${lack}`.replace('an r', 'a r')}`, () => {
		assert.deepEqual(waysOut(addresses.map(addressOf), routes), {families, lack});
	});
}
