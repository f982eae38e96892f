import {readPeer} from '../addresses/peer.js';
import {limitsInWords} from '../answers/limits.js';
import {proxyTarget} from '../answers/proxy-url.js';
import type {Answers, Extra} from '../answers/schema.js';
import type {Connection} from '../catalogue/connection.js';
import {type HostFactsForPolicy, hostNeeds} from './host-needs.js';
import {followedPeersOf, outboundPeers, peersOf} from './peers.js';
import type {Peers, Policy, ResolvedNames, Rule} from './policy.js';
import {warningsAbout} from './warnings.js';

export type PolicyInput = {
	readonly catalogue: readonly Connection[];
	readonly answers: Answers;
	readonly names: ResolvedNames;
	readonly facts: HostFactsForPolicy;
};

/** Every rule that the answers ask for, and nothing more. */
export function compilePolicy({catalogue, answers, names, facts}: PolicyInput): Policy {
	const listed = catalogue.flatMap(connection => ruleFor(connection, answers, names));
	const rules = [
		...listed,
		...answers.extra.map(extra => ruleForExtra(extra, answers, names)),
		...hostNeeds(answers, names, facts),
	];
	return {
		rules,
		guardedPorts: catalogue
			.filter(({direction, protocol}) => direction === 'inbound' && protocol === 'tcp')
			.map(({portNumber}) => portNumber)
			.toSorted((a, b) => a - b),
		warnings: [...warningsAbout(rules).map(({text}) => text), ...limitsInWords(answers)],
	};
}

/** The names that must be resolved before a policy can be compiled. */
export function namesToResolve(
	catalogue: readonly Connection[],
	answers: Answers,
): readonly string[] {
	const {appsanywhere, sql, smtp, time, proxy, extra, outbound} = answers;
	const texts = [
		...[...appsanywhere.servers, sql.host, ...extra.map(({peer}) => peer)],
		...(outbound.mode === 'destinations'
			? [...time.servers, smtp.host, ...listedDestinations(catalogue)]
			: []),
	];
	const peers = [
		...texts.map(text => readPeer(text).value),
		proxy.url === null ? undefined : proxyTarget(proxy.url)?.host,
	];
	const names = peers.flatMap(peer => (peer?.kind === 'name' ? [peer.name] : []));
	return [...new Set(names)];
}

function ruleFor(
	connection: Connection,
	answers: Answers,
	names: ResolvedNames,
): readonly Rule[] {
	if (!isAskedFor(connection, answers)) {
		return [];
	}

	const port = connection.id === 'sql-tcp' ? answers.sql.port : connection.portNumber;
	const rule: Rule = {
		id: connection.id,
		origin: 'list',
		direction: connection.direction,
		match: {
			kind: 'port',
			protocol: connection.protocol,
			port: connection.id === 'mail' ? answers.smtp.port : port,
		},
		peers: peersFor(connection, answers, names),
		usage: connection.usage,
	};
	return [rule];
}

function listedDestinations(catalogue: readonly Connection[]): readonly string[] {
	return catalogue
		.filter(isListedDestination)
		.flatMap(({destination}) => destination ?? []);
}

function isAskedFor(connection: Connection, answers: Answers): boolean {
	const {id, direction, table} = connection;
	if (direction === 'outbound' && answers.outbound.mode === 'open') {
		return false;
	}

	switch (id) {
		case 'remote-support':
			return answers.support.enabled;
		case 'sql-udp':
			return answers.sql.udp;
		case 'https':
		case 'http':
			return answers.outbound.mode === 'ports';
		default:
			return (
				table !== 'External Destinations' ||
				(answers.outbound.mode === 'destinations' && isListedDestination(connection))
			);
	}
}

/**
 * Whether the list itself says where a connection goes. Where the ports are open such
 * destinations are reached by the rules of their ports; time servers and the mail relay are
 * the site's own, and have a rule in any case.
 */
function isListedDestination({table, peer, probe}: Connection): boolean {
	return table === 'External Destinations' && peer === 'destination' && probe !== 'smtp';
}

function peersFor(connection: Connection, answers: Answers, names: ResolvedNames): Peers {
	switch (connection.peer) {
		case 'viewers.subnets':
			return peersOf(answers.viewers.subnets, names);
		case 'appsanywhere.servers':
			return peersOf(answers.appsanywhere.servers, names);
		case 'support.sources':
			return peersOf(answers.support.sources, names);
		case 'sql.host':
			return outboundPeers([answers.sql.host], answers, names);
		default:
			return answers.outbound.mode === 'destinations'
				? followedPeersOf(destinationsOf(connection, answers), names)
				: {kind: 'any'};
	}
}

function destinationsOf(
	{id, destination}: Connection,
	{time, smtp}: Answers,
): readonly string[] {
	switch (id) {
		case 'time':
			return time.servers;
		case 'mail':
			return [smtp.host];
		default:
			return destination === undefined ? [] : [destination];
	}
}

function ruleForExtra(extra: Extra, answers: Answers, names: ResolvedNames): Rule {
	return {
		id: `extra-${extra.id}`,
		origin: 'site',
		direction: extra.direction,
		match: {kind: 'port', protocol: extra.protocol, port: extra.port},
		peers:
			extra.direction === 'outbound'
				? outboundPeers([extra.peer], answers, names)
				: peersOf([extra.peer], names),
		usage: extra.usage,
	};
}
