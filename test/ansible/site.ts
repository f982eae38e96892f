import {sampleInput} from '../helpers/sample.js';
import type {Playbook, TaskResult, Variables} from './controller.js';
import type {Fleet} from './fleet.js';

/** The role on every appliance, all at once unless the play says otherwise. */
export const rolePlay = (play: Variables = {}): Playbook => [
	{
		hosts: 'all',
		gather_facts: false,
		...play,
		roles: ['appsanywhere.analytics_setup.appliance'],
	},
];

/** One module of the collection on every appliance. */
export const modulePlay = (module: string, options: Variables): Playbook => [
	{
		hosts: 'all',
		gather_facts: false,
		tasks: [{[`appsanywhere.analytics_setup.${module}`]: options}],
	},
];

/** Answers of the whole site, which let the controller in; some sections replaced. */
export function siteAnswers(sections: Variables = {}): Variables {
	const support = {enabled: true, sources: ['10.70.0.0/16']};
	return {...sampleInput(), support, ...sections};
}

/** An overlay that lets only others in, as somebody writes who has mixed up two networks. */
export const withoutController = {support: {sources: ['10.40.0.0/24']}};

/** What a module of the collection said on each host. */
export function saidBy(
	module: string,
	results: readonly TaskResult[],
): Readonly<Record<string, TaskResult>> {
	return Object.fromEntries(
		results
			.filter(({action}) => action === `appsanywhere.analytics_setup.${module}`)
			.map(result => [result.host, result]),
	);
}

/** One thing of all those results, for each host. */
export function eachOf(
	said: Readonly<Record<string, TaskResult>>,
	key: string,
): Readonly<Record<string, unknown>> {
	return Object.fromEntries(
		Object.entries(said).map(([host, {result}]) => [host, result[key]]),
	);
}

/** The same for every appliance. */
export function everywhere<Value>(
	{appliances}: Fleet,
	value: Value,
): Readonly<Record<string, Value>> {
	return Object.fromEntries(appliances.map(({name}) => [name, value]));
}

/** What the kernel of each appliance holds. */
export async function rulesets({
	appliances,
}: Fleet): Promise<Readonly<Record<string, string>>> {
	const found = await Promise.all(
		appliances.map(async ({name, host}) => {
			const {stdout} = await host.run('nft', ['-s', 'list', 'ruleset']);
			return [name, stdout] as const;
		}),
	);
	return Object.fromEntries(found);
}
