import type {Person} from '../host/person.js';

/** How somebody showed that the new rules let them in, or why nobody did. */
export type Proof =
	/** A key whose packets passed the new rules, for a number that they let out. */
	| {readonly kind: 'keypress'; readonly from: string}
	/** A connection that began after the rules changed. */
	| {readonly kind: 'new-connection'; readonly from: string}
	/** A console goes on whatever the rules are: it proves nothing about SSH. */
	| {readonly kind: 'console'}
	/** `--no-confirm`. */
	| {readonly kind: 'unattended'}
	/** The risk was accepted in so many words. */
	| {readonly kind: 'none'};

/** How a trial ended. */
export type Ending =
	| {
			readonly kind: 'kept';
			/** ISO 8601, UTC. */
			readonly at: string;
			readonly by: Person;
			readonly proof: Proof;
	  }
	| {
			readonly kind: 'undone';
			readonly at: string;
			/** Left out when nobody asked for it. */
			readonly by?: Person | undefined;
			readonly reason: string;
	  };

/** What a transaction is, written before anything changes. */
export type TrialRecord = {
	readonly schema: 1;
	/** The generation that it becomes when it is kept. */
	readonly number: number;
	readonly by: Person;
	/** ISO 8601, UTC. */
	readonly startedAt: string;
	/** How long the new rules stay without being kept, in seconds. */
	readonly seconds: number;
	/** What changes, a line each. */
	readonly changes: readonly string[];
	/** The boot in which it began. */
	readonly bootId: string;
	/** Whether another firewall manager was changed with our own table. */
	readonly hasFront: boolean;
};

/** `proven by a new connection from 10.40.0.7` */
export function describeProof(proof: Proof): string {
	switch (proof.kind) {
		case 'keypress':
			return `proven by a key pressed at ${proof.from}`;
		case 'new-connection':
			return `proven by a new connection from ${proof.from}`;
		case 'console':
			return 'kept at a console; SSH is unproven';
		case 'unattended':
			return 'kept unattended; SSH is unproven';
		case 'none':
			return 'kept without proof';
	}
}
