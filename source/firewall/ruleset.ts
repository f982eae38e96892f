import {formatCidr} from '../addresses/cidr.js';
import {ofFamily} from '../addresses/cidr-list.js';
import type {Direction, Protocol} from '../catalogue/connection.js';
import {followedNames} from '../policy/followed-names.js';
import type {Permission, Policy} from '../policy/policy.js';
import {addressTypes, nameSetLines, table} from './name-sets.js';
import {type PeerFamily, peerMatches, setName, setNames, setsOf} from './peer-sets.js';

/** As they stand in a packet: the names would be looked up in a file (protocols(5)). */
export const protocolNumbers: Readonly<Record<Protocol, number>> = {tcp: 6, udp: 17};

const chains = ['input', 'output', 'published', 'forward'] as const;

/**
 * The nft script that puts a policy into effect in one transaction. The same script
 * serves the first load and every later one: chains and sets are kept, emptied and
 * filled again, so no packet ever meets a half-made table. It holds numbers only and
 * nothing that came from outside as text, but for the names of sets.
 *
 * The sets of names that are followed are neither emptied nor filled here: whoever follows
 * them knows better.
 *
 * @param held the sets that our table in the kernel has, where the script is for now and not
 *   for whenever: those that this policy does not need are taken away, and those that it
 *   brings are filled as they are made, for which nft takes two thirds of the time
 */
export function renderRuleset(policy: Policy, held?: readonly string[]): string {
	const sets = setsOf(policy).map(set => ({
		...set,
		isNew: held !== undefined && !held.includes(setName(set.rule, set.family)),
	}));
	const needed = new Set(setNames(policy));
	return [
		`add table ${table}`,
		`table ${table} {`,
		...sets.map(declareSet),
		...nameSetLines(followedNames(policy)).map(line => `\t${line}`),
		'\tchain input { type filter hook input priority -5; policy drop; }',
		'\tchain output { type filter hook output priority -5; policy drop; }',
		'\tchain published { }',
		'\tchain forward { type filter hook forward priority -5; policy accept; }',
		'}',
		...chains.map(chain => `flush chain ${table} ${chain}`),
		...(held ?? [])
			.filter(name => !needed.has(name))
			.map(name => `delete set ${table} ${name}`),
		...sets.filter(({isNew}) => !isNew).flatMap(fillSet),
		`table ${table} {`,
		'\tchain input {',
		...inputRules(policy).map(line => `\t\t${line}`),
		'\t}',
		'\tchain output {',
		...outputRules(policy).map(line => `\t\t${line}`),
		'\t}',
		'\tchain published {',
		...publishedRules(policy).map(line => `\t\t${line}`),
		'\t}',
		'\tchain forward {',
		'\t\tct status dnat ct direction original jump published',
		'\t}',
		'}',
		'',
	].join('\n');
}

type RenderedSet = {
	readonly rule: Permission;
	readonly family: PeerFamily;
	readonly isNew: boolean;
};

function declareSet({rule, family, isNew}: RenderedSet): string {
	const start = `\tset ${setName(rule, family)} { type ${addressTypes[family.number]}; flags interval;`;
	const elements = isNew ? elementsOf(rule, family) : '';
	return elements === '' ? `${start} }` : `${start} elements = {\n${elements}\n\t}; }`;
}

function fillSet({rule, family}: RenderedSet): readonly string[] {
	const name = `${table} ${setName(rule, family)}`;
	const elements = elementsOf(rule, family);
	return elements === ''
		? [`flush set ${name}`]
		: [`flush set ${name}`, `add element ${name} {`, elements, '}'];
}

/** One a line, so that a difference of two scripts shows each. */
function elementsOf({peers}: Permission, family: PeerFamily): string {
	const cidrs = peers.kind === 'any' ? [] : ofFamily(peers.cidrs, family.number);
	return cidrs.map(cidr => `\t${formatCidr(cidr)},`).join('\n');
}

/**
 * The listed ports are judged by their sources before open connections are: a key
 * pressed in an SSH session has then itself passed these rules.
 */
