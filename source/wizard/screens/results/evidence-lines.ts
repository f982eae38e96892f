import {stringify} from 'yaml';
import {type ProbeResult, portOf, type WayResult} from '../../../probes/probe-result.js';
import {nameOfParty, partyOf} from '../../../reports/party.js';
import {otherEnd} from '../../../reports/result-groups.js';
import {wrap} from '../../../reports/wrap.js';
import type {Line} from '../../widgets/scroll.js';

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
	const {id, address, detail, remedy, cause} = result;
	return [
		...fact('Connection', connectionOf(result), width),
		...fact('Verdict', verdictOf(result), width),
		...fact('Seen', detail, width),
		...fact('Address', address ?? '', width),
		...fact('To do', remedy ?? '', width),
		...kept.flatMap(note => fact('Kept since', note, width)),
		...result.ways.flatMap(way => wayLines(way, width)),
		...fact('Known as', [id, cause].filter(Boolean).join(', '), width),
		...observed(result.evidence, width),
	];
}

/** `mssql.uni.edu, 1433/tcp` */
export function connectionOf(result: ProbeResult): string {
	return [otherEnd(result), portOf(result)].filter(part => part !== '').join(', ');
}

function verdictOf(result: ProbeResult): string {
	const party = partyOf(result);
	return party === undefined
		? result.verdict
		: `${result.verdict}, for ${nameOfParty(party)}`;
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
