import {openContext} from './context.js';
import type {CommonFlags, JsonFlag} from './flags.js';
import {print, printJson, tell} from './output.js';
import {describeLockOut, renderChanges} from './render-plan.js';

export async function plan(
	flags: CommonFlags & JsonFlag & {readonly raw?: true},
): Promise<void> {
	const {machine, flow, answers} = await openContext(flags);
	const {policy, changes, raw, lockedOut} = await flow.planFor(answers);
	if (flags.json) {
		// No other firewall manager is looked at yet, so there are no fronts to name.
		printJson({schema: 1, backend: machine.backend.name, fronts: [], changes, raw});
		return;
	}

	policy.warnings.forEach(tell);
	if (lockedOut !== undefined) {
		tell(describeLockOut(lockedOut));
	}

	print(
		flags.raw
			? raw.map(({path, content}) => `# ${path}\n${content}`).join('\n')
			: renderChanges(changes, machine.backend),
	);
}
