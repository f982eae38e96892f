import type {ProbeResult} from '../../../probes/probe-result.js';
import {evidenceFacts, observedLines} from '../../../reports/evidence.js';
import {wrap} from '../../../reports/wrap.js';
import {labelled} from '../../widgets/lines.js';
import type {Line} from '../../widgets/scroll.js';

const nameColumns = 12;

/**
 * One result whole: what is known of it, and what was observed.
 * @param kept why the answers behind it were kept although they did not work
 */
export function evidenceLines(
	result: ProbeResult,
	width: number,
	kept: readonly string[] = [],
): readonly Line[] {
	return [
		...evidenceFacts(result, kept).flatMap(([name, text]) =>
			labelled(name, text, {nameColumns, width}),
		),
		...observedLines(result).flatMap((line, index) => {
			const indent = line.length - line.trimStart().length;
			return wrap(line.trimStart(), width - nameColumns - indent).map(part => ({
				text: `${(index === 0 ? 'Observed' : '').padEnd(nameColumns + indent)}${part}`,
			}));
		}),
	];
}
