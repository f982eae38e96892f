import type {Match} from '../../policy/policy.js';
import {gravest, type ProbeResult} from '../../probes/probe-result.js';
import type {Site, SiteRule} from '../site.js';
import type {ConnectionRow} from './connection-rows.js';
import {endOfPeers, ownEnd, type RowEnd} from './row-end.js';
import {standingOf} from './standing.js';

/** What the server itself needs beside the list, and what this site has added. */
export function neededRows(site: Site): readonly ConnectionRow[] {
	return site.rules
		.filter(({origin}) => origin !== 'list')
		.filter(({match}) => isSeenByOthers(match, site))
		.flatMap(rule => rowsOfRule(rule, site));
}

/** Whether a firewall of the site has to know of it. */
function isSeenByOthers(match: Match, {addresses}: Site): boolean {
	const hasIpv6 = addresses.some(address => address.includes(':'));
	return (
		match.kind === 'port' || (match.kind === 'icmp' && (match.family === 4 || hasIpv6))
	);
}

function rowsOfRule(rule: SiteRule, site: Site): readonly ConnectionRow[] {
	const {direction, match, peers} = rule;
	const isInbound = direction === 'inbound';
	const others = endOfPeers(peers, site, isInbound ? 'anyone' : 'any destination');
	// Each DNS server answers, or does not, by itself.
	const ends: readonly RowEnd[] = isInbound ? [others] : others.map(peer => [peer]);
	return ends.map(end => {
		const own = ownEnd(site);
		const result = resultAbout(rule, end, site);
		return {
			id: rule.id,
			origin: rule.origin,
			direction,
			source: isInbound ? end : own,
			destination: isInbound ? own : end,
			port: match.kind === 'port' ? match.port : undefined,
			protocol: protocolOf(match),
			usage: rule.usage,
			rule,
			standing: standingOf(result, site.run),
			result,
		};
	});
}

/** Of a rule for any destination, what came of all that was tried by it. */
function resultAbout(
	{id, peers}: SiteRule,
	end: RowEnd,
	{run}: Site,
): ProbeResult | undefined {
	const results = run?.results.filter(result => result.id === id) ?? [];
	return peers.kind === 'any'
		? gravest(results)
		: results.find(({destination}) => end.some(({name}) => name === destination));
}

function protocolOf(match: Match): string {
	switch (match.kind) {
		case 'port':
			return match.protocol;
		case 'icmp':
			return match.family === 4 ? 'icmp' : 'icmpv6';
		default:
			return 'any';
	}
}
