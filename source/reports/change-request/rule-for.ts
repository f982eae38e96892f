import {contains} from '../../addresses/cidr-list.js';
import {readPeer} from '../../addresses/peer.js';
import type {Connection} from '../../catalogue/connection.js';
import type {Peers} from '../../policy/policy.js';
import type {Site, SiteRule} from '../site.js';

/** Where a row of the list goes at this site; a row that only has a port has no host. */
export type RowTarget = {readonly port: number; readonly host?: string};

/**
 * The rule of this server's own firewall that permits a row of the list: its own, that of
 * its port or its destination, or the one that permits everything. Undefined where none does.
 */
export function ruleFor(
	{id, direction, protocol}: Pick<Connection, 'id' | 'direction' | 'protocol'>,
	{port, host}: RowTarget,
	{rules}: Pick<Site, 'rules'>,
): SiteRule | undefined {
	const sameWay = rules.filter(rule => rule.direction === direction);
	return (
		sameWay.find(rule => rule.id === id) ??
		sameWay.find(
			({match, peers}) =>
				match.kind === 'port' &&
				match.protocol === protocol &&
				match.port === port &&
				isFor(peers, host),
		) ??
		sameWay.find(({match}) => match.kind === 'everything')
	);
}

function isFor(peers: Peers, host: string | undefined): boolean {
	const end = host === undefined ? undefined : readPeer(host).value;
	if (peers.kind === 'any' || end === undefined) {
		return peers.kind === 'any';
	}

	return end.kind === 'name'
		? peers.names.some(({name}) => name === end.name)
		: peers.cidrs.some(cidr => contains(cidr, end.cidr));
}
