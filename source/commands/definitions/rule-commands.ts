import {Option} from 'commander';
import {addExamples} from '../examples.js';
import {
	addOutputFlags,
	addTrialFlags,
	readGenerationNumber,
	shutOutOption,
} from '../flags.js';
import type {AddCommand} from './add-command.js';

/** The commands about the rules of this server. */
export function addRuleCommands(add: AddCommand): void {
	addPlan(add);
	addApply(add);
	addConfirm(add);
	addRollback(add);
	addStatus(add);
	addExplain(add);
	addRefresh(add);
}

function addPlan(add: AddCommand): void {
	const command = add('plan', 'show what apply would change; changes nothing')
		.addOption(
			new Option(
				'--diff',
				'then how the files would differ from those that are there',
			).conflicts(['raw', 'json']),
		)
		.addOption(
			new Option('--raw', 'only the exact files that would be written').conflicts('json'),
		)
		.addOption(shutOutOption());
	addOutputFlags(command).action(async flags => {
		const {showPlan} = await import('../plan.js');
		await showPlan(flags);
	});
}

function addApply(add: AddCommand): void {
	const command = addTrialFlags(add('apply', 'put the rules into effect, on trial'));
	addExamples(addOutputFlags(command), [
		['apply', 'The saved answers, on trial until "analytics-setup confirm"'],
		['apply --no-confirm --answers site.yaml', 'The answers of a file, unattended'],
	]).action(async flags => {
		const {apply} = await import('../apply.js');
		await apply(flags);
	});
}

function addConfirm(add: AddCommand): void {
	const command = add('confirm', 'keep the rules that are on trial', {
		about: 'server',
	}).option('--without-proof', 'although nothing shows that you can log in again');
	addOutputFlags(command).action(async flags => {
		const {confirm} = await import('../confirm.js');
		await confirm(flags);
	});
}

function addRollback(add: AddCommand): void {
	const command = addTrialFlags(
		add('rollback', 'put the old rules back, or an earlier configuration', {
			about: 'server',
		}),
	)
		.option('--to <number>', 'go back to this generation', readGenerationNumber)
		.addOption(
			new Option('--list', 'list the generations that are kept').conflicts('to'),
		);
	addExamples(addOutputFlags(command), [
		['rollback', 'The rules on trial are taken back at once'],
		['rollback --list', 'What was kept, with its numbers'],
		['rollback --to 3', 'Generation 3, on trial'],
	]).action(async flags => {
		const {rollback} = await import('../rollback.js');
		await rollback(flags);
	});
}

function addStatus(add: AddCommand): void {
	const command = add(
		'status',
		'configured? and is what is in effect still what was asked for?',
	);
	addOutputFlags(command).action(async flags => {
		const {status} = await import('../status.js');
		await status(flags);
	});
}

function addExplain(add: AddCommand): void {
	const command = add('explain', 'would this packet pass, and by which rule?')
		.addOption(
			new Option(
				'--from <machine>',
				'who connects to this server, an address or a name',
			).conflicts('to'),
		)
		.option('--to <machine>', 'what this server connects to, an address or a name')
		.requiredOption('--port <port>', 'for example 9999/tcp');
	addExamples(addOutputFlags(command), [
		['explain --from 10.20.3.4 --port 9999/tcp', 'May this PC see Analytics?'],
		['explain --to 10.50.0.5 --port 1433/tcp', 'May this server reach that one?'],
		[
			'explain --to license.looker.com --port 443/tcp',
			'May it reach every address that this name has now?',
		],
	]).action(async flags => {
		const {explain} = await import('../explain.js');
		await explain(flags);
	});
}

function addRefresh(add: AddCommand): void {
	const command = add(
		'refresh',
		'look up the names in the rules now, and permit the addresses they have',
		{about: 'server'},
	);
	addOutputFlags(command).action(async flags => {
		const {refresh} = await import('../refresh.js');
		await refresh(flags);
	});
}
