import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answers} from '../../source/answers/schema.js';
import {explain, type Packet} from '../../source/policy/explain.js';
import {address, sampleAnswers, samplePolicy} from '../helpers/sample.js';

/** `inbound 10.20.1.1 9999/tcp`, or `inbound 10.20.1.1 icmp 8`; `67>68/udp` has a source port. */
function packetOf(text: string): Packet {
	const [direction, peer = '', what = '', type = ''] = text.split(' ');
	const common = {
		direction: direction === 'inbound' ? 'inbound' : 'outbound',
		peer: address(peer),
	} as const;
	if (what === 'icmp') {
		return {...common, protocol: 'icmp', type: Number(type)};
	}

	const [, sourcePort, port, protocol] = /^(?:(\d+)>)?(\d+)\/(.*)$/.exec(what) ?? [];
	return {
		...common,
		...(sourcePort === undefined ? {} : {sourcePort: Number(sourcePort)}),
		protocol: protocol === 'udp' ? 'udp' : 'tcp',
		port: Number(port),
	};
}

const policy = samplePolicy({
	facts: {resolvers: [address('10.0.0.53')], usesDhcp: {4: true, 6: false}},
});

for (const [text, id] of [
	['inbound 10.20.0.0 9999/tcp', 'viewers'],
	['inbound 10.20.255.255 9999/tcp', 'viewers'],
	['inbound 2001:db8:20:ffff::1 9999/tcp', 'viewers'],
	['inbound 10.30.0.10 19999/tcp', 'appsanywhere'],
	['inbound 10.30.0.20 19999/tcp', 'appsanywhere'],
	['inbound 10.40.0.7 22/tcp', 'remote-support'],
	['inbound 127.0.0.1 9999/tcp', 'loopback'],
	['inbound ::1 5432/tcp', 'loopback'],
	['inbound 192.0.2.1 icmp 8', 'icmp'],
	['inbound 2001:db8:9::1 icmp 135', 'icmpv6'],
	['inbound 10.0.0.1 67>68/udp', 'dhcp'],
	['outbound 10.50.0.5 1433/tcp', 'sql-tcp'],
	['outbound 2001:db8:50::5 1433/udp', 'sql-udp'],
	['outbound 192.0.2.1 443/tcp', 'https'],
	['outbound 192.0.2.1 123/udp', 'time'],
	['outbound 10.0.0.53 53/udp', 'dns-udp'],
	['outbound 10.0.0.53 53/tcp', 'dns-tcp'],
	['outbound 255.255.255.255 68>67/udp', 'dhcp'],
] as const) {
	test(`${text} passes by the rule "${id}"`, () => {
		const {verdict, rule, reason} = explain(policy, packetOf(text));
		assert.equal(verdict, 'accept');
		assert.equal(rule?.id, id);
		assert.equal(reason, `The rule "${id}" permits it.`);
	});
}

for (const [text, reason] of [
	[
		'inbound 10.21.0.0 9999/tcp',
		'9999/tcp is open (rule "viewers"), but not for 10.21.0.0.',
	],
	[
		'inbound 10.19.255.255 9999/tcp',
		'9999/tcp is open (rule "viewers"), but not for 10.19.255.255.',
	],
	[
		'inbound 10.20.0.1 19999/tcp',
		'19999/tcp is open (rule "appsanywhere"), but not for 10.20.0.1.',
	],
	[
		'inbound 10.20.0.1 22/tcp',
		'22/tcp is open (rule "remote-support"), but not for 10.20.0.1.',
	],
	['inbound 10.20.0.1 9999/udp', 'No rule permits 9999/udp inbound.'],
	['inbound 10.20.0.1 80/tcp', 'No rule permits 80/tcp inbound.'],
	['inbound 10.50.0.5 1433/tcp', 'No rule permits 1433/tcp inbound.'],
	['inbound 10.0.0.1 68/udp', 'No rule permits 68/udp inbound.'],
	['inbound 10.0.0.1 1024>68/udp', 'No rule permits 68/udp inbound.'],
	['inbound 192.0.2.1 icmp 5', 'No rule permits ICMP type 5 inbound.'],
	['inbound 2001:db8:9::1 icmp 8', 'No rule permits ICMPv6 type 8 inbound.'],
	[
		'outbound 10.50.0.6 1433/tcp',
		'1433/tcp is permitted (rule "sql-tcp"), but not to 10.50.0.6.',
	],
	[
		'outbound 8.8.8.8 53/udp',
		'53/udp is permitted (rule "dns-udp"), but not to 8.8.8.8.',
	],
	['outbound 10.20.0.1 9999/tcp', 'No rule permits 9999/tcp outbound.'],
	['outbound 192.0.2.1 25/tcp', 'No rule permits 25/tcp outbound.'],
] as const) {
	test(`${text} is dropped: ${reason}`, () => {
		assert.deepEqual(explain(policy, packetOf(text)), {
			verdict: 'drop',
			rule: undefined,
			reason,
		});
	});
}

function explainWith(sections: Readonly<Partial<Answers>>, text: string) {
	return explain(samplePolicy({answers: sampleAnswers(sections)}), packetOf(text));
}

test('outbound that is not filtered lets everything out and nothing in', () => {
	const open = {outbound: {mode: 'open'}} as const;
	assert.equal(explainWith(open, 'outbound 192.0.2.1 25/tcp').rule?.id, 'outbound-open');
	assert.equal(explainWith(open, 'inbound 192.0.2.1 25/tcp').verdict, 'drop');
});

test('a port that no one may use is not called open', () => {
	const {verdict, reason} = explainWith(
		{viewers: {subnets: []}},
		'inbound 10.20.0.1 9999/tcp',
	);
	assert.equal(verdict, 'drop');
	assert.doesNotMatch(reason, /is open/);
});

test('a packet that belongs to nothing permitted is no reply', () => {
	const replies = {rules: policy.rules.filter(({match}) => match.kind === 'replies')};
	assert.equal(explain(replies, packetOf('inbound 10.20.0.1 9999/tcp')).verdict, 'drop');
});

test('of several rules for a port, one that permits somebody is named', () => {
	const answers = sampleAnswers({outbound: {mode: 'destinations'}});
	const names = new Map([['bitbucket.org', [address('198.51.100.80')]]]);
	assert.equal(
		explain(samplePolicy({answers, names}), packetOf('outbound 192.0.2.1 443/tcp'))
			.reason,
		'443/tcp is permitted (rule "bitbucket"), but not to 192.0.2.1.',
	);
});
