import {formatAddress} from '../addresses/address.js';
import {followedAmong, permittedAddresses} from '../policy/followed-names.js';
import type {Permission} from '../policy/policy.js';
import {leaseInUse, nameSet, table} from './name-sets.js';

/** The nft script that permits what the followed names of some rules stand for. */
export function fillNames(rules: readonly Permission[]): string {
	const names = new Map(
		rules
			.flatMap(({peers}) => followedAmong(peers))
			.map(each => [each.name, permittedAddresses(each)]),
	);
	return [...names]
		.flatMap(([name, addresses]) =>
			addresses.map(address => ({set: nameSet(name, address.family), address})),
		)
		.map(
			({set, address}) =>
				`add element ${table} ${set} { ${formatAddress(address)} timeout ${leaseInUse}s }\n`,
		)
		.join('');
}
