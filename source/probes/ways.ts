import type {Address, Family} from '../addresses/address.js';
import type {Way} from './talk.js';

/** Of a name with many addresses, as many of each family are tried. */
const mostAddresses = 2;

/**
 * The straight ways to a destination. A family that this server does not have at all is
 * not tried: that would say nothing about the destination.
 */
export function directWays(
	addresses: readonly Address[],
	families: readonly Family[],
): readonly Way[] {
	const ofHost = addresses.filter(({family}) => families.includes(family));
	const tried = ofHost.length > 0 ? ofHost : addresses;
	return [4, 6].flatMap(family =>
		tried
			.filter(address => address.family === family)
			.slice(0, mostAddresses)
			.map(address => ({via: 'direct', address}) as const),
	);
}
