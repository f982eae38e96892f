import {Command} from 'commander';
import {versionWithBuild} from '../version.js';
import {adderTo} from './definitions/add-command.js';
import {addAnswersCommands} from './definitions/answers-commands.js';
import {addCompletionCommand} from './definitions/completion-command.js';
import {addEvidenceCommands} from './definitions/evidence-commands.js';
import {addOwnParts} from './definitions/own-parts.js';
import {addRuleCommands} from './definitions/rule-commands.js';
import {addSetupCommand} from './definitions/setup-command.js';

/**
 * The command line; its help, the manual and what shells complete come from here. Each
 * command's own module, and all it needs, is loaded only when it runs: a command must not
 * wait for the wizard's libraries.
 */
export function buildProgram(): Command {
	const program = new Command('analytics-setup')
		.summary('make every network connection of an Analytics server work')
		.description(
			"Makes every network connection of an AppsAnywhere Analytics server work: asks for the names and networks of your site, sets the firewall of this server, proves each connection of the vendor's list, and tells who must act where one fails.",
		)
		.version(versionWithBuild, '--version', 'show the version')
		.helpOption('--help', 'show this help')
		.helpCommand(false)
		.exitOverride()
		// What went wrong is said in one place, whoever finds it.
		.configureOutput({outputError: () => undefined})
		.enablePositionalOptions()
		.showSuggestionAfterError();

	const add = adderTo(program);
	addSetupCommand(add);
	addAnswersCommands(add);
	addRuleCommands(add);
	addEvidenceCommands(add);
	addCompletionCommand(program);
	addOwnParts(program);
	return program;
}
