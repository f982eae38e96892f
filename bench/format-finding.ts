import {type Figure, type Finding, holds, type Limit} from './finding.js';

const digits = new Intl.NumberFormat('en', {maximumSignificantDigits: 3});

/** The line of a table: what, ours, beside what, the ratio, what must hold and whether it does. */
function cellsOf(finding: Finding): readonly string[] {
	const {what, ours, peer, ratio, limit} = finding;
	return [
		what,
		formatFigure(ours),
		peer === undefined ? '' : `${peer.name}: ${formatFigure(peer.figure)}`,
		ratio === undefined ? '' : `${digits.format(ratio)}×`,
		limit === undefined ? '' : formatLimit(limit, ours),
		limit === undefined ? '' : holds(finding) ? '✓' : '✗',
	];
}

const headings = ['what', 'ours', 'beside', 'ratio', 'must be', ''] as const;

function formatFigure({value, unit}: Figure): string {
	return `${digits.format(value)} ${unit}`;
}

function formatLimit(limit: Limit, ours: Figure): string {
	const [sign, bound] = 'atMost' in limit ? ['≤', limit.atMost] : ['≥', limit.atLeast];
	const unit = limit.of === 'ratio' ? '×' : ` ${ours.unit}`;
	return `${sign} ${digits.format(bound)}${unit}`;
}

/** A table of Markdown; no cell has a bar in it. */
export function formatTable(findings: readonly Finding[]): string {
	const lines = [
		headings,
		['---', '--:', '---', '--:', '--:', '---'],
		...findings.map(cellsOf),
	];
	return lines.map(cells => `| ${cells.join(' | ')} |\n`).join('');
}
