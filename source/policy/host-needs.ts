import type {Address} from '../addresses/address.js';
import {cidrOf, readCidr} from '../addresses/cidr.js';
import {isLoopback, mergeCidrs} from '../addresses/cidr-list.js';
import {proxyTarget} from '../answers/proxy-url.js';
import type {Answers} from '../answers/schema.js';
import type {Direction} from '../catalogue/connection.js';
import {icmp4Types, icmp6Types} from './icmp-types.js';
import {outboundPeers} from './peers.js';
import type {Match, Peers, ResolvedNames, Rule} from './policy.js';

/** What a policy must know of the host it is for. */
export type HostFactsForPolicy = {
	/** The DNS servers in use. */
	readonly resolvers: readonly Address[];
	/** Whether an interface gets its address by DHCP, by address family. */
	readonly usesDhcp: {readonly 4: boolean; readonly 6: boolean};
};

/** What every host needs in both directions. */
const basics: ReadonlyArray<readonly [id: string, match: Match, usage: string]> = [
	['loopback', {kind: 'loopback'}, 'Programs on this server talk to each other'],
	['replies', {kind: 'replies'}, 'Answers to what was permitted'],
	[
		'icmp',
		{kind: 'icmp', family: 4, types: icmp4Types},
		'Ping, and errors such as "packet too big"',
	],
	[
		'icmpv6',
		{kind: 'icmp', family: 6, types: icmp6Types},
		'What IPv6 cannot work without (RFC 4890)',
	],
];

/**
 * The rules that the vendor's list does not name but the host needs. They are shown
 * like every other rule.
 */
export function hostNeeds(
	answers: Answers,
	names: ResolvedNames,
	facts: HostFactsForPolicy,
): readonly Rule[] {
	const needs = [
		...basics.flatMap(([id, match, usage]) =>
			(['inbound', 'outbound'] as const).map(direction =>
				need(id, direction, match, usage),
			),
		),
		...(facts.usesDhcp[4] ? dhcp('dhcp', {client: 68, server: 67}) : []),
		...(facts.usesDhcp[6] ? dhcp('dhcpv6', {client: 546, server: 547}) : []),
	];
	return answers.outbound.mode === 'open'
		? [
				...needs,
				need(
					'outbound-open',
					'outbound',
					{kind: 'everything'},
					'Outbound traffic is not filtered',
				),
			]
		: [...needs, ...outboundNeeds(answers, names, facts)];
}

function outboundNeeds(
	answers: Answers,
	names: ResolvedNames,
	facts: HostFactsForPolicy,
): readonly Rule[] {
	const dns = resolversFor(answers, facts);
	const usage = 'Names are looked up';
	return [
		...(['udp', 'tcp'] as const).map(protocol =>
			need(`dns-${protocol}`, 'outbound', {kind: 'port', protocol, port: 53}, usage, dns),
		),
		...proxyNeed(answers, names),
		...sqlBrowserNeed(answers, names),
	];
}

/** A resolver on loopback asks others that only it knows. */
function resolversFor(answers: Answers, {resolvers}: HostFactsForPolicy): Peers {
	const asked =
		answers.dns.servers.length > 0
			? answers.dns.servers.flatMap(text => readCidr(text).value ?? [])
			: resolvers.map(cidrOf);
	const cidrs = mergeCidrs(
		asked.filter(cidr => !isLoopback({...cidr, value: cidr.first})),
	);
	return cidrs.length === 0 ? {kind: 'any'} : {kind: 'some', cidrs, names: []};
}

function proxyNeed(answers: Answers, names: ResolvedNames): readonly Rule[] {
	const {proxy} = answers;
	const target = proxy.url === null ? undefined : proxyTarget(proxy.url);
	if (target === undefined) {
		return [];
	}

	const {host, port} = target;
	const peers: Peers =
		host.kind === 'name'
			? outboundPeers([host.name], answers, names)
			: {kind: 'some', cidrs: [cidrOf(host.address)], names: []};
	return [
		need(
			'proxy',
			'outbound',
			{kind: 'port', protocol: 'tcp', port},
			'The web proxy',
			peers,
		),
	];
}

/** SQL Browser tells the port of a named instance (MC-SQLR). */
function sqlBrowserNeed(answers: Answers, names: ResolvedNames): readonly Rule[] {
	const {sql} = answers;
	return sql.instance === undefined
		? []
		: [
				need(
					'sql-browser',
					'outbound',
					{kind: 'port', protocol: 'udp', port: 1434},
					`SQL Browser tells the port of the instance ${sql.instance}`,
					outboundPeers([sql.host], answers, names),
				),
			];
}

/** Requests, and answers that no earlier packet can be found for (sent to a group). */
function dhcp(
	id: string,
	{client, server}: {client: number; server: number},
): readonly Rule[] {
	const usage = 'This server gets its address this way';
	return [
		need(
			id,
			'outbound',
			{kind: 'port', protocol: 'udp', port: server, sourcePort: client},
			usage,
		),
		need(
			id,
			'inbound',
			{kind: 'port', protocol: 'udp', port: client, sourcePort: server},
			usage,
		),
	];
}

function need(
	id: string,
	direction: Direction,
	match: Match,
	usage: string,
	peers: Peers = {kind: 'any'},
): Rule {
	return {id, origin: 'host', direction, match, peers, usage};
}
