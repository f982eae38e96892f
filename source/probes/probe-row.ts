import type {Address} from '../addresses/address.js';
import {uncoveredBy} from '../addresses/cidr-list.js';
import {readEndpoint} from '../addresses/peer.js';
import type {Answers} from '../answers/schema.js';
import type {Connection} from '../catalogue/connection.js';
import type {InEffect} from '../firewall/backend.js';
import {describePeers} from '../policy/describe.js';
import {explain, type PortPacket} from '../policy/explain.js';
import type {Permission, Policy} from '../policy/policy.js';
import {judgeInbound, type Sources} from './judge-inbound.js';
import {judgeOutbound, type PermittedHere} from './judge-outbound.js';
import {judgement} from './judgement.js';
import {makeResult, type RowResult} from './make-result.js';
import type {ProbeNetwork} from './network.js';
import type {Attempt, OutboundObservation} from './observation.js';
import type {ProbeResult} from './probe-result.js';
import {type Target, targetsFor} from './target.js';

/** What every row of a run shares. */
export type ProbeContext = {
	readonly answers: Answers;
	/** What the answers ask for; it may still be waiting for names to be resolved. */
	readonly policy: Promise<Policy>;
	/** What works in the kernel now; undefined where no rules of ours do. */
	readonly inEffect: InEffect | undefined;
	readonly network: ProbeNetwork;
	/** This server's own address, for the remedies. */
	readonly from: string;
	/** The DNS servers that it asks. */
	readonly resolvers: readonly Address[];
	readonly signal: AbortSignal;
};

/** Of a name with many addresses, as many are tried, all at the same time. */
const mostAddresses = 4;

/** Proves one row that is not judged by others, once for each of its targets. */
export async function probeRow(
	connection: Connection,
	context: ProbeContext,
): Promise<readonly ProbeResult[]> {
	return connection.direction === 'inbound'
		? [await probeInbound(connection, context)]
		: Promise.all(
				targetsFor(connection, context.answers).map(target =>
					probeTarget(connection, target, context),
				),
			);
}

async function probeTarget(
	connection: Connection,
	target: Target,
	context: ProbeContext,
): Promise<ProbeResult> {
	const row: RowResult = {
		connection,
		source: context.answers.server.hostname,
		destination: target.host,
		port: target.port,
	};
	if (target.kind === 'nothing') {
		return makeResult(row, judgement('answers.not-used', target.reason), null, context);
	}

	if (connection.probe === 'unprovable') {
		const byDesign = judgement('udp.no-reply-by-design', 'no answer, by design');
		return makeResult(row, byDesign, null, context);
	}

	const observation = await observeOutbound(connection, target, context);
	const permitted = permittedHere(connection, target.port, context);
	const judged = judgeOutbound(connection, observation, permitted);
	return makeResult(row, judged, observation, context);
}

async function observeOutbound(
	{probe}: Connection,
	{host, port}: Target,
	{network, signal}: ProbeContext,
): Promise<OutboundObservation> {
	const {value: endpoint} = readEndpoint(host);
	const name =
		endpoint?.kind === 'name' ? await network.resolve(endpoint.name) : undefined;
	const addresses =
		endpoint?.kind === 'address'
			? [endpoint.address]
			: name?.outcome === 'answered'
				? name.addresses.slice(0, mostAddresses)
				: [];
	const attempts = addresses.map(
		async (address): Promise<Attempt> =>
			probe === 'sntp'
				? {address, protocol: 'udp', answer: await network.askTime(address, port, signal)}
				: {
						address,
						protocol: 'tcp',
						answer: await network.dialTcp(address, port, signal),
					},
	);
	return {name, attempts: await Promise.all(attempts)};
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

async function probeInbound(
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
	const judged = judgeInbound(observation, sourcesOf(wanted, inEffect));
	return makeResult(row, judged, observation, context);
}

function sourcesOf({id, peers}: Permission, inEffect: InEffect | undefined): Sources {
	if (peers.kind === 'any') {
		return {count: 1, missing: [], unresolved: []};
	}

	const found = inEffect?.rules.find(rule => rule.id === id)?.peers;
	const letIn = found?.kind === 'some' ? found.cidrs : [];
	const isOpenToAll = inEffect === undefined || found?.kind === 'any';
	return {
		count: peers.cidrs.length,
		missing: isOpenToAll ? [] : uncoveredBy(letIn, peers.cidrs),
		unresolved: peers.names
			.filter(({addresses}) => addresses.length === 0)
			.map(({name}) => name),
	};
}
