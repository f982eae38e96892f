import {formatAddress} from '../addresses/address.js';
import type {Answers} from '../answers/schema.js';
import type {InEffect} from '../firewall/backend.js';
import type {Knocks} from '../firewall/knocks/knock.js';
import {mostCounted} from '../firewall/knocks/knock-table.js';
import {ownAddresses} from '../host/facts.js';
import type {Machine} from '../machine.js';
import type {Policy} from '../policy/policy.js';
import type {InboundNews} from '../probes/inbound/inbound-news.js';
import {inboundRows} from '../probes/inbound/inbound-rows.js';
import {judgeKnock} from '../probes/inbound/judge-knock.js';
import {type RecentKnock, recentKnocks} from '../probes/inbound/recent-knocks.js';
import {makeResult} from '../probes/make-result.js';

/** What knocks are judged by. */
export type KnockPlace = {
	readonly answers: Answers;
	readonly machine: Machine;
	/** What the answers ask for. */
	readonly readPolicy: () => Promise<Policy>;
	/** Undefined where no rules of ours are in effect. */
	readonly readInEffect: () => Promise<InEffect | undefined>;
};

/** So many machines of one reading are told one by one. */
const mostAtOnce = 50;

/**
 * What is to be told of those who knocked between two readings.
 * @param hasStandIn whether a stand-in of ours answers on a port
 */
export async function newsOfKnocks(
	before: Knocks,
	now: Knocks,
	place: KnockPlace,
	hasStandIn: (port: number) => boolean,
): Promise<readonly InboundNews[]> {
	const recent = recentKnocks(before.knocks, now.knocks);
	if (recent.length === 0) {
		return [];
	}

	const at = place.machine.now();
	const resultOf = await judgeIn(place, hasStandIn);
	const others = Map.groupBy(recent.slice(mostAtOnce), ({total}) => total.port);
	const full = now.fullPorts.filter(port => !before.fullPorts.includes(port));
	return [
		...recent.slice(0, mostAtOnce).flatMap(knock => {
			const {port, tries, letIn} = knock.total;
			return resultOf(knock).map(
				result => ({at, event: 'knock', port, tries, letIn, result}) as const,
			);
		}),
		...[...others].map(
			([port, {length}]) => ({at, event: 'crowd', port, machines: length}) as const,
		),
		...full.map(port => ({at, event: 'full', port, machines: mostCounted}) as const),
	];
}

/** Judges by how things stand now; a port belongs to one row. */
async function judgeIn(
	{answers, machine, readPolicy, readInEffect}: KnockPlace,
	hasStandIn: (port: number) => boolean,
) {
	const [policy, inEffect, sockets] = await Promise.all([
		readPolicy(),
		readInEffect(),
		machine.networkFor(answers).readTcpSockets(),
	]);
	const common = {policy, inEffect, sockets};
	const resolvers = machine.resolversFor(answers);
	const here = {from: ownAddresses(machine.facts), resolvers};
	return ({total, since}: RecentKnock) => {
		const {port} = total;
		const address = formatAddress(total.address);
		return inboundRows()
			.filter(({portNumber}) => portNumber === port)
			.map(row =>
				makeResult(
					{
						connection: row,
						source: address,
						destination: answers.server.hostname,
						port,
					},
					judgeKnock(since, {...common, row, hasStandIn: hasStandIn(port)}),
					total,
					here,
					{address, milliseconds: null, ways: []},
				),
			);
	};
}
