import type {Answers} from '../answers/schema.js';
import {Failure} from '../failure.js';
import type {Machine} from '../machine.js';
import type {Observation} from '../observation/observation.js';
import type {ObservedSummary} from '../observation/summary.js';
import type {Policy} from '../policy/policy.js';

/** Sees where this server goes, before only the listed destinations are permitted. */
export type Observing = Pick<Observation, 'start' | 'stop'> & {
	/**
	 * What was seen, beside what these answers would permit if they asked for only the
	 * listed destinations. Undefined where nobody has observed this server.
	 */
	readonly read: (answers: Answers) => Promise<ObservedSummary | undefined>;
};

export function observingOn(
	machine: Pick<Machine, 'observation'>,
	policyFor: (answers: Answers) => Promise<Policy>,
): Observing {
	return {
		start: async () => observationOf(machine).start(),
		stop: async () => observationOf(machine).stop(),
		async read(answers) {
			const observed = await machine.observation?.read();
			const strict: Answers = {...answers, outbound: {mode: 'destinations'}};
			const {summarise} = await import('../observation/summarise.js');
			return observed && summarise(observed, await policyFor(strict));
		},
	};
}

/** @throws Failure `not-permitted` where the kernel cannot be asked to count */
export function observationOf({observation}: Pick<Machine, 'observation'>): Observation {
	if (observation === undefined) {
		throw new Failure(
			'not-permitted',
			'Seeing where this server goes needs root and nftables.',
			{remedies: ['Run the same command as root, on a server that has nftables.']},
		);
	}

	return observation;
}
