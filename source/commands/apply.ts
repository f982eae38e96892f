import {carryOut, type TrialFlags} from './carry-out.js';
import {openContext} from './context.js';
import type {CommonFlags} from './flags.js';
import {lockForChange} from './lock-for-change.js';

/** Puts the answers into effect, on trial unless told otherwise. */
export async function apply(flags: CommonFlags & TrialFlags): Promise<void> {
	const {machine, flow, answers} = await openContext(flags);
	const lock = await lockForChange(machine, '"analytics-setup apply"');
	const plan = await flow.planFor(answers);
	await carryOut({machine, flow, plan, answers, flags});
	await lock.release();
}
