import {Failure} from '../failure.js';
import {openContext} from './context.js';
import type {CommonFlags, JsonFlag} from './flags.js';
import {print, printJson, tell} from './output.js';

type ApplyFlags = CommonFlags &
	JsonFlag & {
		/** False after `--no-confirm`. */
		readonly confirm: boolean;
	};

export async function apply(flags: ApplyFlags): Promise<void> {
	if (flags.confirm) {
		throw new Failure(
			'usage',
			'This version can only apply at once and for good: it has no trial that rolls back by itself yet.',
			{
				remedies: [
					'Look at "analytics-setup plan", then run "analytics-setup apply --no-confirm".',
				],
			},
		);
	}

	const {machine, flow, answers} = await openContext(flags);
	const lock = await machine.takeLock('"analytics-setup apply"');
	const plan = await flow.planFor(answers);
	plan.policy.warnings.forEach(tell);
	await flow.apply(plan, answers, () => undefined);
	await lock.release();
	const {name, place} = machine.backend;
	if (flags.json) {
		printJson({
			schema: 1,
			backend: name,
			applied: name === 'nftables',
			place,
			changes: plan.changes,
		});
		return;
	}

	const amount =
		plan.changes.length === 0 ? 'Nothing changed' : `${plan.changes.length} changes`;
	print(
		name === 'files'
			? `${amount}; written to ${place}. Nothing takes effect on this server.`
			: `${amount}; in effect now, and after a reboot.`,
	);
}
