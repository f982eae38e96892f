import type {Address, Family} from '../addresses/address.js';

/** How this server reaches others. */
export type WaysOut = {
	/** The address families worth trying. */
	readonly families: readonly Family[];
	/** What the server lacks altogether. */
	readonly lack: 'address' | 'route' | undefined;
};

/**
 * A family counts where there is an address and a default route. Where there is none of
 * them, what there is counts, so that the error of trying is seen.
 */
export function waysOut(
	addresses: readonly Address[],
	defaultRoutes: readonly Family[],
): WaysOut {
	const own = ([4, 6] as const).filter(family =>
		addresses.some(address => address.family === family),
	);
	const whole = own.filter(family => defaultRoutes.includes(family));
	if (own.length === 0) {
		return {families: [4, 6], lack: 'address'};
	}

	return whole.length === 0
		? {families: own, lack: 'route'}
		: {families: whole, lack: undefined};
}
