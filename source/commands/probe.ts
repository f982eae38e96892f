import process from 'node:process';
import {catalogue} from '../catalogue/catalogue.js';
import {exitCode} from '../exit-code.js';
import {Failure} from '../failure.js';
import {headline} from '../reports/result-groups.js';
import {renderResults} from '../reports/summary.js';
import {openContext} from './context.js';
import type {CommonFlags, JsonFlag} from './flags.js';
import {interruption} from './interruption.js';
import {marksForOutput, outputWidth, print, printJson} from './output.js';

export async function probe(
	ids: readonly string[],
	flags: CommonFlags & JsonFlag,
): Promise<void> {
	refuseUnknown(ids);
	const {flow, answers} = await openContext(flags);
	const run = await flow.probe(answers, {
		signal: interruption(),
		...(ids.length === 0 ? {} : {ids}),
	});
	process.exitCode = run.counts.fail > 0 ? exitCode.notProven : exitCode.done;
	if (flags.json) {
		printJson(run);
		return;
	}

	const marks = marksForOutput(flags);
	print(
		[
			headline(run.results, marks.separator),
			'',
			...renderResults(run.results, marks, outputWidth()),
		].join('\n'),
	);
}

function refuseUnknown(ids: readonly string[]): void {
	const known = catalogue.map(({id}) => id);
	const unknown = ids.find(id => !known.includes(id));
	if (unknown !== undefined) {
		throw new Failure('usage', `There is no connection "${unknown}".`, {
			remedies: [`The connections are: ${known.join(', ')}.`],
		});
	}
}
