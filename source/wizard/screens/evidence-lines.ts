import {stringify} from 'yaml';
import {type ProbeResult, portOf, type WayResult} from '../../probes/probe-result.js';
import {otherEnd} from '../../reports/result-groups.js';
import {wrap} from '../../reports/wrap.js';
import type {Line} from '../widgets/scroll.js';

const nameColumns = 12;

/**
 * One result whole: verdict, what was seen, what to do, every way, and what was observed.
 * @param kept why the answers behind it were kept although they did not work
 */
export function evidenceLines(
	result: ProbeResult,
	width: number,
	kept: readonly string[] = [],
): readonly Line[] {
	const verdict = [result.verdict, result.cause, result.owner].filter(Boolean).join(', ');
	return [
		...fact('Row', rowOf(result), width),
		...fact('Verdict', verdict, width),
		...fact('Seen', result.detail, width),
		...fact('Address', result.address ?? 'none', width),
		...fact('To do', result.remedy ?? 'nothing', width),
		...kept.flatMap(note => fact('Kept since', note, width)),
		...result.ways.flatMap(way => wayLines(way, width)),
		...observed(result.evidence, width),
	];
}

function rowOf(result: ProbeResult): string {
	const parts = [portOf(result), otherEnd(result)].filter(part => part !== '');
	return `${result.id}: ${parts.join(', ')}`;
}

/** How far one way went, and how long each stage took. */
function wayLines({via, address, verdict, detail, stages}: WayResult, width: number) {
	const times = stages.map(({stage, milliseconds}) => `${stage} ${milliseconds} ms`);
	return [
		...fact(
			via === 'proxy' ? 'By proxy' : `By ${via}`,
			`${address}: ${verdict}, ${detail}`,
			width,
		),
		...fact('', times.join(', '), width),
	];
}

function observed(evidence: unknown, width: number): readonly Line[] {
	const text = evidence === null ? 'nothing' : stringify(evidence, {lineWidth: 0});
	return text
		.trimEnd()
		.split('\n')
		.flatMap((line, index) => {
			const indent = line.length - line.trimStart().length;
			return wrap(line.trimStart(), width - nameColumns - indent).map(part => ({
				text: `${(index === 0 ? 'Observed' : '').padEnd(nameColumns + indent)}${part}`,
			}));
		});
}

function fact(name: string, text: string, width: number): readonly Line[] {
	return wrap(text, width - nameColumns).map((line, index) => ({
		text: `${(index === 0 ? name : '').padEnd(nameColumns)}${line}`,
	}));
}
