import {stringify} from 'yaml';
import {furnishAppliance, runProgram} from '../../../test/campus/appliance.js';
import type {Campus} from '../../../test/campus/campus.js';
import {sampleInput} from '../../../test/helpers/sample.js';
import {manyNetworks} from '../../many-networks/many-networks.js';

/** A whole command, and each of its stages, in milliseconds. */
export type WholeCommand = {
	readonly milliseconds: number;
	readonly stages: ReadonlyArray<readonly [stage: string, milliseconds: number]>;
};

const path = '/etc/many.yaml';

/** `apply --no-confirm` in the campus, with so many networks of viewers in an answers file. */
export async function wholeCommand(campus: Campus, count: number): Promise<WholeCommand> {
	await furnishAppliance(campus);
	const answers = {...sampleInput(), viewers: {subnets: manyNetworks(count)}};
	await campus.hosts.appliance.write(path, stringify(answers));
	const start = performance.now();
	const {exitCode, stderr} = await runProgram(
		campus,
		['apply', '--no-confirm', '--progress', 'json', '--answers', path],
		{timeout: 120_000},
	);
	const milliseconds = performance.now() - start;
	if (exitCode !== 0) {
		throw new Error(`apply ended with ${exitCode}: ${stderr}`);
	}

	return {milliseconds, stages: stagesIn(stderr)};
}

/** One event a line; what is told between them is no JSON. */
function stagesIn(progress: string): WholeCommand['stages'] {
	return progress.split('\n').flatMap(line => {
		const {stage, milliseconds} = line.startsWith('{') ? JSON.parse(line) : {};
		return milliseconds === undefined ? [] : [[stage, milliseconds] as const];
	});
}

export function formatStages({milliseconds, stages}: WholeCommand, what: string): string {
	const told = stages.reduce((sum, [, time]) => sum + time, 0);
	const lines = [...stages, ['start, answers, keeping', milliseconds - told] as const];
	return `\nWhere the time of \`apply --no-confirm\` goes with ${what}, in milliseconds:\n\n| stage | ms |\n|---|--:|\n${lines
		.map(([stage, time]) => `| ${stage} | ${Math.round(time)} |\n`)
		.join('')}`;
}
