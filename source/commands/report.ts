import {describePermission} from '../policy/describe.js';
import {renderSummary} from '../reports/summary.js';
import {openContext} from './context.js';
import type {CommonFlags, JsonFlag} from './flags.js';
import {interruption} from './interruption.js';
import {marksForOutput, outputWidth, print, printJson, tell} from './output.js';
import {summaryOf} from './summary-of.js';

/** Shows the last results; where there are none, the connections are probed now. */
export async function report(flags: CommonFlags & JsonFlag): Promise<void> {
	const {machine, flow, answers} = await openContext(flags);
	const [plan, last] = await Promise.all([
		flow.planFor(answers),
		flags.answers === undefined ? machine.results.read() : undefined,
	]);
	if (last === undefined) {
		tell('No results are kept yet, so the connections are probed now.');
	}

	const run = last ?? (await flow.probe(answers, {signal: interruption()}));
	const summary = {
		...summaryOf(machine, answers, plan, run),
		...(flags.answers === undefined ? {} : {answersPlace: flags.answers}),
	};
	if (!flags.json) {
		print(renderSummary(summary, marksForOutput(flags), outputWidth()));
		return;
	}

	printJson({
		schema: 1,
		answers,
		backend: machine.backend.name,
		isEnforced: summary.isEnforced,
		rules: summary.rules.map(rule => ({
			id: rule.id,
			origin: rule.origin,
			direction: rule.direction,
			text: describePermission(rule),
			usage: rule.usage,
		})),
		run,
	});
}
