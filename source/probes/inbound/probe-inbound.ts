import {formatAddress} from '../../addresses/address.js';
import {isLoopback, uncoveredBy} from '../../addresses/cidr-list.js';
import type {Connection} from '../../catalogue/connection.js';
import {describePeers} from '../../policy/describe.js';
import type {Permission, ResolvedName} from '../../policy/policy.js';
import {judgement} from '../judgement.js';
import {makeResult, type RowResult} from '../make-result.js';
import type {ProbeNetwork} from '../network.js';
import type {ProbeContext} from '../probe-context.js';
import type {ProbeResult} from '../probe-result.js';
import {judgeInbound, type Sources} from './judge-inbound.js';

/** Judges a port of this server by who listens, and by who has come. */
export async function probeInbound(
	connection: Connection,
	context: ProbeContext,
): Promise<ProbeResult> {
	const {answers, inEffect, network} = context;
	const policy = await context.policy;
	const wanted = policy.rules.find(({id}) => id === connection.id);
	const row: RowResult = {
		connection,
		source:
			wanted === undefined ? connection.source : describePeers(wanted.peers, 'anyone'),
		destination: answers.server.hostname,
		port: connection.portNumber,
	};
	if (wanted === undefined) {
		const off = judgement('answers.not-used', 'remote support is switched off');
		return makeResult(row, off, null, context);
	}

	const sockets = (await network.readTcpSockets()).filter(
		({port}) => port === connection.portNumber,
	);
	const observation = {
		listening: sockets.filter(({state}) => state === 'listening').map(({local}) => local),
		connected: sockets
			.filter(({state}) => state === 'established')
			.map(({remote}) => remote),
		packets: inEffect?.rules.find(({id}) => id === connection.id)?.packets,
	};
	const judged = judgeInbound(observation, await sourcesOf(wanted, context));
	const visitor = observation.connected.find(address => !isLoopback(address));
	return makeResult(row, judged, observation, context, {
		address: visitor === undefined ? null : formatAddress(visitor),
		milliseconds: null,
		ways: [],
	});
}

async function sourcesOf(
	{id, peers}: Permission,
	{inEffect, network}: ProbeContext,
): Promise<Sources> {
	if (peers.kind === 'any') {
		return {count: 1, missing: [], unresolved: []};
	}

	const found = inEffect?.rules.find(rule => rule.id === id)?.peers;
	const letIn = found?.kind === 'some' ? found.cidrs : [];
	const isOpenToAll = inEffect === undefined || found?.kind === 'any';
	return {
		count: peers.cidrs.length,
		missing: isOpenToAll ? [] : uncoveredBy(letIn, peers.cidrs),
		unresolved: await findUnresolved(peers.names, network),
	};
}

/** Why names have no address: each was looked up already, and the answer kept. */
async function findUnresolved(
	names: readonly ResolvedName[],
	{resolve}: ProbeNetwork,
): Promise<Sources['unresolved']> {
	const nameless = names.filter(({addresses}) => addresses.length === 0);
	const looks = await Promise.all(
		nameless.map(async ({name}) => ({name, ...(await resolve(name))})),
	);
	return looks.flatMap(({name, outcome}) =>
		outcome === 'answered' ? [] : [{name, outcome}],
	);
}
