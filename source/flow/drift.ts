import {type Address, formatAddress} from '../addresses/address.js';
import {type InEffect, nothingInEffect} from '../firewall/backend.js';
import {type Change, planChanges} from '../firewall/plan.js';
import type {Machine} from '../machine.js';
import type {Policy, Rule} from '../policy/policy.js';

/** How what is in effect has come to differ from what was asked for. */
export type Drift = {
	/** What is not as it was kept: changed by hand, or by another program. */
	readonly changes: readonly Change[];
	/** What has changed outside, so that the same answers now ask for other rules. */
	readonly outdated: readonly Change[];
	/** What else has a say about packets, a sentence each. */
	readonly neighbours: readonly string[];
};

/**
 * @param policy what the answers ask for now
 * @param inEffect what the kernel holds; undefined where only files are written, too
 */
export async function findDrift(
	policy: Policy,
	inEffect: InEffect | undefined,
	machine: Machine,
): Promise<Drift> {
	const kept = (await machine.transactions.newest())?.policy ?? policy;
	return {
		changes: await changesFrom(kept, inEffect, machine),
		outdated: outdatedRules(kept, policy),
		neighbours: await neighboursOf(machine, kept),
	};
}

async function neighboursOf(
	{backend}: Machine,
	policy: Policy,
): Promise<readonly string[]> {
	// Files that are only written have none.
	return backend.name === 'files' ? [] : backend.neighbours(policy);
}

async function changesFrom(
	kept: Policy,
	inEffect: InEffect | undefined,
	{backend}: Machine,
): Promise<readonly Change[]> {
	if (backend.name === 'files') {
		return planChanges(kept, (await backend.readInEffect()) ?? nothingInEffect);
	}

	if (inEffect === undefined) {
		const text = `${backend.place} is gone: nothing that was asked for is in effect`;
		return [{action: 'add', rule: 'all', text}];
	}

	const layers = await backend.layersInUse();
	const changes = await Promise.all(
		layers.map(layer => layer.changesFor(kept, inEffect)),
	);
	return changes.flat();
}

/** Names that have moved, and whatever else the same answers make of today's facts. */
function outdatedRules(kept: Policy, now: Policy): readonly Change[] {
	const moved = now.rules.flatMap(rule => movedNames(rule, kept));
	const movedIds = new Set(moved.map(({rule}) => rule));
	const others = planChanges(now, {
		...nothingInEffect,
		rules: kept.rules.map(rule => ({...rule, packets: 0})),
		guardedPorts: kept.guardedPorts,
	});
	return [...moved, ...others.filter(({rule}) => !movedIds.has(rule))];
}

function movedNames(rule: Rule, kept: Policy): readonly Change[] {
	const before = kept.rules.find(
		({id, direction}) => id === rule.id && direction === rule.direction,
	);
	if (rule.peers.kind === 'any' || before?.peers.kind !== 'some') {
		return [];
	}

	const known = new Map(
		before.peers.names.map(({name, addresses}) => [name, wordsOf(addresses)]),
	);
	// What is followed is where it is meant to be, wherever it moves.
	const fixed = rule.peers.names.filter(({isFollowed}) => !isFollowed);
	return fixed.flatMap(({name, addresses}) => {
		const was = known.get(name);
		const is = wordsOf(addresses);
		return was === undefined || was === is
			? []
			: [
					{
						action: 'change' as const,
						rule: rule.id,
						text: `${name} was ${was} and is now ${is}: ${rule.id}`,
					},
				];
	});
}

function wordsOf(addresses: readonly Address[]): string {
	return addresses.length === 0
		? 'nowhere in the DNS'
		: addresses.map(formatAddress).toSorted().join(', ');
}
