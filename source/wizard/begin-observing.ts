import {messageOf} from '../failure.js';
import {observationOf} from '../flow/observing.js';
import type {Machine} from '../machine.js';
import {describeSpan} from '../observation/describe-summary.js';

/** Begins to count where this server goes, and says what came of it. */
export async function beginObserving(
	machine: Pick<Machine, 'observation'>,
): Promise<string> {
	try {
		const observation = observationOf(machine);
		const before = await observation.read();
		// To begin anew would forget what was seen, and a key is pressed by mistake.
		if (before !== undefined) {
			return before.until === undefined
				? describeSpan(before)
				: `${describeSpan(before)} "analytics-setup observe start" forgets that and begins anew.`;
		}

		await observation.start();
		return begun;
	} catch (error) {
		return `Not begun: ${messageOf(error)}`;
	}
}

/** What it is for and what it does not do, for whoever has not begun yet. */
export const observingInWords =
	'counts where this server goes, which changes no rule and drops nothing';

const begun =
	'From now on it is counted where this server goes, also after a restart. That changes no rule and drops nothing. Look with "analytics-setup observe".';
