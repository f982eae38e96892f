import type {ProbeRun} from '../probes/probe-result.js';
import {headline} from '../reports/result-groups.js';
import {renderResults} from '../reports/summary.js';
import type {CommonFlags} from './flags.js';
import {marksForOutput, outputWidth, print} from './output.js';

/** Prints a run for people. */
export function printRun({results}: ProbeRun, flags: CommonFlags): void {
	const marks = marksForOutput(flags);
	const lines = renderResults(results, marks, outputWidth());
	print([headline(results, marks.separator), '', ...lines].join('\n'));
}
