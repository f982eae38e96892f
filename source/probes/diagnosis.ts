import type {Owner, Verdict} from './verdict.js';

/** What a remedy may name. */
export type Situation = {
	readonly destination: string;
	/** The destination, with the address that was tried where that says more. */
	readonly reached: string;
	/** The address that was tried, or the destination where none was. */
	readonly address: string;
	readonly port: number;
	readonly protocol: 'tcp' | 'udp';
	/** This server's own address. */
	readonly from: string;
	/** The DNS servers that were asked. */
	readonly resolvers: string;
	/** What is known of a destination that was retired. */
	readonly retirement: string;
	/** What else the judgement names: an issuer, a redirect's target, a server's words. */
	readonly named: string;
};

/** How bad a cause is, who must act, and what to tell them. */
export type Diagnosis = {
	readonly verdict: Verdict;
	readonly owner: Owner;
	/** One or two sentences that can be read out over the phone. */
	readonly remedy: (situation: Situation) => string;
};

export type Diagnoses = Readonly<Record<string, Diagnosis>>;
