import type {Policy} from '../../policy/policy.js';
import type {Listing} from '../nft-listing.js';
import {describePublished} from './describe-published.js';
import {
	baseChains,
	type ForeignChain,
	type ForeignTable,
	foreignTables,
} from './foreign-table.js';
import {knownManagers, type Manager} from './known-managers.js';
import type {Neighbour} from './neighbour.js';
import {hasUnreadablePorts, publishedPorts} from './published-port.js';
import {refusedTraffic, seenTraffic, type Traffic} from './refusals.js';

/** Everybody else who has a say in nftables, from `nft -j -n list ruleset`. */
export function neighboursOf(
	listing: Listing,
	policy: Pick<Policy, 'rules'>,
): readonly Neighbour[] {
	const tables = foreignTables(listing).filter(table => baseChains(table).length > 0);
	return [
		...knownManagers.flatMap(manager => knownNeighbour(manager, tables)),
		...tables.flatMap(unknownNeighbour),
		...[...Map.groupBy(tables, publisherOf)].flatMap(([publisher, its]) =>
			published(publisher, its, policy),
		),
	];
}

function knownNeighbour(
	{name, text, isBlocking, ...manager}: Manager,
	tables: readonly ForeignTable[],
): readonly Neighbour[] {
	return tables.some(table => isIn(manager, table)) ? [{name, text, isBlocking}] : [];
}

/** A table that is no known program's own, as far as its guests do not explain it. */
function unknownNeighbour(table: ForeignTable): readonly Neighbour[] {
	if (knownManagers.some(({isOwner}) => isOwner(table))) {
		return [];
	}

	const guests = knownManagers.filter(manager => isIn(manager, table));
	const refused = refusedTraffic(
		table,
		chain => guests.some(({isGuest}) => isGuest(chain)),
		// Docker and podman refuse what goes to containers, and let in what they publish.
	).filter(traffic => traffic !== 'forwarded' || !guests.some(isPublisher));
	if (guests.length > 0 && refused.length === 0) {
		return [];
	}

	const name = printable(table.name);
	return [
		{
			name,
			text:
				refused.length > 0
					? `${describeTable(name)} may still refuse what these rules permit: it judges ${words(refused)} packets too.`
					: `${describeTable(name)} sees ${words(seenTraffic(table))} packets too, and refuses none.`,
			isBlocking: refused.length > 0,
		},
	];
}

function published(
	name: string,
	tables: readonly ForeignTable[],
	policy: Pick<Policy, 'rules'>,
): readonly Neighbour[] {
	const publisher = knownManagers.some(manager => manager.name === name)
		? name
		: `the table "${name}"`;
	const texts = [
		...describePublished(publisher, tables.flatMap(publishedPorts), policy),
		...(tables.some(hasUnreadablePorts)
			? [
					`Some ports that ${publisher} publishes cannot be read here: by these rules only those may be reached that a rule names.`,
				]
			: []),
	];
	return texts.map(text => ({name, text, isBlocking: false}));
}

function publisherOf(table: ForeignTable): string {
	const manager = knownManagers.find(each => isPublisher(each) && isIn(each, table));
	return manager?.name ?? printable(table.name);
}

function isPublisher({name}: Manager): boolean {
	return name === 'docker' || name === 'podman';
}

function isIn(
	{isOwner, isGuest}: Pick<Manager, 'isOwner' | 'isGuest'>,
	table: ForeignTable,
): boolean {
	return isOwner(table) || table.chains.some((chain: ForeignChain) => isGuest(chain));
}

function describeTable(name: string): string {
	if (/^ip6? (?:filter|nat|mangle|raw|security)$/.test(name)) {
		return `The iptables table "${name}"`;
	}

	return name === 'inet filter'
		? 'The table "inet filter", which is usually that of nftables.service,'
		: `The table "${name}"`;
}

function words(traffic: readonly Traffic[]): string {
	return traffic.join(' and ');
}

/** A table may have any name: what is no plain word does not reach a terminal. */
function printable(name: string): string {
	return name.replaceAll(/[^\w. -]/g, '?').slice(0, 64);
}
