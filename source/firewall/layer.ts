import type {Policy} from '../policy/policy.js';
import type {Artefact, InEffect} from './backend.js';
import type {Change} from './plan.js';

/** What has a say about packets: our own nft table, and firewalld where it runs. */
export const layerNames = ['firewalld', 'ruleset'] as const;
export type LayerName = (typeof layerNames)[number];

/** Something that has a say about packets, and that a transaction changes as a whole. */
export type Layer = {
	readonly name: LayerName;
	/** The files of this layer that a policy makes. */
	readonly artefactsOf: (policy: Policy) => readonly Artefact[];
	/**
	 * How what is in effect differs from the policy.
	 * @param inEffect what our own table holds, where that was read already
	 */
	readonly changesFor: (
		policy: Policy,
		inEffect?: InEffect,
	) => Promise<readonly Change[]>;
	/**
	 * Tries the policy without touching anything.
	 * @throws Failure `firewall.refused`
	 */
	readonly check: (policy: Policy) => Promise<void>;
	/** All that `restore` needs to put back what is in effect now. */
	readonly snapshot: () => Promise<string>;
	/** Puts the policy into effect. */
	readonly load: (policy: Policy) => Promise<void>;
	/**
	 * Compares what the kernel holds with the policy, element by element.
	 * @returns how many addresses and networks were found as asked
	 * @throws Failure `firewall.failed`
	 */
	readonly verify: (policy: Policy) => Promise<number>;
	/**
	 * Puts a snapshot back, from whatever state, and makes sure that it is in effect. May
	 * be called again when it was interrupted.
	 * @throws Failure `firewall.failed`, after as much as possible was put back
	 */
	readonly restore: (snapshot: string) => Promise<void>;
};
