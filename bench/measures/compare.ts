import {execFile} from 'node:child_process';
import process from 'node:process';
import {promisify} from 'node:util';
import {inFigures} from '../../source/in-figures.js';
import type {Finding} from '../finding.js';
import type {Measure} from '../measure.js';
import {findingOf, inPairs} from '../pairs.js';
import {programs} from '../programs.js';
import {type Command, runTime} from '../run-time.js';
import {writeReports} from './compare/write-reports.js';

const [many, few] = [1000, 100];
const pairs = 7;
const what = `compare of ${inFigures(many)} reports`;

/** The reports of a whole fleet, beside reading and parsing the same files. */
export const compare: Measure = {
	name: 'compare',
	needsRoot: false,
	async find({folder, say}) {
		say(`${inFigures(many)} reports are written`);
		const files = await writeReports(folder, many);
		const findings: Finding[] = [];
		for (const [kind, program] of programs) {
			say(`beside reading and parsing them, ${kind}`);
			const pair = await inPairs(
				pairs,
				() => runTime([...program, 'compare', ...files]),
				() => runTime([process.execPath, 'bench/peers/parse-files.mjs', ...files]),
			);
			say(`beside ${few} of them, ${kind}`);
			const memory = await inPairs(
				pairs,
				() => peakOf([...program, 'compare', ...files]),
				() => peakOf([...program, 'compare', ...files.slice(0, few)]),
			);
			findings.push(
				findingOf(pair, 'ms', [`${what}, ${kind}`, 'reading and parsing them'], {
					...{of: 'ratio', atMost: 4},
				}),
				findingOf(
					memory,
					'MB',
					[`peak memory of the ${what}, ${kind}`, `of ${few} of them`],
					{of: 'ratio', atMost: 1.5},
				),
			);
		}

		return {findings};
	},
};

/** Megabytes; in kibibytes it is told behind what the program itself says, which is nothing. */
async function peakOf(command: Command): Promise<number> {
	const {stderr} = await promisify(execFile)('/usr/bin/time', [
		'--format=%M',
		...command,
	]);
	return (Number(stderr) * 1024) / 1e6;
}
