import {readFile} from 'node:fs/promises';
import process from 'node:process';
import type {Campus} from './campus.js';
import {authorityPath} from './certificates.js';
import type {RunOptions} from './host.js';

/** Where the answers file of a site stands inside the appliance. */
export const answersPath = '/etc/answers.yaml';

const chrony = ['0', '1', '2', '3'].map(
	number => `server ${number}.centos.pool.ntp.org iburst\n`,
);

/** Gives the appliance the files it would have: a site's answers, and CentOS's time servers. */
export async function furnishAppliance({hosts: {appliance}}: Campus): Promise<void> {
	const answers = new URL('../../assets/answers.example.yaml', import.meta.url);
	await Promise.all([
		appliance.write(answersPath, await readFile(answers, 'utf8')),
		appliance.write('/etc/chrony.conf', chrony.join('')),
	]);
}

/** Makes the authority of the campus a public one, as far as a Node.js program sees. */
export const publicAuthority = {NODE_EXTRA_CA_CERTS: authorityPath} as const;

/** Runs the program, as it was built, as root inside the appliance. */
export function runProgram(
	{hosts: {appliance}}: Campus,
	arguments_: readonly string[],
	{env, ...options}: RunOptions = {},
) {
	return appliance.run(process.execPath, ['dist/cli.js', ...arguments_], {
		...options,
		env: {...publicAuthority, ...env},
	});
}
