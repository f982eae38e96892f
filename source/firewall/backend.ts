import type {Permission, Policy} from '../policy/policy.js';
import type {Layer} from './layer.js';

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

type AnyBackend = {
	/** Where the files of this backend stand, for people. */
	readonly place: string;
	/** Our own rules as they are in effect, or undefined when there are none. */
	readonly readInEffect: () => Promise<InEffect | undefined>;
	/** The files that an apply of this policy would write. */
	readonly artefactsOf: (policy: Policy) => Promise<readonly Artefact[]>;
};

/** Puts policies into the kernel, by transactions over its layers. */
export type NftablesBackend = AnyBackend & {
	readonly name: 'nftables';
	/** All that a transaction can have changed. */
	readonly layers: readonly Layer[];
	/** Those that have a say on this server now, in the order in which they are changed. */
	readonly layersInUse: () => Promise<readonly Layer[]>;
	/** What else has a say about packets here, a sentence each. */
	readonly neighbours: (policy: Policy) => Promise<readonly string[]>;
};

/** Writes the files that the nftables backend would, and touches nothing. */
export type FilesBackend = AnyBackend & {
	readonly name: 'files';
	readonly write: (policy: Policy) => Promise<void>;
};

/** What puts a policy into effect. */
export type Backend = NftablesBackend | FilesBackend;
