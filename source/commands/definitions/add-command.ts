import type {Command} from 'commander';
import {withCommonFlags} from '../flags.js';

/** Adds a command, with the flags that every one has; `usage` is its name and arguments. */
export type AddCommand = (
	usage: string,
	description: string,
	options?: {readonly isDefault?: true},
) => Command;

export function adderTo(program: Command): AddCommand {
	return (usage, description, options = {}) =>
		withCommonFlags(program.command(usage, options)).description(description);
}
