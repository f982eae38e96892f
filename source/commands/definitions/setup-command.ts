import type {Command} from 'commander';
import {Failure} from '../../failure.js';
import {addPlainFlag, addTrialTime} from '../flags.js';
import type {SetupFlags} from '../setup.js';
import type {AddCommand} from './add-command.js';

/** What runs when no command is given. */
export const defaultCommand = 'setup';

/** The wizard. */
export function addSetupCommand(add: AddCommand): void {
	const command = add(defaultCommand, 'the wizard (what runs when no command is given)', {
		isDefault: true,
	});
	addPlainFlag(addTrialTime(command))
		.allowExcessArguments()
		.action(async (flags: SetupFlags, {args, parent}: Command) => {
			refuseOtherCommand(args, parent);
			const {setup} = await import('../setup.js');
			await setup(flags);
		});
}

/** Every word that is no command, or comes too late to be one, ends up as an argument here. */
function refuseOtherCommand([word]: readonly string[], program: Command | null): void {
	if (word === undefined) {
		return;
	}

	if (program?.commands.some(command => command.name() === word)) {
		throw new Failure('usage', `The command "${word}" comes before its flags.`, {
			remedies: [`For example: analytics-setup ${word} --help`],
		});
	}

	throw new Failure('usage', `There is no command "${word}".`, {
		remedies: ['Run "analytics-setup --help" to see what there is.'],
	});
}
