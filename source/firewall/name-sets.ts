import type {Family} from '../addresses/address.js';

/** The one nft table that is ours. */
export const table = 'inet analytics_setup';

/** How the kernel calls the addresses of each family. */
export const addressTypes = {4: 'ipv4_addr', 6: 'ipv6_addr'} as const;

/** How long an address that is in use without a connection stays, in seconds. */
export const leaseInUse = 3600;

/** The set of the addresses that a followed name has: `to-license.looker.com-4`. */
export function nameSet(name: string, family: Family): string {
	return `to-${name}-${family}`;
}

/** The name and the family of such a set; undefined for any other set of ours. */
export function nameOfSet(
	set: string,
): {readonly name: string; readonly family: Family} | undefined {
	const [, name, family] = /^to-(.+)-([46])$/.exec(set) ?? [];
	return name === undefined ? undefined : {name, family: family === '4' ? 4 : 6};
}

/** The sets of names in what `nft list table` prints. */
export function nameSetsIn(listing: string): readonly string[] {
	return (listing.match(/(?<=^\tset )\S+(?= \{$)/gm) ?? []).filter(nameOfSet);
}

/** Both sets of each name, as they are declared; what they hold runs out by itself. */
export function nameSetLines(names: readonly string[]): readonly string[] {
	return names.flatMap(name =>
		([4, 6] as const).map(
			family =>
				`set ${nameSet(name, family)} { type ${addressTypes[family]}; flags dynamic,timeout; }`,
		),
	);
}

/** The nft script that makes these sets where they are missing, and changes nothing else. */
export function renderNameSets(names: readonly string[]): string {
	return [
		`add table ${table}`,
		`table ${table} {`,
		...nameSetLines(names).map(line => `\t${line}`),
		'}',
		'',
	].join('\n');
}
