import type {Connection} from '../../catalogue/connection.js';
import type {Site, SiteRule} from '../site.js';

/**
 * The rule of this server's own firewall that permits a row of the list: its own, that of
 * its port, or the one that permits everything. Undefined where none does.
 */
export function ruleFor(
	{id, direction, protocol}: Pick<Connection, 'id' | 'direction' | 'protocol'>,
	port: number,
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
				peers.kind === 'any',
		) ??
		sameWay.find(({match}) => match.kind === 'everything')
	);
}
