import assert from 'node:assert/strict';
import {test} from 'node:test';
import {formatCidr} from '../../source/addresses/cidr.js';
import {peersOf} from '../../source/policy/peers.js';
import {sampleNames} from '../helpers/sample.js';

for (const [name, texts, cidrs, names] of [
	['nothing is nobody, never everybody', [], [], []],
	[
		'addresses and networks',
		['10.30.0.10', '10.20.0.0/16'],
		['10.20.0.0/16', '10.30.0.10'],
		[],
	],
	['host bits are masked', ['10.20.4.1/16'], ['10.20.0.0/16'], []],
	[
		'overlaps are merged',
		['10.20.4.0/24', '10.20.0.0/16', '10.20.4.7'],
		['10.20.0.0/16'],
		[],
	],
	[
		'a name is its addresses, in both families',
		['mssql.uni.edu'],
		['10.50.0.5', '2001:db8:50::5'],
		['mssql.uni.edu'],
	],
	[
		'a name is found however it is written',
		['MSSQL.uni.edu.'],
		['10.50.0.5', '2001:db8:50::5'],
		['mssql.uni.edu'],
	],
	[
		'a name inside a network that is there anyway',
		['aa2.uni.edu', '10.30.0.0/24'],
		['10.30.0.0/24'],
		['aa2.uni.edu'],
	],
	['a name that does not resolve', ['nowhere.uni.edu'], [], ['nowhere.uni.edu']],
	['what is neither is nobody', ['10.0.0.0/33', 'a b', ''], [], []],
] as const) {
	test(`peers: ${name}`, () => {
		const peers = peersOf(texts, sampleNames);
		assert.equal(peers.kind, 'some');
		assert.deepEqual(peers.kind === 'some' && peers.cidrs.map(formatCidr), cidrs);
		assert.deepEqual(peers.kind === 'some' && peers.names.map(each => each.name), names);
	});
}
