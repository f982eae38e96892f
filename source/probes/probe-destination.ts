import {formatAddress} from '../addresses/address.js';
import {isPrivate} from '../addresses/private.js';
import type {Connection} from '../catalogue/connection.js';
import type {NameAnswer} from '../host/resolver.js';
import {conclude, concludeWithout} from './conclude.js';
import type {Finding} from './finding.js';
import {type JudgedWay, joinWays} from './join-ways.js';
import {judgeWays} from './judge-ways.js';
import type {Judgement} from './judgement.js';
import {type AboutWay, makeResult, type RowResult} from './make-result.js';
import {judgeMirrors} from './mirrors/judge-mirrors.js';
import {tryMirrors} from './mirrors/try-mirrors.js';
import type {OutboundObservation} from './observation.js';
import {observeDestination, permittedThen} from './observe-destination.js';
import {willBeLetOut} from './permitted-here.js';
import type {ProbeContext} from './probe-context.js';
import type {Errand} from './talk.js';
import {durationOf, wayResult} from './way-result.js';

/** Looks a destination up, goes every way to it at the same time, and judges what was seen. */
export async function probeDestination(
	connection: Connection,
	errand: Errand,
	row: RowResult,
	context: ProbeContext,
): Promise<Finding> {
	const observation = await observeDestination(errand, context);
	const {journeys} = observation;
	const {conclusion, about} = await judgeDestination(
		connection,
		errand,
		observation,
		context,
	);
	const mirrors =
		conclusion.cause === null
			? await tryMirrors(connection, journeys, context)
			: undefined;
	if (mirrors === undefined) {
		return {result: makeResult(row, conclusion, observation, context, about), journeys};
	}

	const {judgement, address} = judgeMirrors(connection, mirrors, conclusion);
	const result = makeResult(row, judgement, {...observation, mirrors}, context, {
		...about,
		...(address === undefined ? {} : {address}),
	});
	return {result, journeys};
}

async function judgeDestination(
	connection: Connection,
	errand: Errand,
	{name, journeys}: OutboundObservation,
	context: ProbeContext,
): Promise<{readonly conclusion: Judgement; readonly about: AboutWay}> {
	const permitted = await permittedThen(connection, errand, journeys, context);
	const judged = judgeWays(journeys, errand, connection, permitted);
	const ways = judged.map(way => wayResult(way, way.journey, name, connection.protocol));
	const best = joinWays(judged);
	if (best === undefined) {
		return {
			conclusion: concludeWithout(connection, name, permitted),
			about: {address: null, milliseconds: name?.milliseconds ?? null, ways},
		};
	}

	const isShut = await isInsideShut(connection, errand, {name, best}, context);
	const {way, seen} = best.journey;
	return {
		conclusion: conclude({connection, errand, name, best, isShut}),
		about: {address: formatAddress(way.address), milliseconds: durationOf(seen), ways},
	};
}

/** Whether an address inside, which the name of a public site has, will not be let out. */
async function isInsideShut(
	{protocol}: Connection,
	errand: Errand,
	{name, best}: {readonly name: NameAnswer | undefined; readonly best: JudgedWay},
	{answers, policy}: ProbeContext,
): Promise<boolean> {
	if (answers.outbound.mode !== 'destinations' || best.via === 'proxy') {
		return false;
	}

	const rules = await policy;
	const addresses = name?.outcome === 'answered' ? name.addresses : [];
	return addresses
		.filter(isPrivate)
		.some(address => !willBeLetOut(rules, {via: 'direct', address}, errand, protocol));
}
