import {parse, stringify} from 'yaml';
import {answersPath} from '../appliance.js';
import type {Host} from '../host.js';
import type {Surroundings} from './fault.js';

/** What a furnished appliance reads inside of some surroundings. */
export async function filesUnder(
	appliance: Host,
	{names = {}, answers = {}}: Surroundings,
): Promise<{readonly hosts: string; readonly answers: string}> {
	const [usual, hosts] = await Promise.all([
		appliance.run('cat', [answersPath]),
		appliance.run('cat', ['/etc/hosts']),
	]);
	const lines = Object.entries(names).flatMap(([name, addresses]) =>
		addresses.map(address => `${address} ${name}`),
	);
	return {
		hosts: [hosts.stdout, ...lines, ''].join('\n'),
		answers: stringify({...(parse(usual.stdout) as object), ...answers}),
	};
}
