import {type Command, Option} from 'commander';
import {type BackendName, backendNames} from '../firewall/backend.js';

/** The flags that every command has. */
export type CommonFlags = {
	readonly answers?: string;
	readonly backend?: BackendName;
	readonly root?: string;
	/** False after `--no-color`. */
	readonly color: boolean;
	readonly ascii?: true;
};

export type JsonFlag = {readonly json?: true};

/** Adds the common flags, in the order in which the help shows them. */
export function withCommonFlags(command: Command): Command {
	return command
		.option('--answers <file>', 'use the answers of this file instead of the saved ones')
		.addOption(
			new Option('--backend <name>', 'what puts the rules into effect').choices(
				backendNames,
			),
		)
		.option('--root <folder>', 'a prefix for every path that is read or written')
		.option('--no-color', 'no colours')
		.option('--ascii', 'plain characters only');
}
