import {Command} from 'commander';
import manifest from '../../package.json' with {type: 'json'};
import {Failure} from '../failure.js';
import {
	addLoginFlags,
	addPlainFlag,
	addTrialFlags,
	addTrialTime,
	addWatchFlags,
	readGenerationNumber,
	withCommonFlags,
} from './flags.js';
import type {SetupFlags} from './setup.js';

/**
 * The command line. Each command's own module, and all it needs, is loaded only when it
 * runs: a command must not wait for the wizard's libraries.
 */
export function buildProgram(): Command {
	const program = new Command('analytics-setup')
		.description(
			"Makes every network connection of an AppsAnywhere Analytics server work: asks for the names and networks of your site, sets the firewall of this server, proves each connection of the vendor's list, and tells who must act where one fails.",
		)
		.version(manifest.version, '--version', 'show the version')
		.helpOption('--help', 'show this help')
		.helpCommand(false)
		.exitOverride()
		.enablePositionalOptions()
		.showSuggestionAfterError();

	const add = (usage: string, description: string, options = {}) =>
		withCommonFlags(program.command(usage, options)).description(description);

	addPlainFlag(
		addTrialTime(
			add('setup', 'the wizard (what runs when no command is given)', {isDefault: true}),
		),
	)
		.allowExcessArguments()
		.action(async (flags: SetupFlags, {args}: Command) => {
			refuseUnknownCommand(args);
			const {setup} = await import('./setup.js');
			await setup(flags);
		});

	add('check <file>', 'say everything that is wrong with an answers file')
		.option('--json', 'as JSON')
		.action(async (file: string, flags) => {
			const {check} = await import('./check.js');
			await check(file, flags);
		});

	add('plan', 'show what apply would change; changes nothing')
		.option('--diff', 'then how the files would differ from those that are there')
		.option('--raw', 'only the exact files that would be written')
		.option('--json', 'as JSON')
		.action(async flags => {
			const {showPlan} = await import('./plan.js');
			await showPlan(flags);
		});

	addTrialFlags(add('apply', 'put the rules into effect, on trial')).action(
		async flags => {
			const {apply} = await import('./apply.js');
			await apply(flags);
		},
	);

	add('confirm', 'keep the rules that are on trial')
		.option('--without-proof', 'although nothing shows that you can log in again')
		.option('--json', 'as JSON')
		.action(async flags => {
			const {confirm} = await import('./confirm.js');
			await confirm(flags);
		});

	addTrialFlags(add('rollback', 'put the old rules back, or an earlier configuration'))
		.option('--to <number>', 'go back to this generation', readGenerationNumber)
		.option('--list', 'list the generations that are kept')
		.action(async flags => {
			const {rollback} = await import('./rollback.js');
			await rollback(flags);
		});

	addLoginFlags(
		addWatchFlags(
			add('probe [id...]', 'prove the connections, or those named; changes nothing'),
		),
	)
		.option('--json', 'as JSON')
		.action(async (ids: readonly string[], flags) => {
			const {probe} = await import('./probe.js');
			await probe(ids, flags);
		});

	add('status', 'configured? and is what is in effect still what was asked for?')
		.option('--json', 'as JSON')
		.action(async flags => {
			const {status} = await import('./status.js');
			await status(flags);
		});

	add('explain', 'would this packet pass, and by which rule?')
		.option('--from <address>', 'a machine that connects to this server')
		.option('--to <address>', 'a machine that this server connects to')
		.requiredOption('--port <port>', 'for example 9999/tcp')
		.option('--json', 'as JSON')
		.action(async flags => {
			const {explain} = await import('./explain.js');
			await explain(flags);
		});

	add('report', 'a summary: the rules, and each connection with its evidence')
		.option('--json', 'as JSON')
		.action(async flags => {
			const {report} = await import('./report.js');
			await report(flags);
		});

	addOwnParts(program);
	return program;
}

/** What only the program itself starts. */
function addOwnParts(program: Command): void {
	const addPart = (name: string) =>
		program.command(name, {hidden: true}).option('--root <folder>');

	addPart('guard')
		.option('--keep-alive')
		.action(async flags => {
			const {guard} = await import('./guard.js');
			await guard(flags);
		});

	addPart('recover').action(async flags => {
		const {recover} = await import('./recover.js');
		await recover(flags);
	});

	addPart('rehearse').action(async () => {
		const {rehearse} = await import('./rehearse.js');
		rehearse();
	});
}

/** Every word that is no command ends up as an argument of the default one. */
function refuseUnknownCommand([word]: readonly string[]): void {
	if (word !== undefined) {
		throw new Failure('usage', `There is no command "${word}".`, {
			remedies: ['Run "analytics-setup --help" to see what there is.'],
		});
	}
}
