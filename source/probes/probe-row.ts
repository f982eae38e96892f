import type {Address} from '../addresses/address.js';
import {withoutCidrs} from '../addresses/cidr-list.js';
import {readEndpoint} from '../addresses/peer.js';
import type {Answers} from '../answers/schema.js';
import type {Connection} from '../catalogue/connection.js';
import type {InEffect} from '../firewall/backend.js';
import {describePeers} from '../policy/describe.js';
import {explain} from '../policy/explain.js';
import type {Policy} from '../policy/policy.js';
import {judgeInbound, type Sources} from './judge-inbound.js';
import {type Judgement, judgeOutbound} from './judge-outbound.js';
import {makeResult, type RowResult} from './make-result.js';
import type {ProbeNetwork} from './network.js';
import type {Attempt, OutboundObservation} from './observation.js';
import type {ProbeResult} from './probe-result.js';
import {type Target, targetsFor} from './target.js';

/** What every row of a run shares. */
export type ProbeContext = {
	readonly answers: Answers;
	/** What the answers ask for. */
	readonly policy: Policy;
	/** What works in the kernel now; undefined where no rules of ours do. */
	readonly inEffect: InEffect | undefined;
	readonly network: ProbeNetwork;
	/** This server's own address, and the DNS servers it asks, for the remedies. */
	readonly from: string;
	readonly resolvers: string;
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
		return makeResult(row, unused(target.reason), null, context);
	}

	if (connection.probe === 'unprovable') {
		const byDesign = 'no answer, by design';
		return makeResult(row, judgement('udp.no-reply-by-design', byDesign), null, context);
	}

	const observation = await observeOutbound(connection, target, context);
	const judged = judgeOutbound(connection, observation, address =>
		isPermittedHere(connection, address, target.port, context),
	);
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

function isPermittedHere(
	{protocol}: Connection,
	peer: Address,
	port: number,
	{inEffect}: ProbeContext,
): boolean {
	return (
		inEffect === undefined ||
		explain(inEffect, {direction: 'outbound', peer, protocol, port}).verdict === 'accept'
	);
}

async function probeInbound(
	connection: Connection,
	context: ProbeContext,
): Promise<ProbeResult> {
	const {answers, policy, inEffect, network} = context;
	const wanted = policy.rules.find(({id}) => id === connection.id);
	const row: RowResult = {
		connection,
		source:
			wanted === undefined ? connection.source : describePeers(wanted.peers, 'anyone'),
		destination: answers.server.hostname,
		port: connection.portNumber,
	};
	if (wanted === undefined) {
		return makeResult(row, unused('remote support is switched off'), null, context);
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
	const judged = judgeInbound(observation, sourcesOf(connection.id, policy, inEffect));
	return makeResult(row, judged, observation, context);
}

function sourcesOf(id: string, policy: Policy, inEffect: InEffect | undefined): Sources {
	const cidrsIn = (rules: Policy['rules'] | InEffect['rules']) => {
		const peers = rules.find(rule => rule.id === id)?.peers;
		return peers?.kind === 'some' ? peers.cidrs : [];
	};

	const wanted = cidrsIn(policy.rules);
	const missing =
		inEffect === undefined ? [] : withoutCidrs(wanted, cidrsIn(inEffect.rules));
	return {count: wanted.length, missing};
}

function unused(reason: string): Judgement {
	return judgement('answers.not-used', reason);
}

function judgement(cause: Judgement['cause'], detail: string): Judgement {
	return {cause, detail, address: null, milliseconds: null};
}
