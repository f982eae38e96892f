import assert from 'node:assert/strict';
import {test} from 'node:test';
import {describePeers, describePermission} from '../../source/policy/describe.js';
import {peersOf} from '../../source/policy/peers.js';
import type {Permission} from '../../source/policy/policy.js';
import {
	address,
	findRule,
	sampleAnswers,
	sampleNames,
	samplePolicy,
} from '../helpers/sample.js';

const policy = samplePolicy();

for (const [id, direction, words] of [
	['viewers', 'inbound', '10.20.0.0/16, 2001:db8:20::/48 may reach 9999/tcp'],
	['appsanywhere', 'inbound', '10.30.0.10, aa2.uni.edu (10.30.0.20) may reach 19999/tcp'],
	[
		'sql-tcp',
		'outbound',
		'this server may reach mssql.uni.edu (10.50.0.5, 2001:db8:50::5) on 1433/tcp',
	],
	['https', 'outbound', 'this server may reach any destination on 443/tcp'],
	['loopback', 'inbound', 'this server may be reached by itself'],
	['loopback', 'outbound', 'this server may reach itself'],
	['replies', 'inbound', 'answers to what was permitted may come in'],
	['replies', 'outbound', 'answers to what was permitted may go out'],
	['icmp', 'inbound', 'ICMP (5 types) may come in'],
	['icmpv6', 'outbound', /^ICMPv6 \(\d+ types\) may go out$/],
] as const) {
	test(`the rule "${id}" ${direction} is said in words`, () => {
		const rule = findRule(policy, id, direction);
		assert.ok(rule);
		const said = describePermission(rule);
		assert.match(said, words instanceof RegExp ? words : /./);
		assert.equal(words instanceof RegExp ? said : words, said);
	});
}

test('outbound that is not filtered is said plainly', () => {
	const open = samplePolicy({answers: sampleAnswers({outbound: {mode: 'open'}})});
	const rule = findRule(open, 'outbound-open');
	assert.ok(rule);
	assert.equal(
		describePermission(rule),
		'this server may reach any destination on any port',
	);
});

for (const [name, texts, words] of [
	['nobody', [], 'nobody'],
	['a name without an address', ['nowhere.uni.edu'], 'nowhere.uni.edu (no address yet)'],
	[
		'four networks',
		['10.1.0.0/16', '10.2.0.0/16', '10.3.0.0/16', '10.4.0.0/16'],
		'10.1.0.0/16, 10.2.0.0/16, 10.3.0.0/16, 10.4.0.0/16',
	],
	[
		'six networks',
		[
			'10.1.0.0/16',
			'10.2.0.0/16',
			'10.3.0.0/16',
			'10.4.0.0/16',
			'10.5.0.0/16',
			'10.6.0.0/16',
		],
		'10.1.0.0/16, 10.2.0.0/16, 10.3.0.0/16, 10.4.0.0/16 and 2 more',
	],
	[
		'a name whose address is answered too',
		['10.30.0.20', 'aa2.uni.edu'],
		'aa2.uni.edu (10.30.0.20)',
	],
] as const) {
	test(`peers in words: ${name}`, () => {
		assert.equal(describePeers(peersOf(texts, sampleNames), 'anyone'), words);
	});
}

test('everybody is said as the reader of that direction knows it', () => {
	const rule: Permission = {
		...{id: 'dhcp', direction: 'inbound', peers: {kind: 'any'}},
		match: {kind: 'port', protocol: 'udp', port: 68, sourcePort: 67},
	};
	assert.equal(describePermission(rule), 'anyone may reach 68/udp');
});

test('no name means no name', () => {
	const names = new Map([['a.uni.edu', [address('10.0.0.1')]]]);
	assert.deepEqual(peersOf(['b.uni.edu'], names), {
		...{kind: 'some', cidrs: []},
		names: [{name: 'b.uni.edu', addresses: [], isFollowed: false}],
	});
});
