import type {Comparison} from '../../flow/compare-probes.js';
import type {Machine} from '../../machine.js';
import type {TrialEnd} from '../../transaction/follow-trial.js';
import type {Trial} from '../../transaction/open-trial.js';

/** A trial, for whoever may keep or undo it. */
export type HeldTrial = {
	readonly trial: Trial;
	readonly machine: Pick<Machine, 'person' | 'sshSession' | 'inboundConnections'>;
	/** Left out where another session compares. */
	readonly comparison?: Promise<Comparison>;
	/** Whether the new rules shut whoever sits here out. */
	readonly isShutOut: boolean;
	/** How the trial ends, also when its guard is lost. */
	readonly untilEnded: () => Promise<TrialEnd>;
};
