import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogue} from '../../source/catalogue/catalogue.js';
import type {NameFault} from '../../source/host/resolver.js';
import type {DialOutcome} from '../../source/probes/tcp/dial-tcp.js';
import {judgeOutbound} from '../../source/probes/judge-outbound.js';
import type {Attempt, OutboundObservation} from '../../source/probes/observation.js';
import type {TimeReply} from '../../source/probes/time/sntp.js';
import {addressOf, goodTime} from './recorded-network.js';

const rowOf = (id: string) =>
	catalogue.find(connection => connection.id === id) ?? assert.fail(id);
const license = rowOf('looker-license');
const retired = rowOf('mirrorlist-centos');
const timeRow = rowOf('ntp-0');
const everywhere = {destination: () => true, dns: true};
const nowhere = {destination: () => false, dns: false};

const tcp = (outcome: DialOutcome, address = '192.0.2.1'): Attempt => ({
	address: addressOf(address),
	protocol: 'tcp',
	answer: {outcome, code: undefined, milliseconds: 11},
});
const udp = (reply: Partial<TimeReply> | DialOutcome, address = '192.0.2.1'): Attempt => {
	const isReply = typeof reply === 'object';
	return {
		address: addressOf(address),
		protocol: 'udp',
		answer: {
			outcome: isReply ? 'connected' : reply,
			code: undefined,
			reply: isReply ? {...goodTime, ...reply} : undefined,
			milliseconds: 11,
		},
	};
};
const seen = (...attempts: readonly Attempt[]): OutboundObservation => ({
	name: undefined,
	attempts,
});
const unresolved = (outcome: NameFault): OutboundObservation => ({
	name: {outcome, asked: ['10.62.0.53'], milliseconds: 3},
	attempts: [],
});

for (const [name, row, observation, cause, detail] of [
	['a connection', license, seen(tcp('connected')), null, /^connected$/],
	['a refusal', license, seen(tcp('refused')), 'tcp.refused', /nothing accepts/],
	['silence', license, seen(tcp('timeout')), 'tcp.timeout', /no answer in 3\.5 s/],
	['no route', license, seen(tcp('unreachable')), 'tcp.unreachable', /no way/],
	['a firewall', license, seen(tcp('prohibited')), 'tcp.prohibited', /firewall/],
	['a refused question', timeRow, seen(udp('refused')), 'udp.refused', /nothing accepts/],
	['a silent time server', timeRow, seen(udp('timeout')), 'udp.timeout', /3\.5 s/],
	['no route to it', timeRow, seen(udp('unreachable')), 'udp.unreachable', /no way/],
	[
		'a firewall before it',
		timeRow,
		seen(udp('prohibited')),
		'udp.prohibited',
		/firewall/,
	],
	['no such name', license, unresolved('nxdomain'), 'dns.nxdomain', /no such name/],
	['no address', license, unresolved('no-address'), 'dns.no-address', /no address/],
	['a broken DNS', license, unresolved('servfail'), 'dns.servfail', /fails/],
	['a DNS that refuses', license, unresolved('refused'), 'dns.refused', /refuses/],
	['a silent DNS', license, unresolved('timeout'), 'dns.timeout', /does not answer/],
	['no DNS at all', license, unresolved('no-server'), 'dns.no-server', /no DNS server/],
	['the end of a name', retired, unresolved('nxdomain'), 'vendor.retired', /2024-07-01/],
	['its silence', retired, seen(tcp('timeout')), 'vendor.retired', /2024-07-01/],
	['its return', retired, seen(tcp('connected')), null, /connected/],
	['nothing', license, seen(), 'probe.failed', /nothing was tried/],
] as const) {
	test(`${name} of ${row.id} is judged ${cause ?? 'proven'}`, () => {
		const judged = judgeOutbound(row, observation, everywhere);
		assert.equal(judged.cause, cause);
		assert.match(judged.detail, detail);
	});
}

