import {type Address, formatAddress} from '../addresses/address.js';
import {Failure} from '../failure.js';
import type {RunCommand} from '../host/command.js';
import {type Actor, type OwnCommand, startActor} from './actor-process.js';
import {type Contradiction, contradictionsIn} from './contradiction.js';
import {type RunInside, reasonOf, runInsideBy} from './inside.js';
import type {Dial, Place} from './messages.js';
import type {Attempt, Rehearsal} from './rehearsal.js';
import {wire} from './wiring.js';

export type RehearseOptions = {
	readonly run: RunCommand;
	/** Starts this program, which plays both sides. */
	readonly ownCommand: OwnCommand;
};

/** For everything, in milliseconds; nearly all of it is for nft, where sets are large. */
const limit = 30_000;

/**
 * How long an answer is waited for, in milliseconds. What is permitted is answered at
 * once, unless the machine is very busy; waiting for what is refused is only the price.
 */
const patience = {accept: 3000, drop: 250} as const;

/**
 * Loads a ruleset in a private network namespace, linked to a second one that plays all
 * the other machines, and sends real packets through it. The machine's own network is
 * not touched, and everything is gone when this ends or this process does.
 *
 * @returns the attempts that did not end as the policy says
 * @throws Failure `firewall.refused` when the rules could not be tried
 */
export async function rehearse(
	{server, attempts}: Rehearsal,
	ruleset: string,
	{run, ownCommand}: RehearseOptions,
): Promise<readonly Contradiction[]> {
	const here = startActor(ownCommand, limit);
	const far = startActor(ownCommand, limit);
	const inside = runInsideBy(run, limit);
	try {
		const hasIpv6 = await Promise.all([
			here.ask('hasIpv6', null),
			far.ask('hasIpv6', null),
		]);
		const isThere = ({family}: Address) => family === 4 || hasIpv6.every(Boolean);
		const tried = attempts.filter(({packet}) => isThere(packet.peer));
		await Promise.all([
			wire(
				inside,
				{pid: here.pid, addresses: [server[4], server[6]].filter(isThere)},
				{pid: far.pid, addresses: peersOf(tried)},
			),
			load(inside, here, ruleset),
		]);
		return await perform({here, far, server, attempts: tried});
	} finally {
		await Promise.all([here.dismiss(), far.dismiss()]);
	}
}

async function load(inside: RunInside, {pid}: Actor, ruleset: string): Promise<void> {
	try {
		await inside(pid, ['nft', '-f', '-'], ruleset);
	} catch (error) {
		throw new Failure(
			'firewall.refused',
			`The kernel refuses these rules: ${reasonOf(error)}. Nothing was changed.`,
			{remedies: ['Run "analytics-setup plan --raw" to see them.'], cause: error},
		);
	}
}

type Performance = Rehearsal & {readonly here: Actor; readonly far: Actor};

async function perform({
	here,
	far,
	server,
	attempts,
}: Performance): Promise<readonly Contradiction[]> {
	const inbound = attempts.filter(({packet}) => packet.direction === 'inbound');
	const outbound = attempts.filter(({packet}) => packet.direction === 'outbound');
	const dialsIn = inbound.map(attempt => dialFor(attempt, server));
	const dialsOut = outbound.map(attempt => dialFor(attempt, server));
	await Promise.all([
		here.ask('listen', placesOf(dialsIn)),
		far.ask('listen', placesOf(dialsOut)),
	]);
	const [cameIn, wentOut] = await Promise.all([
		far.ask('dial', dialsIn),
		here.ask('dial', dialsOut),
	]);
	return [...contradictionsIn(inbound, cameIn), ...contradictionsIn(outbound, wentOut)];
}

function dialFor({packet, expected}: Attempt, server: Rehearsal['server']): Dial {
	const {direction, protocol, port, peer} = packet;
	const ends = [server[peer.family], peer].map(formatAddress);
	const [address = '', from = ''] = direction === 'inbound' ? ends : ends.toReversed();
	return {protocol, address, port, from, patience: patience[expected]};
}

function placesOf(dials: readonly Dial[]): readonly Place[] {
	return distinct(
		dials.map(({protocol, address, port}) => ({protocol, address, port})),
		({protocol, address, port}) => `${address} ${port}/${protocol}`,
	);
}

function peersOf(attempts: readonly Attempt[]): readonly Address[] {
	return distinct(
		attempts.map(({packet}) => packet.peer),
		formatAddress,
	);
}

function distinct<Item>(
	items: readonly Item[],
	keyOf: (item: Item) => string,
): readonly Item[] {
	return [...new Map(items.map(item => [keyOf(item), item])).values()];
}
