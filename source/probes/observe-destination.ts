import {readEndpoint} from '../addresses/peer.js';
import type {Connection} from '../catalogue/connection.js';
import {lookUp} from './look-up.js';
import type {Journey, OutboundObservation} from './observation.js';
import {type PermittedHere, permittedHere} from './permitted-here.js';
import type {ProbeContext} from './probe-context.js';
import {proxyWays} from './proxy/proxy-ways.js';
import type {Errand} from './talk.js';
import {directWays} from './ways.js';

/** Looks a destination up, and goes every way to it at the same time. */
export async function observeDestination(
	errand: Errand,
	context: ProbeContext,
): Promise<OutboundObservation> {
	const {network, waysOut, signal} = context;
	const {name, addresses} = await lookUp(readEndpoint(errand.host).value, network);
	const ways = [
		...directWays(addresses, waysOut.families),
		...(await proxyWays(errand, addresses, context)),
	];
	const journeys = ways.map(async way => ({
		way,
		seen: await network.travel(way, errand, signal),
	}));
	return {name, journeys: await Promise.all(journeys)};
}

/**
 * What the rules let out when some ways were gone. The addresses of names come and go: where
 * one may have been refused, the kernel is asked again.
 */
export async function permittedThen(
	connection: Pick<Connection, 'protocol'>,
	errand: Errand,
	journeys: readonly Journey[],
	context: ProbeContext,
): Promise<PermittedHere> {
	const before = permittedHere(connection, errand, context);
	const isUnclear = journeys.some(
		({way, seen}) => seen.dialled.outcome !== 'connected' && before.name(way),
	);
	return isUnclear
		? permittedHere(connection, errand, {
				...context,
				inEffect: await context.readInEffect(),
			})
		: before;
}
