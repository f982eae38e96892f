import type {Permission, Policy} from '../policy/policy.js';

/** The stages of an apply, in their order. */
export const applyStages = ['check', 'load', 'read-back', 'save'] as const;
export type ApplyStage = (typeof applyStages)[number];

/** A rule as it is in effect, and how many packets it has let through since. */
export type EffectiveRule = Permission & {readonly packets: number};

/** What is in effect, read from where it works. */
export type InEffect = {
	readonly rules: readonly EffectiveRule[];
	/** The ports whose sources are judged before open connections are. */
	readonly guardedPorts: readonly number[];
	/** What somebody changed by hand beside the rules, a few words each. */
	readonly oddities: readonly string[];
};

/** What is in effect where there is nothing of ours. */
export const nothingInEffect: InEffect = {rules: [], guardedPorts: [], oddities: []};

/** A file that a backend writes. */
export type Artefact = {readonly path: string; readonly content: string};

export const backendNames = ['nftables', 'files'] as const;
export type BackendName = (typeof backendNames)[number];

/** What puts a policy into effect. */
export type Backend = {
	readonly name: BackendName;
	/** Where the files of this backend stand, for people. */
	readonly place: string;
	/** Our own rules as they are in effect, or undefined when there are none. */
	readonly readInEffect: () => Promise<InEffect | undefined>;
	/** The files that an apply of this policy would write. */
	readonly artefactsOf: (policy: Policy) => readonly Artefact[];
	/**
	 * Puts a policy into effect, whole or not at all, and tells each stage as it begins.
	 * @throws Failure `firewall.refused` when nothing was touched, `firewall.failed` when
	 * everything was put back.
	 */
	readonly apply: (policy: Policy, onStage: (stage: ApplyStage) => void) => Promise<void>;
};
