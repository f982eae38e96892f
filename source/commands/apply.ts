import {carryOut, type TrialFlags} from './carry-out.js';
import {openContext, readGivenFiles} from './context.js';
import type {CommonFlags} from './flags.js';
import {lockForChange} from './lock-for-change.js';
import {duringStage} from './progress.js';

/** Puts the answers into effect, on trial unless told otherwise. */
export async function apply(flags: CommonFlags & TrialFlags): Promise<void> {
	const context = await openContext(flags);
	await readGivenFiles(context, flags, ['proxy']);
	const {machine, flow, answers} = context;
	const lock = await lockForChange(machine, '"analytics-setup apply"');
	const plan = await duringStage('plan', () => flow.planFor(answers));
	await carryOut({machine, flow, plan, answers, flags});
	await lock.release();
}
