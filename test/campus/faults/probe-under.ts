import process from 'node:process';
import {parse, stringify} from 'yaml';
import {answersPath, publicAuthority} from '../appliance.js';
import {atTime} from '../at-time.js';
import type {Campus} from '../campus.js';
import type {Surroundings} from './fault.js';

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
	{names = {}, answers = {}, clock, environment = {}}: Surroundings,
	arguments_: readonly string[],
) {
	runs += 1;
	const folder = `/run/campus/surroundings-${runs}`;
	const [usual, hosts] = await Promise.all([
		appliance.run('cat', [answersPath]),
		appliance.run('cat', ['/etc/hosts']),
	]);
	const site = {...(parse(usual.stdout) as object), ...answers};
	const lines = Object.entries(names).flatMap(([name, addresses]) =>
		addresses.map(address => `${address} ${name}`),
	);
	await appliance.write(`${folder}/answers.yaml`, stringify(site));
	await appliance.write(`${folder}/hosts`, [hosts.stdout, ...lines, ''].join('\n'));
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