function inputRules({rules, guardedPorts}: Policy): readonly string[] {
	const {loopback, replies, rest} = byKind(rules, 'inbound');
	const isGuarded = ({match}: Permission) =>
		match.kind === 'port' &&
		match.protocol === 'tcp' &&
		guardedPorts.includes(match.port);
	return [
		...loopback.flatMap(linesFor),
		...rest.filter(isGuarded).flatMap(linesFor),
		`tcp dport { ${guardedPorts.join(', ')} } counter drop comment "refused"`,
		...replies.flatMap(linesFor),
		...rest.filter(rule => !isGuarded(rule)).flatMap(linesFor),
		'counter comment "refused"',
	];
}

/**
 * Whatever is no first packet of a connection. Where nobody tracked connections before,
 * the next packet of an open one counts as new: refused, it would silence a session until
 * its other end says something.
 */
const openBefore = 'tcp flags & (syn | ack) == ack';

/**
 * What is turned to this server on its way out, as look-ups are while names are followed,
 * still has the interface that it set out for.
 */
const turnedHere = ['ip daddr 127.0.0.0/8', 'ip6 daddr ::1'] as const;

/** Refusals are said aloud, so that a program here fails at once instead of waiting. */
function outputRules({rules}: Policy): readonly string[] {
	const {loopback, replies, rest} = byKind(rules, 'outbound');
	return [
		...loopback.flatMap(linesFor),
		...loopback.flatMap(rule => turnedHere.flatMap(match => accept(rule, match))),
		...replies.flatMap(linesFor),
		...replies.flatMap(rule => accept(rule, openBefore)),
		...rest.flatMap(linesFor),
		'counter reject with icmpx type admin-prohibited comment "refused"',
	];
}

/**
 * What is sent on to a container never meets the input chain, so it is judged here, by
 * the port that was dialled. There is no rule for replies: every packet from outside is
 * judged, as on a guarded port, and those on their way back do not come here.
 */
function publishedRules({rules}: Policy): readonly string[] {
	return [
		...rules.filter(isForPublished).flatMap(rule => accept(rule, publishedMatch(rule))),
		'counter drop comment "refused"',
	];
}

/**
 * Ports, and ICMP, which says "packet too big" about a connection. A port of origin is
 * DHCP's, which is about this server itself.
 */
export function isForPublished({
	direction,
	match,
}: Pick<Permission, 'direction' | 'match'>): boolean {
	return (
		direction === 'inbound' &&
		(match.kind === 'icmp' || (match.kind === 'port' && match.sourcePort === undefined))
	);
}

function publishedMatch(rule: Permission): string {
	const {match} = rule;
	// One protocol a rule: after a set of them, nft 1.0.6 cannot list the port.
	return match.kind === 'port'
		? `meta l4proto ${protocolNumbers[match.protocol]} ct original proto-dst ${match.port}`
		: packetMatch(rule);
}

function byKind(rules: readonly Permission[], direction: Direction) {
	const ours = rules.filter(rule => rule.direction === direction);
	return {
		loopback: ours.filter(({match}) => match.kind === 'loopback'),
		replies: ours.filter(({match}) => match.kind === 'replies'),
		rest: ours.filter(({match}) => match.kind !== 'loopback' && match.kind !== 'replies'),
	};
}

function linesFor(rule: Permission): readonly string[] {
	return accept(rule, packetMatch(rule));
}

/** One line, or one a family for each set in which the rule has peers. */
function accept(rule: Permission, match: string): readonly string[] {
	const verdict = `counter accept comment "${rule.id}"`;
	return peerMatches(rule).map(({peer, renewal}) =>
		[peer, match, renewal, verdict].filter(part => part !== '').join(' '),
	);
}

function packetMatch({match, direction}: Permission): string {
	switch (match.kind) {
		case 'port': {
			const source =
				match.sourcePort === undefined
					? ''
					: `${match.protocol} sport ${match.sourcePort} `;
			return `${source}${match.protocol} dport ${match.port}`;
		}

		case 'icmp':
			return `${match.family === 4 ? 'icmp' : 'icmpv6'} type { ${match.types.join(', ')} }`;
		case 'loopback':
			return direction === 'inbound' ? 'iif lo' : 'oif lo';
		case 'replies':
			return 'ct state established,related';
		case 'everything':
			return '';
	}
}
