import {describeShutOut} from '../flow/describe-shut-out.js';
import {frontsOf} from '../flow/plan.js';
import {openContext} from './context.js';
import type {CommonFlags, JsonFlag} from './flags.js';
import {print, printJson, tell} from './output.js';
import {renderChanges} from './render-plan.js';

export async function showPlan(
	flags: CommonFlags & JsonFlag & {readonly raw?: true},
): Promise<void> {
	const {machine, flow, answers} = await openContext(flags);
	const plan = await flow.planFor(answers);
	const {policy, changes, raw, shutOut, neighbours} = plan;
	if (flags.json) {
		const backend = machine.backend.name;
		printJson({schema: 1, backend, fronts: frontsOf(plan), changes, raw, neighbours});
		return;
	}

	policy.warnings.forEach(tell);
	shutOut.map(describeShutOut).forEach(tell);
	neighbours.forEach(tell);
	print(
		flags.raw
			? raw.map(({path, content}) => `# ${path}\n${content}`).join('\n')
			: renderChanges(changes, machine.backend),
	);
}
