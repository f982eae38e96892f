import {Argument, Option} from 'commander';
import {comparisonFormats} from '../../comparison/words/comparison-formats.js';
import {audiences, formats} from '../../reports/report-kinds.js';
import {addExamples} from '../examples.js';
import {addLoginFlags, addOutputFlags, addWatchFlags} from '../flags.js';
import {type ObserveWord, observeWords} from '../observe-words.js';
import type {AddCommand} from './add-command.js';

/** The commands that prove the connections, and tell of it. */
export function addEvidenceCommands(add: AddCommand): void {
	addProbe(add);
	addObserve(add);
	addReport(add);
	addCompare(add);
	addSupportBundle(add);
}

function addProbe(add: AddCommand): void {
	const command = addLoginFlags(
		addWatchFlags(
			add('probe [id...]', 'prove the connections, or those named; changes nothing'),
		),
	);
	addExamples(addOutputFlags(command), [
		['probe', 'Every connection of the list'],
		['probe sql-tcp mail', 'Two of them'],
		['probe --watch', 'Then tell who knocks on the ports of this server'],
		[
			'probe sql-tcp --login looker --password-fd 3 3< FILE',
			'Log in too; the password is all that the file has',
		],
	]).action(async (ids: readonly string[], flags) => {
		const {probe} = await import('../probe.js');
		await probe(ids, flags);
	});
}

function addObserve(add: AddCommand): void {
	const command = add(
		'observe',
		'see where this server goes, and what only the listed destinations would cut off: "start" begins to count, "stop" ends it',
	).addArgument(
		new Argument('[word]', 'what to do; without one, what was seen is told').choices(
			observeWords,
		),
	);
	addExamples(addOutputFlags(command), [
		['observe start', 'Count from now on, also after a restart'],
		['observe', 'What was seen, beside what the answers list'],
	]).action(async (word: ObserveWord | undefined, flags) => {
		const {observe} = await import('../observe.js');
		await observe(word, flags);
	});
}

function addReport(add: AddCommand): void {
	const command = add(
		'report',
		'a summary of the last results, or documents for those who have to act',
	)
		.addOption(
			new Option(
				'--format <format>',
				'as what it is written (default: by the ending of the file, or text)',
			)
				.choices(formats)
				.conflicts('json'),
		)
		.addOption(
			new Option(
				'--for <team>',
				'a change request for one team: what it has to open, what fails, and by what that was seen',
			).choices(audiences),
		)
		.option('--output <file>', 'write it to this file, which only you can read')
		.option('--force', 'with --output: replace a file that is there');
	addExamples(addOutputFlags(command), [
		['report', 'The summary'],
		['report --for network --output network.html', 'To be mailed or printed'],
		['report --for network --output rules.csv', 'To be imported'],
		['report --output all.html', 'Everything, with the trace of each row'],
	]).action(async flags => {
		const {report} = await import('../report.js');
		await report(flags);
	});
}

function addCompare(add: AddCommand): void {
	const command = add(
		'compare <file...>',
		'which rows differ between servers, and why, by what "report --json" has written on each',
		{about: 'files'},
	)
		.addOption(
			new Option(
				'--format <format>',
				'as what it is written (default: by the ending of the file, or text)',
			)
				.choices(comparisonFormats)
				.conflicts('json'),
		)
		.option('--output <file>', 'write it to this file, which only you can read')
		.option('--force', 'with --output: replace a file that is there');
	addExamples(addOutputFlags(command), [
		['compare test.json live.json', 'What works on one of them only, side by side'],
		[
			'compare reports/*.json --output fleet.html',
			'All of them, those that agree as one',
		],
	]).action(async (files: readonly string[], flags) => {
		const {compare} = await import('../compare.js');
		await compare(files, flags);
	});
}

function addSupportBundle(add: AddCommand): void {
	const command = add(
		'support-bundle',
		'one archive with everything that helps to find a fault; changes nothing',
	)
		.addOption(
			new Option(
				'--output <file>',
				'write it to this file, which only you can read; "-" is standard output',
			),
		)
		.option('--force', 'with --output: replace a file that is there')
		.option(
			'--anonymous',
			'without the names, addresses and users of this site: tokens stand for them',
		);
	addExamples(addOutputFlags(command), [
		['support-bundle', 'Into the folder that you are in'],
		['support-bundle --anonymous --output /tmp/evidence.tar.gz', 'To be given away'],
	]).action(async flags => {
		const {supportBundle} = await import('../support-bundle.js');
		await supportBundle(flags);
	});
}
