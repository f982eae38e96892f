import {formatAddress} from '../../addresses/address.js';
import type {Connection} from '../../catalogue/connection.js';
import type {Policy} from '../../policy/policy.js';
import {ruleForName} from '../../policy/rule-for-name.js';
import {concludeWithout} from '../conclude.js';
import {joinWays} from '../join-ways.js';
import {judgeWays} from '../judge-ways.js';
import type {Journey} from '../observation.js';
import {observeDestination, permittedThen} from '../observe-destination.js';
import {willBeLetOut} from '../permitted-here.js';
import type {ProbeContext} from '../probe-context.js';
import type {WebErrand} from '../talk.js';
import type {TriedMirror} from './tried-mirror.js';

/** dnf gives up on a list after a few hosts. */
const mostTried = 3;

/**
 * Fetches from the first hosts that a list of mirrors names, as dnf does: where one is not
 * permitted it goes on to the next, and so comes to those that are. Undefined where no list
 * was asked for.
 */
export async function tryMirrors(
	connection: Connection,
	journeys: readonly Journey[],
	context: ProbeContext,
): Promise<readonly TriedMirror[] | undefined> {
	const [list] = journeys.flatMap(({seen: {http}}) =>
		http?.outcome === 'answered' && http.mirrors !== undefined ? [http.mirrors] : [],
	);
	if (list === undefined) {
		return undefined;
	}

	const policy = await context.policy;
	const errands = list.map(errandAt);
	const named = errands.filter(errand => isNamed(errand, policy));
	const others = errands.filter(errand => !named.includes(errand));
	const first = [...named, ...others].slice(0, mostTried);
	return Promise.all(
		first.map(errand => tryMirror(errand, {connection, policy, context})),
	);
}

function errandAt(file: string): WebErrand {
	const {protocol, hostname, port, pathname, search} = new URL(file);
	const isSecure = protocol === 'https:';
	return {
		talk: isSecure ? 'https' : 'http',
		host: hostname.replace(/^\[(?<address>.*)\]$/, '$<address>'),
		port: port === '' ? (isSecure ? 443 : 80) : Number(port),
		path: `${pathname}${search}`,
	};
}

function isNamed({host: name, port}: WebErrand, {rules}: Policy): boolean {
	return ruleForName(rules, {name, port, protocol: 'tcp'}) !== undefined;
}

type Trying = {
	readonly connection: Connection;
	readonly policy: Policy;
	readonly context: ProbeContext;
};

async function tryMirror(
	errand: WebErrand,
	{connection, policy, context}: Trying,
): Promise<TriedMirror> {
	const observation = await observeDestination(errand, context);
	const {name, journeys} = observation;
	const permitted = await permittedThen(connection, errand, journeys, context);
	const best = joinWays(judgeWays(journeys, errand, connection, permitted));
	const {host} = errand;
	if (best === undefined) {
		const judged = concludeWithout({}, name, permitted);
		const isPermitted = isNamed(errand, policy);
		return {host, isPermitted, judgement: judged, address: null, observation};
	}

	const {way} = best.journey;
	return {
		host,
		isPermitted: willBeLetOut(policy, way, errand, connection.protocol),
		judgement: best.judgement,
		address: formatAddress(way.address),
		observation,
	};
}
