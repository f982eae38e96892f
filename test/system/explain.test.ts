import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import fc from 'fast-check';
import {formatAddress, parseAddress} from '../../source/addresses/address.js';
import {type Cidr, readCidr} from '../../source/addresses/cidr.js';
import {mergeCidrs} from '../../source/addresses/cidr-list.js';
import {fillNames} from '../../source/firewall/fill-names.js';
import {renderRuleset} from '../../source/firewall/ruleset.js';
import {explain, type Packet} from '../../source/policy/explain.js';
import {withAddresses} from '../../source/policy/followed-names.js';
import type {Policy, Rule} from '../../source/policy/policy.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {campusSkip} from '../campus/need.js';

// Random policies about one neighbour with many addresses, and packets from and to them.
const neighbours = [
	...Array.from({length: 8}, (_, index) => `10.99.0.${9 + index}`),
	...Array.from({length: 4}, (_, index) => `2001:db8:99::${9 + index}`),
];
const ports = [22, 8080, 9999, 19_999];
const appliance = {4: '10.10.0.10', 6: '2001:db8:10::10'};

const cidr: fc.Arbitrary<Cidr> = fc
	.tuple(fc.constantFrom(...neighbours), fc.constantFrom(0, 1, 2, 3))
	.map(([address, hostBits]) => {
		const text = `${address}/${(address.includes(':') ? 128 : 32) - hostBits}`;
		return readCidr(text).value ?? assert.fail(text);
	});

const peers: fc.Arbitrary<Rule['peers']> = fc.oneof(
	fc.constant({kind: 'any'} as const),
	fc
		.array(cidr, {maxLength: 3})
		.map(cidrs => ({kind: 'some', cidrs: mergeCidrs(cidrs), names: []}) as const),
);

/** Names whose addresses come and go; only what goes out may be permitted by one. */
const followed = ['a.example', 'b.example'] as const;

const others: fc.Arbitrary<Rule['peers']> = fc
	.tuple(fc.array(cidr, {maxLength: 2}), fc.subarray([...followed], {minLength: 1}))
	.map(([cidrs, names]) => ({
		kind: 'some',
		cidrs: mergeCidrs(cidrs),
		names: names.map(name => ({name, addresses: [], isFollowed: true})),
	}));

const match = {
	protocol: fc.constantFrom('tcp', 'udp'),
	port: fc.constantFrom(...ports),
} as const;

const rule = fc.oneof(
	fc.record({
		...match,
		direction: fc.constantFrom('inbound', 'outbound'),
		peers,
	} as const),
	fc.record({...match, direction: fc.constant('outbound'), peers: others} as const),
);

const neighbour = fc
	.constantFrom(...neighbours)
	.map(text => parseAddress(text) ?? assert.fail(text));

/** What those names stand for. */
const addresses = fc.array(neighbour, {maxLength: 5});
const names = fc
	.tuple(addresses, addresses)
	.map(found => new Map(followed.map((name, index) => [name, found[index] ?? []])));

/** What every policy has: without neighbour discovery no IPv6 packet would go anywhere. */
const needed = (['inbound', 'outbound'] as const).flatMap(direction => [
	{id: 'replies', direction, match: {kind: 'replies'}} as const,
	{
		id: 'icmpv6',
		direction,
		match: {kind: 'icmp', family: 6, types: [135, 136]},
	} as const,
]);

const policy: fc.Arbitrary<Policy> = fc
	.tuple(fc.array(rule, {maxLength: 6}), names)
	.map(([rules, found]) =>
		withAddresses(
			{
				guardedPorts: [22, 9999, 19_999],
				warnings: [],
				rules: [
					...needed.map(need => ({
						...need,
						peers: {kind: 'any'} as const,
						origin: 'host' as const,
						usage: '',
					})),
					...rules.map(({direction, protocol, port, peers: ends}, index) => ({
						id: `rule-${index}`,
						direction,
						match: {kind: 'port', protocol, port} as const,
						peers: ends,
						origin: 'site' as const,
						usage: '',
					})),
				],
			},
			found,
		),
	);

const packets: readonly Packet[] = (['inbound', 'outbound'] as const).flatMap(direction =>
	(['tcp', 'udp'] as const).flatMap(protocol =>
		ports.flatMap(port =>
			neighbours.flatMap(text => {
				const peer = parseAddress(text);
				return peer === undefined ? [] : [{direction, protocol, port, peer}];
			}),
		),
	),
);

let usedPorts = 0;

/**
 * Each packet has a port of its own. From one that an earlier policy has let through, it would
 * be part of a connection that the kernel knows, and pass as a reply.
 */
function unusedPort(): number {
	usedPorts = (usedPorts + 1) % 40_000;
	return 20_000 + usedPorts;
}

suite('explain says what the kernel does', {skip: campusSkip()}, () => {
	let campus: Campus;

	before(async () => {
		campus = await openCampus({services: false});
		const {stranger, appliance: target} = campus.hosts;
		await Promise.all(
			neighbours.map(address =>
				stranger.run('ip', [
					'address',
					'replace',
					`${address}/${address.includes(':') ? 64 : 24}`,
					'nodad',
					'dev',
					'eth0',
				]),
			),
		);
		await Promise.all(
			ports.flatMap(port =>
				(['tcp', 'udp'] as const).flatMap(protocol => [
					stranger.listen({protocol, port}),
					target.listen({protocol, port}),
				]),
			),
		);
	});
	after(() => campus.close());

	test('for random policies and packets, IPv4 and IPv6', async () => {
		await fc.assert(
			fc.asyncProperty(policy, async candidate => {
				const {exitCode, stderr} = await campus.hosts.appliance.run('nft', ['-f', '-'], {
					input: `add table inet analytics_setup\ndelete table inet analytics_setup\n${renderRuleset(candidate)}${fillNames(candidate.rules)}`,
				});
				assert.equal(exitCode, 0, stderr);
				const expected = packets.map(
					packet => explain(candidate, packet).verdict === 'accept',
				);
				const passed = await Promise.all(
					packets.map((packet, index) =>
						passes(campus, packet, {
							sourcePort: unusedPort(),
							// What should come through may take its time where much goes on.
							timeout: expected[index] ? 5000 : 400,
						}),
					),
				);
				assert.deepEqual(passed.map(asWords), expected.map(asWords));
			}),
			{numRuns: 12},
		);
	});
});

function asWords(isPassed: boolean, index: number): string {
	const {direction, protocol, port, peer} = packets[index] as Packet & {port: number};
	return `${direction} ${formatAddress(peer)} ${port}/${protocol}: ${isPassed}`;
}

async function passes(
	{hosts}: Campus,
	packet: Packet,
	attempt: {readonly sourcePort: number; readonly timeout: number},
): Promise<boolean> {
	if (packet.protocol === 'icmp') {
		throw new Error('only ports are dialled');
	}

	const {direction, protocol, port, peer} = packet;
	const {outcome} =
		direction === 'inbound'
			? await hosts.stranger.dial({
					...attempt,
					protocol,
					port,
					address: appliance[peer.family],
					sourceAddress: formatAddress(peer),
				})
			: await hosts.appliance.dial({
					...attempt,
					protocol,
					port,
					address: formatAddress(peer),
				});
	return outcome === 'connected' || outcome === 'answered';
}
