import type {Protocol} from '../../catalogue/connection.js';
import type {Expression} from '../nft-listing.js';
import {
	baseChains,
	chainsFrom,
	type ForeignChain,
	type ForeignTable,
} from './foreign-table.js';

/** One port, or a range of them, that is sent on to another machine or a container. */
export type PublishedPort = {
	readonly protocol: Protocol;
	readonly first: number;
	readonly last: number;
	/** Where to, as far as it is known: `172.17.0.2:80`. */
	readonly target: string;
};

/**
 * The ports that the chains of a table send on. What this server itself sends elsewhere
 * (the output hook) is not published.
 */
export function publishedPorts(table: ForeignTable): readonly PublishedPort[] {
	return publishingRules(table).flatMap(expr => {
		const target = targetOf(expr);
		return portsOf(expr).map(port => ({...port, target}));
	});
}

/** Whether a table publishes something of which nft does not tell the port. */
export function hasUnreadablePorts(table: ForeignTable): boolean {
	return (
		publishingRules(table).some(expr => portsOf(expr).length === 0) ||
		publishingChains(table).some(
			({hook, rules}) => hook === undefined && rules.some(isExtension),
		)
	);
}

function publishingRules(table: ForeignTable): ReadonlyArray<readonly Expression[]> {
	return publishingChains(table)
		.flatMap(({rules}) => rules)
		.filter(expr => expr.some(({dnat}) => dnat !== undefined));
}

function publishingChains(table: ForeignTable): readonly ForeignChain[] {
	const chains = baseChains(table)
		.filter(({type, hook}) => type === 'nat' && hook === 'prerouting')
		.flatMap(base => chainsFrom(table, base));
	return [...new Set(chains)];
}

/** An iptables target that this nft cannot read: DNAT, or one without a name. */
function isExtension(expr: readonly Expression[]): boolean {
	return expr.some(({xt}) => xt === null || xt?.name === 'DNAT');
}

function portsOf(
	expr: readonly Expression[],
): ReadonlyArray<Omit<PublishedPort, 'target'>> {
	return expr.flatMap(({match}) => {
		const {protocol, field} = match?.left.payload ?? {};
		return match?.op === '==' &&
			field === 'dport' &&
			(protocol === 'tcp' || protocol === 'udp')
			? rangesOf(match.right).map(range => ({protocol, ...range}))
			: [];
	});
}

function rangesOf(
	right: unknown,
): ReadonlyArray<{readonly first: number; readonly last: number}> {
	if (typeof right === 'number') {
		return [{first: right, last: right}];
	}

	if (typeof right !== 'object' || right === null) {
		return [];
	}

	if ('set' in right && Array.isArray(right.set)) {
		return right.set.flatMap(rangesOf);
	}

	const [first, last] = 'range' in right && Array.isArray(right.range) ? right.range : [];
	return typeof first === 'number' && typeof last === 'number' ? [{first, last}] : [];
}

function targetOf(expr: readonly Expression[]): string {
	const {addr, port} = expr.find(({dnat}) => dnat !== undefined)?.dnat ?? {};
	if (typeof addr !== 'string') {
		return '';
	}

	const host = addr.includes(':') ? `[${addr}]` : addr;
	return typeof port === 'number' ? `${host}:${port}` : addr;
}
