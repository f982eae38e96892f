import type {ProbeResult} from '../../probes/probe-result.js';
import {otherEnd} from '../../reports/result-groups.js';
import {wrap} from '../../reports/wrap.js';
import type {Line} from '../widgets/scroll.js';

const nameColumns = 12;

/** One result whole: verdict, what was seen, what to do, and what was observed. */
export function evidenceLines(result: ProbeResult, width: number): readonly Line[] {
	const facts = [
		['Row', `${result.id}: ${result.port}/${result.protocol}, ${otherEnd(result)}`],
		['Verdict', [result.verdict, result.cause, result.owner].filter(Boolean).join(', ')],
		['Seen', result.detail],
		['Address', result.address ?? 'none'],
		['To do', result.remedy ?? 'nothing'],
		['Observed', result.evidence === null ? 'nothing' : JSON.stringify(result.evidence)],
	] as const;
	return facts.flatMap(([name, text]) =>
		wrap(text, width - nameColumns).map((line, index) => ({
			text: `${(index === 0 ? name : '').padEnd(nameColumns)}${line}`,
		})),
	);
}
