import process from 'node:process';
import {answersPath, publicAuthority} from '../appliance.js';
import {atTime} from '../at-time.js';
import type {Campus} from '../campus.js';
import type {Surroundings} from './fault.js';
import {filesUnder} from './files-under.js';

/** A result of `probe --json`, as far as a test looks at it. */
export type Result = {
	readonly id: string;
	readonly verdict: string;
	readonly cause: string | null;
	readonly owner: string | null;
	readonly detail: string;
	readonly remedy: string | null;
	readonly milliseconds: number | null;
};

export type Run = {
	readonly startedAt: string;
	readonly finishedAt: string;
	readonly results: readonly Result[];
};

// In a mount namespace of its own a run has an /etc/hosts and answers of its own.
const surround = `
	mount --bind "$1/hosts" /etc/hosts
	mount --bind "$1/answers.yaml" ${answersPath}
	shift
	exec "$@"
`;

let runs = 0;

/**
 * Runs the program on a furnished appliance as it is inside of some surroundings. Several
 * runs may be under way at once.
 */
export async function runUnder(
	{hosts: {appliance}}: Campus,
	surroundings: Surroundings,
	arguments_: readonly string[],
) {
	runs += 1;
	const folder = `/run/campus/surroundings-${runs}`;
	const {clock, environment} = surroundings;
	const {hosts, answers} = await filesUnder(appliance, surroundings);
	await appliance.write(`${folder}/answers.yaml`, answers);
	await appliance.write(`${folder}/hosts`, hosts);
	const program = [process.execPath, 'dist/cli.js', ...arguments_] as const;
	const command = clock === undefined ? program : atTime(clock, program);
	return appliance.run(
		'unshare',
		[
			...['--mount', 'sh', '-ec', surround, 'sh', folder],
			...[...command, '--answers', answersPath],
		],
		{env: {...publicAuthority, ...environment}},
	);
}

/** Probes under some surroundings: the given rows, or all. */
export async function probeUnder(
	campus: Campus,
	surroundings: Surroundings,
	...ids: readonly string[]
): Promise<Run> {
	const arguments_ = ['probe', ...ids, '--json'];
	const {stdout, stderr} = await runUnder(campus, surroundings, arguments_);
	if (stdout === '') {
		throw new Error(`probe gives no results: ${stderr}`);
	}

	return JSON.parse(stdout) as Run;
}
