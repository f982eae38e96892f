import type {FailureCode} from '../failure.js';
import type {ApplyStage} from '../flow/apply.js';
import type {ProbeResult} from '../probes/probe-result.js';

/** What a command is about while it works. */
export type Stage =
	| ApplyStage
	/** Names are looked up, and the rules asked for are compared with those in effect. */
	| 'plan'
	/** The connections are proven; each has its result. */
	| 'probe'
	| 'log-in'
	/** What worked before the new rules is tried again. */
	| 'compare'
	| 'keep'
	| 'take-back'
	/** What a bundle is made of is collected. */
	| 'collect';

/**
 * What is told on stderr with `--progress json` while a command works, in the order in
 * which it happens. `docs/json.md` has an example of each.
 */
export type ProgressEvent =
	/** What people are told in words otherwise: warnings, and what to do meanwhile. */
	| {readonly event: 'message'; readonly message: string}
	| {readonly event: 'stage'; readonly stage: Stage; readonly state: 'began'}
	| {
			readonly event: 'stage';
			readonly stage: Stage;
			readonly state: 'ended' | 'failed';
			readonly milliseconds: number;
	  }
	/** A connection has its result; `done` of `all` rows of the list have theirs. */
	| ({readonly event: 'result'; readonly done: number; readonly all: number} & Pick<
			ProbeResult,
			'id' | 'destination' | 'port' | 'protocol' | 'verdict' | 'cause' | 'milliseconds'
	  >)
	/** New rules are in effect, and go at that time unless somebody keeps them. */
	| {readonly event: 'trial'; readonly generation: number; readonly expiresAt: string}
	/** One thing more is in a bundle. */
	| {readonly event: 'item'; readonly name: string; readonly bytes: number}
	/** The last event of a command that could not do what was asked. */
	| ({readonly event: 'failure'} & ToldFailure);

/** What went wrong, and what to do next. */
export type ToldFailure = {
	/** `unexpected` for a fault of the program. */
	readonly code: FailureCode | 'unexpected';
	readonly exitCode: number;
	readonly message: string;
	readonly remedies: readonly string[];
	/** The file with the details of what nobody expected. */
	readonly log?: string;
};
