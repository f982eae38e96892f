import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isSame, isSameMatch} from '../../source/firewall/compare.js';
import {peersOf} from '../../source/policy/peers.js';
import type {Match, Permission} from '../../source/policy/policy.js';
import {samplePolicy} from '../helpers/sample.js';

const {rules} = samplePolicy();

const web: Match = {kind: 'port', protocol: 'tcp', port: 443};
const rule: Permission = {
	...{id: 'web', direction: 'outbound', match: web},
	peers: peersOf(['10.0.0.1', '2001:db8::1'], new Map()),
};

test('a policy is the same as itself, in whatever order', () => {
	assert.ok(isSame(rules, rules));
	assert.ok(isSame(rules, rules.toReversed()));
	assert.ok(isSame([], []));
});

test('where names came from does not matter, only the addresses', () => {
	const withoutNames = rules.map(each =>
		each.peers.kind === 'some' ? {...each, peers: {...each.peers, names: []}} : each,
	);
	assert.ok(isSame(rules, withoutNames));
});

for (const [name, other] of [
	['a rule that is missing', []],
	['one rule more', [rule, {...rule, id: 'more'}]],
	['another id', [{...rule, id: 'http'}]],
	['the other direction', [{...rule, direction: 'inbound'}]],
	['another port', [{...rule, match: {...web, port: 80}}]],
	['another protocol', [{...rule, match: {...web, protocol: 'udp'}}]],
	['a port of origin', [{...rule, match: {...web, sourcePort: 443}}]],
	['everybody', [{...rule, peers: {kind: 'any'}}]],
	['one address less', [{...rule, peers: peersOf(['10.0.0.1'], new Map())}]],
	[
		'another address',
		[{...rule, peers: peersOf(['10.0.0.2', '2001:db8::1'], new Map())}],
	],
	[
		'a wider block',
		[{...rule, peers: peersOf(['10.0.0.0/31', '2001:db8::1'], new Map())}],
	],
] as ReadonlyArray<readonly [string, readonly Permission[]]>) {
	test(`${name} is not the same`, () => {
		assert.ok(!isSame([rule], other));
		assert.ok(!isSame(other, [rule]));
	});
}

for (const [a, b, expected] of [
	[{kind: 'loopback'}, {kind: 'replies'}, false],
	[{kind: 'everything'}, {kind: 'everything'}, true],
	[
		{kind: 'icmp', family: 4, types: [8, 0]},
		{kind: 'icmp', family: 4, types: [0, 8]},
		true,
	],
	[{kind: 'icmp', family: 4, types: [8]}, {kind: 'icmp', family: 6, types: [8]}, false],
	[
		{kind: 'icmp', family: 4, types: [1, 28]},
		{kind: 'icmp', family: 4, types: [12, 8]},
		false,
	],
	[
		{kind: 'icmp', family: 4, types: [3, 11]},
		{kind: 'icmp', family: 4, types: [11, 3]},
		true,
	],
] as ReadonlyArray<readonly [Match, Match, boolean]>) {
	test(`${JSON.stringify(a)} and ${JSON.stringify(b)} are ${expected ? 'the same' : 'different'}`, () => {
		assert.equal(isSameMatch(a, b), expected);
	});
}
