import {formatAddress} from '../addresses/address.js';
import {readEndpoint} from '../addresses/peer.js';
import type {Connection} from '../catalogue/connection.js';
import type {NameAnswer} from '../host/resolver.js';
import {explain, type PortPacket} from '../policy/explain.js';
import type {Finding} from './finding.js';
import {type JudgedWay, joinWays} from './join-ways.js';
import {judgeAnswer, judgePrivateAnswer} from './judge-answer.js';
import {judgeJourney, type PermittedHere} from './judge-journey.js';
import {judgeName} from './judge-name.js';
import {type Judgement, judgement} from './judgement.js';
import {lookUp} from './look-up.js';
import {makeResult, type RowResult} from './make-result.js';
import type {Journey, OutboundObservation} from './observation.js';
import type {ProbeContext} from './probe-context.js';
import {proxyWays} from './proxy/proxy-ways.js';
import {type Errand, portOf} from './talk.js';
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
	const permitted = permittedHere(connection, errand, context);
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
	const conclusion =
		best === undefined
			? concludeWithout(connection, name, permitted)
			: conclude(connection, errand, name, best);
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

/** Why no way could be gone: the name has no address. */
function concludeWithout(
	connection: Connection,
	name: NameAnswer | undefined,
	permitted: PermittedHere,
): Judgement {
	return name === undefined || name.outcome === 'answered'
		? judgement('probe.failed', 'nothing was tried')
		: judgeName(connection, name, permitted.dns);
}

/** What the ways prove, and the answer of the DNS that led there. */
function conclude(
	{retired, peer}: Connection,
	{talk}: Errand,
	name: NameAnswer | undefined,
	{via, judgement: best}: JudgedWay,
): Judgement {
	if (retired !== undefined && isOfNetwork(best)) {
		return judgement('vendor.retired', `retired on ${retired.since}`);
	}

	if (name?.outcome !== 'answered' || (best.cause !== null && !isOfNetwork(best))) {
		return best;
	}

	// Nothing in plain HTTP shows who answers.
	const isProven = best.cause === null && (talk !== 'http' || via === 'proxy');
	const isPublic = peer === 'destination';
	const odd = isPublic ? judgePrivateAnswer(name, isProven) : undefined;
	if (odd !== undefined) {
		return {...odd, isSoftened: best.cause === null};
	}

	return best.cause === null ? (judgeAnswer(name) ?? best) : best;
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
	errand: Errand,
	{inEffect, resolvers}: ProbeContext,
): PermittedHere {
	return {
		way: way =>
			isLetOut(inEffect, {peer: way.address, protocol, port: portOf(way, errand)}),
		dns: mayAskDns({inEffect, resolvers}),
	};
}

/** Whether the rules in effect here let questions to the DNS out. */
export function mayAskDns({
	inEffect,
	resolvers,
}: Pick<ProbeContext, 'inEffect' | 'resolvers'>): boolean {
	return (
		resolvers.length === 0 ||
		resolvers.some(peer => isLetOut(inEffect, {peer, protocol: 'udp', port: 53}))
	);
}

function isLetOut(
	inEffect: ProbeContext['inEffect'],
	packet: Omit<PortPacket, 'direction'>,
): boolean {
	return (
		inEffect === undefined ||
		explain(inEffect, {...packet, direction: 'outbound'}).verdict === 'accept'
	);
}
