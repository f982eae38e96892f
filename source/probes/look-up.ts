import type {Address} from '../addresses/address.js';
import type {Endpoint} from '../addresses/peer.js';
import type {NameAnswer} from '../host/resolver.js';
import type {ProbeNetwork} from './network.js';

/** Where an endpoint is found. */
export type Found = {
	/** What the DNS said; undefined where the endpoint is an address already. */
	readonly name: NameAnswer | undefined;
	readonly addresses: readonly Address[];
};

export async function lookUp(
	endpoint: Endpoint | undefined,
	{resolve}: Pick<ProbeNetwork, 'resolve'>,
): Promise<Found> {
	if (endpoint?.kind !== 'name') {
		return {name: undefined, addresses: endpoint === undefined ? [] : [endpoint.address]};
	}

	const name = await resolve(endpoint.name);
	return {name, addresses: name.outcome === 'answered' ? name.addresses : []};
}
