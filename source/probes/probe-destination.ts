import {type Address, formatAddress} from '../addresses/address.js';
import {readEndpoint} from '../addresses/peer.js';
import type {Connection} from '../catalogue/connection.js';
import {explain, type PortPacket} from '../policy/explain.js';
import type {Finding} from './finding.js';
import {type JudgedWay, joinWays} from './join-ways.js';
import {judgeJourney, type PermittedHere} from './judge-journey.js';
import {judgeName} from './judge-name.js';
import {type Judgement, judgement} from './judgement.js';
import {makeResult, type RowResult} from './make-result.js';
import type {Journey, OutboundObservation} from './observation.js';
import type {ProbeContext} from './probe-context.js';
import {proxyWays} from './proxy/proxy-ways.js';
import type {Errand} from './talk.js';
import {durationOf, wayResult} from './way-result.js';
import {directWays} from './ways.js';

/** Looks a destination up, goes every way to it at the same time, and judges what was seen. */
export async function probeDestination(
	connection: Connection,
	errand: Errand,
	row: RowResult,
	context: ProbeContext,
): Promise<Finding> {
	const observation = await observe(errand, context);
	const {name, journeys} = observation;
	const permitted = permittedHere(connection, errand.port, context);
	const judged = journeys.map(journey => ({
		via: viaOf(journey),
		journey,
		judgement: judgeJourney(journey, errand, connection, permitted),
	}));
	const best = joinWays(judged);
	const about = {
		address: best === undefined ? null : formatAddress(best.journey.way.address),
		milliseconds:
			best === undefined ? (name?.milliseconds ?? null) : durationOf(best.journey.seen),
		ways: judged.map(way => wayResult(way, way.journey, name, connection.protocol)),
	};
	const conclusion = conclude(connection, observation, best?.judgement, permitted);
	return {
		result: makeResult(row, conclusion, observation, context, about),
		journeys,
	};
}

async function observe(
	errand: Errand,
	context: ProbeContext,
): Promise<OutboundObservation> {
	const {network, waysOut, signal} = context;
	const {value: endpoint} = readEndpoint(errand.host);
	const name =
		endpoint?.kind === 'name' ? await network.resolve(endpoint.name) : undefined;
	const addresses = endpoint?.kind === 'address' ? [endpoint.address] : addressesOf(name);
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

function addressesOf(name: OutboundObservation['name']): readonly Address[] {
	return name?.outcome === 'answered' ? name.addresses : [];
}

/** What the ways prove; where there was none, why the name has no address. */
function conclude(
	connection: Connection,
	{name}: OutboundObservation,
	best: Judgement | undefined,
	permitted: PermittedHere,
): Judgement {
	if (best !== undefined) {
		const isGone = connection.retired !== undefined && isOfNetwork(best);
		return isGone
			? judgement('vendor.retired', `retired on ${connection.retired.since}`)
			: best;
	}

	return name === undefined || name.outcome === 'answered'
		? judgement('probe.failed', 'nothing was tried')
		: judgeName(connection, name, permitted.dns);
}

/** Whoever asks a network team for a way to what no longer exists wastes their time. */
function isOfNetwork({cause}: Judgement): boolean {
	return cause !== null && /^(?:tcp|tls|http|proxy)\./.test(cause);
}

function viaOf({way}: Journey): JudgedWay['via'] {
	if (way.via === 'proxy') {
		return 'proxy';
	}

	return way.address.family === 4 ? 'IPv4' : 'IPv6';
}

function permittedHere(
	{protocol}: Connection,
	port: number,
	{inEffect, resolvers}: ProbeContext,
): PermittedHere {
	const isPermitted = (packet: Omit<PortPacket, 'direction'>) =>
		inEffect === undefined ||
		explain(inEffect, {...packet, direction: 'outbound'}).verdict === 'accept';
	return {
		destination: peer => isPermitted({peer, protocol, port}),
		dns:
			resolvers.length === 0 ||
			resolvers.some(peer => isPermitted({peer, protocol: 'udp', port: 53})),
	};
}
