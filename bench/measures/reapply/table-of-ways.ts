import type {Fate, Judged} from './judge-watched.js';

const digits = new Intl.NumberFormat('en', {maximumSignificantDigits: 3});
const counts = new Intl.NumberFormat('en');

const columns = [
	['calls', ({calls}) => counts.format(calls)],
	['failed', ({failed}) => counts.format(failed)],
	['delayed', ({delayed}) => counts.format(delayed)],
	[
		'strangers let in',
		({letIn, strangers}) => `${counts.format(letIn)} of ${counts.format(strangers)}`,
	],
	['longest gap', ({worstGap}) => milliseconds(worstGap)],
] as const satisfies ReadonlyArray<readonly [string, (fate: Fate) => string]>;

const headings = [
	'',
	...columns.map(([heading]) => heading),
	'SYN repeated',
	'applied in',
	'callers late by',
];

/** One line for what was applied, and one for as long without it. */
function linesFor([name, judged]: readonly [name: string, judged: Judged]) {
	const cells = (fate: Fate) => columns.map(([, cell]) => cell(fate));
	const {applying, quiet, repeated, took, lag} = judged;
	return [
		[
			name,
			...cells(applying),
			...[counts.format(repeated), milliseconds(took), milliseconds(lag)],
		],
		[`between, without ${name}`, ...cells(quiet), '', '', ''],
	];
}

function milliseconds(value: number): string {
	return `${digits.format(value)} ms`;
}

/** All that was counted, as Markdown. */
export function tableOfWays(
	ways: ReadonlyArray<readonly [name: string, judged: Judged]>,
): string {
	const lines = [
		headings,
		headings.map((_, index) => (index === 0 ? '---' : '--:')),
		...ways.flatMap(linesFor),
	];
	return `## Ten applies of 10,000 sources under 500 new connections a second

Each way has a network of its own; ours applies one source more and one less in turn, the others what they had. ufw and iptables have a rule a source, firewalld one ipset. Who calls and who answers run before all other programs, so that a gap is the firewall's and not that of a processor in use; the gaps are the worst of ten rounds.

${lines.map(cells => `| ${cells.join(' | ')} |\n`).join('')}`;
}
