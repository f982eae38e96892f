import {join} from 'node:path';
import process from 'node:process';
import {Failure} from '../../failure.js';
import {standingAsJson} from '../../flow/standing.js';
import {policyToJson} from '../../policy/stored-policy.js';
import {renderReport} from '../../reports/render-report.js';
import {foldersIn} from '../../transaction/folders.js';
import type {Item, ItemContext} from '../item.js';
import {file, found, foundJson, problemOf, together} from '../parts.js';

/** What this program knows, asks for and has done. */
export const ourOwn: readonly Item[] = [
	{
		name: 'answers.json',
		title: 'The answers',
		async collect(context) {
			try {
				return foundJson(await context.answers());
			} catch (error) {
				return answersAsTheyAre(context, problemOf(error));
			}
		},
	},
	{
		name: 'policy.json',
		title: 'The rules that the answers ask for',
		collect: async ({plan}) => found(policyToJson((await plan()).policy)),
	},
	{
		name: 'plan.json',
		title: 'What apply would change, and the files it would write',
		async collect({plan}) {
			const {changes, raw, shutOut, neighbours} = await plan();
			const out = shutOut.map(({port, isSelf, isLogin}) => ({port, isSelf, isLogin}));
			return foundJson({changes, shutOut: out, neighbours, files: raw});
		},
	},
	{
		name: 'status.json',
		title: 'The state of this server',
		collect: async ({standing, machine}) =>
			foundJson(await standingAsJson(await standing(), machine)),
	},
	{
		name: 'names.json',
		title: 'The names that are followed, as they were last kept',
		collect: ({machine: {paths, sources}}) =>
			stored(join(paths.state, 'names.json'), sources, 'Nobody follows names here.'),
	},
	{
		name: 'observed.json',
		title: 'Where this server was seen to go',
		collect: ({machine: {paths, sources}}) =>
			stored(
				join(paths.state, 'observed.json'),
				sources,
				'Nobody has observed this server yet.',
			),
	},
	{
		name: 'results.json',
		title: 'The last results, with their evidence',
		collect: async ({machine}) =>
			foundJson(
				(await machine.results.read()) ?? missing('no connection was proven yet'),
			),
	},
	...(['html', 'text'] as const).map(
		(format): Item => ({
			name: `report.${format === 'html' ? 'html' : 'txt'}`,
			title: `The report${format === 'html' ? ' as a page' : ' as text'}`,
			collect: async ({site}) => found(renderReport(await site(), {format})),
		}),
	),
	{
		name: 'trials.txt',
		title: 'What was tried, kept and taken back',
		collect: collectTrials,
	},
	{
		name: 'audit-log.jsonl',
		title: 'The log of all changes',
		collect: ({machine: {paths, sources}}) =>
			log(join(paths.state, 'audit.log'), sources),
	},
	{
		name: 'error-log.jsonl',
		title: 'The log of faults of the program',
		collect: ({machine: {paths, sources}}) =>
			log(join(paths.state, 'error.log'), sources),
	},
	{
		name: 'draft.txt',
		title: 'Whether answers are being typed',
		async collect({machine: {paths, sources}}) {
			// Only that: what somebody is typing is nobody else's business yet.
			const draft = await sources.readFile(join(paths.state, 'draft.json'));
			return found(
				draft === undefined
					? 'There is no draft.'
					: `There is a draft of ${draft.length} characters.`,
			);
		},
	},
	{
		name: 'program.json',
		title: 'This program and what it runs on',
		collect: async () =>
			foundJson({
				versions: process.versions,
				platform: process.platform,
				architecture: process.arch,
				user: process.getuid?.(),
				uptimeSeconds: Math.round(process.uptime()),
				memory: process.memoryUsage(),
			}),
	},
];

/** Damaged ones are what somebody will want to look at. */
async function answersAsTheyAre({machine}: ItemContext, problem: string) {
	const text = await machine.sources.readFile(machine.answers.path);
	return {...found(`${problem}\n\n${text ?? ''}`), problems: [problem]};
}

/** The journals and records, not what every layer held before. */
async function collectTrials(context: ItemContext) {
	const {paths, sources} = context.machine;
	const folders = Object.values(foldersIn(paths.state));
	const listed = await Promise.all(
		folders.map(async folder =>
			(await sources.listFiles(folder)).map(path => join(folder, path)),
		),
	);
	const records = listed
		.flat()
		.filter(path =>
			/\/(?:journal\.jsonl|record\.json|kept\.json|undone\.json)$/.test(path),
		);
	return records.length === 0
		? found('Nothing was tried on this server yet.')
		: together(...records.map(file))(context);
}

function log(path: string, sources: ItemContext['machine']['sources']) {
	return stored(path, sources, 'Nothing was logged yet.');
}

async function stored(
	path: string,
	{readFile}: ItemContext['machine']['sources'],
	instead: string,
) {
	return found((await readFile(path)) ?? instead);
}

function missing(problem: string): never {
	throw new Failure('answers.missing', problem);
}
