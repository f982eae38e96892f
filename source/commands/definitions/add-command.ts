import type {Command} from 'commander';
import {type Subject, withCommonFlags} from '../flags.js';

type CommandOptions = {
	readonly isDefault?: true;
	/** Answers for this server, unless told. */
	readonly about?: Subject;
};

/** Adds a command, with the common flags that mean something to it; `usage` is its name and arguments. */
export type AddCommand = (
	usage: string,
	description: string,
	options?: CommandOptions,
) => Command;

export function adderTo(program: Command): AddCommand {
	return (usage, description, {about, ...options} = {}) =>
		withCommonFlags(program.command(usage, options), about).description(description);
}
