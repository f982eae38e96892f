import type {Answers} from '../answers/schema.js';
import type {Plan} from '../flow/plan.js';
import type {Machine} from '../machine.js';
import type {ProbeRun} from '../probes/probe-result.js';
import type {Summary} from '../reports/summary.js';

/** The summary of a run, beside what is in effect on this machine. */
export function summaryOf(
	{backend, answers: store}: Machine,
	answers: Answers,
	{policy, changes}: Plan,
	run: ProbeRun,
): Summary {
	return {
		answers,
		rules: policy.rules,
		run,
		isEnforced: backend.name === 'nftables' && changes.length === 0,
		rulesPlace: backend.place,
		answersPlace: store.path,
	};
}
