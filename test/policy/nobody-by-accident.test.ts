import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {formatCidr, lastOf} from '../../source/addresses/cidr.js';
import {explain} from '../../source/policy/explain.js';
import type {Policy, Rule} from '../../source/policy/policy.js';
import {address, sampleAnswers, sampleNames, samplePolicy} from '../helpers/sample.js';

const guarded = [22, 9999, 19_999];

// None of these is in 192.0.2.0/24 or 2001:db8:ffff::/48, where the stranger comes from.
const subnet = fc.constantFrom(
	...['10.0.0.0/8', '10.20.0.0/16', '10.20.4.1/16', '10.20.4.0/24', '10.20.4.7'],
	...['172.16.0.0/12', '2001:db8:20::/48', '2001:db8:20:1::/64', '2001:db8:20::7'],
);
const server = fc.oneof(subnet, fc.constantFrom('aa2.uni.edu', 'nowhere.uni.edu'));

const answersOfSites = fc
	.record({
		viewers: fc.record({subnets: fc.array(subnet, {maxLength: 6})}),
		appsanywhere: fc.record({servers: fc.array(server, {maxLength: 6})}),
		support: fc.record({
			enabled: fc.boolean(),
			sources: fc.array(subnet, {maxLength: 6}),
		}),
		outbound: fc.record({mode: fc.constantFrom('ports' as const, 'open' as const)}),
	})
	.map(sampleAnswers);
const policies = fc
	.tuple(answersOfSites, fc.boolean(), fc.boolean(), fc.boolean())
	.map(([answers, hasNames, usesDhcp4, usesDhcp6]) =>
		samplePolicy({
			answers,
			names: hasNames ? sampleNames : new Map(),
			facts: {resolvers: [], usesDhcp: {4: usesDhcp4, 6: usesDhcp6}},
		}),
	);

test('no rule lets everybody in on 22, 9999 or 19999 unless everybody was answered', () => {
	fc.assert(
		fc.property(policies, policy => {
			for (const port of guarded) {
				for (const stranger of ['192.0.2.66', '2001:db8:ffff::66']) {
					const packet = {
						...({direction: 'inbound', protocol: 'tcp'} as const),
						...{port, peer: address(stranger)},
					};
					assert.equal(explain(policy, packet).verdict, 'drop', `${port} ${stranger}`);
				}
			}
		}),
	);
});

test('what lets everybody in is loopback, replies, ICMP and DHCP, nothing else', () => {
	fc.assert(
		fc.property(policies, ({rules}) => {
			const open = rules.filter(
				({direction, peers}) => direction === 'inbound' && peers.kind === 'any',
			);
			assert.deepEqual(
				open.filter(rule => !isHarmless(rule)),
				[],
			);
		}),
	);
});

function isHarmless({match}: Rule): boolean {
	return match.kind === 'port'
		? match.protocol === 'udp' &&
				match.sourcePort !== undefined &&
				!guarded.includes(match.port)
		: match.kind !== 'everything';
}

test('nothing overlaps any more when it reaches a rule', () => {
	fc.assert(
		fc.property(policies, policy => {
			for (const {id, cidrs} of cidrsOf(policy)) {
				for (const [index, cidr] of cidrs.entries()) {
					const next = cidrs[index + 1];
					assert.ok(
						next === undefined ||
							next.family !== cidr.family ||
							next.first > lastOf(cidr),
						`${id}: ${cidrs.map(formatCidr)}`,
					);
				}
			}
		}),
	);
});

function cidrsOf({rules}: Policy) {
	return rules.flatMap(({id, peers}) =>
		peers.kind === 'some' ? [{id, cidrs: peers.cidrs}] : [],
	);
}

test('every rule is known by its id and direction alone', () => {
	fc.assert(
		fc.property(policies, ({rules}) => {
			const keys = rules.map(({id, direction}) => `${direction} ${id}`);
			assert.equal(new Set(keys).size, keys.length);
		}),
	);
});
