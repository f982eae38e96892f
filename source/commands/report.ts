import {describePermission} from '../policy/describe.js';
import {renderSummary} from '../reports/summary.js';
import {openContext} from './context.js';
import type {CommonFlags, JsonFlag} from './flags.js';
import {interruption} from './interruption.js';
import {marksForOutput, outputWidth, print, printJson, tell} from './output.js';

/** Shows the last results; where there are none, the connections are probed now. */
export async function report(flags: CommonFlags & JsonFlag): Promise<void> {
	const {machine, flow, answers} = await openContext(flags);
	const [{policy, changes}, last] = await Promise.all([
		flow.planFor(answers),
		flags.answers === undefined ? machine.results.read() : undefined,
	]);
	if (last === undefined) {
		tell('No results are kept yet, so the connections are probed now.');
	}

	const run = last ?? (await flow.probe(answers, {signal: interruption()}));
	const isEnforced = machine.backend.name === 'nftables' && changes.length === 0;
	if (flags.json) {
		const rules = policy.rules.map(rule => ({
			id: rule.id,
			origin: rule.origin,
			direction: rule.direction,
			text: describePermission(rule),
			usage: rule.usage,
		}));
		printJson({
			schema: 1,
			answers,
			backend: machine.backend.name,
			isEnforced,
			rules,
			run,
		});
		return;
	}

	const summary = {
		answers,
		rules: policy.rules,
		run,
		isEnforced,
		rulesPlace: machine.backend.place,
		answersPlace: flags.answers ?? machine.answers.path,
	};
	print(renderSummary(summary, marksForOutput(flags), outputWidth()));
}
