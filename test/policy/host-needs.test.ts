import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answers} from '../../source/answers/schema.js';
import {icmp4Types, icmp6Types} from '../../source/policy/icmp-types.js';
import {
	address,
	findRule,
	peersIn,
	sampleAnswers,
	sampleNames,
	samplePolicy,
} from '../helpers/sample.js';

function needsOf(
	{resolvers = ['10.0.0.53'], usesDhcp = {4: false, 6: false}} = {},
	sections: Readonly<Partial<Answers>> = {},
) {
	return samplePolicy({
		answers: sampleAnswers(sections),
		names: new Map([...sampleNames, ['proxy.uni.edu', [address('10.0.0.8')]]]),
		facts: {resolvers: resolvers.map(address), usesDhcp},
	});
}

for (const [name, resolvers, answered, peers] of [
	['the servers in use', ['10.0.0.53', '10.0.1.53'], [], ['10.0.0.53', '10.0.1.53']],
	['an IPv6 server', ['2001:db8::53'], [], ['2001:db8::53']],
	['both families', ['2001:db8::53', '10.0.0.53'], [], ['10.0.0.53', '2001:db8::53']],
	['a stub and what it asks', ['127.0.0.53', '10.0.0.53'], [], ['10.0.0.53']],
	['a stub that asks who knows whom', ['127.0.0.53'], [], 'any'],
	['an IPv6 stub', ['::1'], [], 'any'],
	['no server yet', [], [], 'any'],
	['the servers answered, not those in use', ['10.0.0.53'], ['10.9.9.9'], ['10.9.9.9']],
	['a server answered twice', [], ['10.9.9.9', ' 10.9.9.9'], ['10.9.9.9']],
	['an answered stub', ['10.0.0.53'], ['127.0.0.1'], 'any'],
] as const) {
	test(`names are looked up at ${name}`, () => {
		const policy = needsOf({resolvers: [...resolvers]}, {dns: {servers: [...answered]}});
		for (const protocol of ['udp', 'tcp'] as const) {
			const rule = findRule(policy, `dns-${protocol}`, 'outbound');
			assert.deepEqual(rule?.match, {kind: 'port', protocol, port: 53});
			assert.deepEqual(peersIn(rule), peers);
			assert.equal(rule?.origin, 'host');
		}
	});
}

for (const [resolvers, answered, isWarned] of [
	[[], [], true],
	[['127.0.0.53'], [], true],
	[['10.0.0.53'], [], false],
	[[], ['10.9.9.9'], false],
] as const) {
	test(`with the servers [${resolvers}] in use and [${answered}] answered, DNS to any address is ${isWarned ? 'warned about' : 'no subject'}`, () => {
		const {warnings} = needsOf(
			{resolvers: [...resolvers]},
			{dns: {servers: [...answered]}},
		);
		assert.equal(
			warnings.some(warning => /DNS is permitted to any address/.test(warning)),
			isWarned,
		);
	});
}

for (const [name, usesDhcp, ids] of [
	['no DHCP', {4: false, 6: false}, []],
	['DHCP', {4: true, 6: false}, ['dhcp']],
	['DHCPv6', {4: false, 6: true}, ['dhcpv6']],
	['both', {4: true, 6: true}, ['dhcp', 'dhcpv6']],
] as const) {
	test(`${name} opens ${ids.join(' and ') || 'nothing'}, in both directions`, () => {
		const policy = needsOf({usesDhcp});
		for (const direction of ['inbound', 'outbound'] as const) {
			assert.deepEqual(
				policy.rules
					.filter(rule => rule.direction === direction && rule.id.startsWith('dhcp'))
					.map(({id}) => id),
				ids,
			);
		}
	});
}

for (const [id, direction, sourcePort, port] of [
	['dhcp', 'outbound', 68, 67],
	['dhcp', 'inbound', 67, 68],
	['dhcpv6', 'outbound', 546, 547],
	['dhcpv6', 'inbound', 547, 546],
] as const) {
	test(`${id} ${direction} goes from ${sourcePort} to ${port}, and from no other port`, () => {
		const rule = findRule(needsOf({usesDhcp: {4: true, 6: true}}), id, direction);
		assert.deepEqual(rule?.match, {kind: 'port', protocol: 'udp', port, sourcePort});
	});
}

for (const [url, port, peers] of [
	['http://proxy.uni.edu:3128', 3128, ['10.0.0.8']],
	['http://10.0.0.9', 80, ['10.0.0.9']],
	['https://[2001:db8::8]', 443, ['2001:db8::8']],
	['http://unknown.uni.edu:3128', 3128, []],
] as const) {
	test(`the proxy ${url} is reached on ${port} at ${peers.join(', ') || 'no address yet'}`, () => {
		const policy = needsOf({}, {proxy: {url, noProxy: []}});
		const rule = findRule(policy, 'proxy', 'outbound');
		assert.deepEqual(rule?.match, {kind: 'port', protocol: 'tcp', port});
		assert.deepEqual(peersIn(rule), peers);
		assert.equal(policy.warnings.length, peers.length === 0 ? 1 : 0);
	});
}

test('without a proxy there is no rule for one', () => {
	assert.equal(findRule(needsOf(), 'proxy'), undefined);
});

for (const direction of ['inbound', 'outbound'] as const) {
	test(`loopback, replies and ICMP are permitted ${direction}, and shown`, () => {
		const policy = needsOf();
		assert.equal(findRule(policy, 'loopback', direction)?.match.kind, 'loopback');
		assert.equal(findRule(policy, 'replies', direction)?.match.kind, 'replies');
		assert.deepEqual(findRule(policy, 'icmp', direction)?.match, {
			...{kind: 'icmp', family: 4, types: icmp4Types},
		});
		assert.deepEqual(findRule(policy, 'icmpv6', direction)?.match, {
			...{kind: 'icmp', family: 6, types: icmp6Types},
		});
	});
}

test('packets that are too big can be told so, and IPv6 finds its neighbours', () => {
	assert.ok(icmp4Types.includes(3));
	for (const type of [2, 133, 134, 135, 136]) {
		assert.ok(icmp6Types.includes(type), `ICMPv6 type ${type}`);
	}

	// A redirect would let a stranger on the link move our routes.
	assert.ok(!icmp4Types.includes(5));
	assert.ok(!icmp6Types.includes(137));
});

test('every need of the host says what it is for', () => {
	const needs = needsOf({usesDhcp: {4: true, 6: true}}).rules.filter(
		({origin}) => origin === 'host',
	);
	assert.ok(needs.length > 10);
	for (const {id, usage} of needs) {
		assert.match(usage, /^[A-Z]/, id);
	}
});