for (const [name, reply, cause, detail] of [
	['as exact as ours', {offset: 0}, null, /stratum 2, clock exact/],
	['ahead of us', {offset: 4}, null, /clock 4 ms slow/],
	['behind us', {offset: -4}, null, /clock 4 ms fast/],
	['far ahead of us', {offset: 90_000}, 'ntp.clock-off', /clock 90 s slow/],
	['without the time', {isUnsynchronised: true}, 'ntp.unsynchronised', /does not know/],
	['that refuses', {stratum: 0, kiss: 'RATE'}, 'ntp.refused', /\(RATE\)/],
	[
		'that refuses without a word',
		{stratum: 0, kiss: ''},
		'ntp.refused',
		/refuses[^()]*$/,
	],
] as const) {
	test(`a time server ${name} is judged ${cause ?? 'proven'}`, () => {
		const judged = judgeOutbound(timeRow, seen(udp(reply)), everywhere);
		assert.equal(judged.cause, cause);
		assert.match(judged.detail, detail);
	});
}

for (const [outcome, cause] of [
	['prohibited', 'local.blocked'],
	// EHOSTUNREACH at once is how our own reject looks to an IPv4 TCP client.
	['unreachable', 'local.blocked'],
	['timeout', 'tcp.timeout'],
	['refused', 'tcp.refused'],
	['connected', null],
] as const) {
	test(`"${outcome}" where our own rules do not permit it is ${cause ?? 'proven'}`, () => {
		assert.equal(judgeOutbound(license, seen(tcp(outcome)), nowhere).cause, cause);
	});
}

test('our own rules are asked about the very address that failed', () => {
	const observation = seen(tcp('timeout', '192.0.2.1'), tcp('prohibited', '2001:db8::1'));
	const onlyIpv4 = {
		destination: ({family}: {readonly family: 4 | 6}) => family === 4,
		dns: true,
	};
	const judged = judgeOutbound(license, observation, onlyIpv4);
	assert.equal(judged.cause, 'local.blocked');
	assert.equal(judged.address, '2001:db8::1');
	assert.equal(judgeOutbound(license, observation, everywhere).cause, 'tcp.prohibited');
});

for (const [name, attempts, cause, address] of [
	[
		'IPv6 that fails beside IPv4 that works',
		[tcp('unreachable', '2001:db8::1'), tcp('connected', '192.0.2.2')],
		null,
		'192.0.2.2',
	],
	[
		'a refusal beside silence',
		[tcp('timeout', '192.0.2.1'), tcp('refused', '192.0.2.2')],
		'tcp.refused',
		'192.0.2.2',
	],
	[
		'a firewall beside a refusal',
		[tcp('refused', '192.0.2.1'), tcp('prohibited', '192.0.2.2')],
		'tcp.prohibited',
		'192.0.2.2',
	],
	[
		'IPv6 without a route beside silent IPv4',
		[tcp('unreachable', '2001:db8::1'), tcp('timeout', '192.0.2.1')],
		'tcp.timeout',
		'192.0.2.1',
	],
	[
		'a good time server beside one without the time',
		[udp({isUnsynchronised: true}, '192.0.2.1'), udp({}, '192.0.2.2')],
		null,
		'192.0.2.2',
	],
	[
		'a good time server beside one that refuses',
		[udp({stratum: 0, kiss: 'DENY'}, '192.0.2.1'), udp({}, '192.0.2.2')],
		null,
		'192.0.2.2',
	],
] as const) {
	test(`of several addresses, ${name} is judged ${cause ?? 'proven'}`, () => {
		const judged = judgeOutbound(
			attempts[0].protocol === 'tcp' ? license : timeRow,
			seen(...attempts),
			everywhere,
		);
		assert.equal(judged.cause, cause);
		assert.equal(judged.address, address);
		assert.equal(judged.milliseconds, 11);
	});
}
