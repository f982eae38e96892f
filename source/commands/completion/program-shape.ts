import type {Argument, Command, Option} from 'commander';
import {defaultCommand} from '../definitions/setup-command.js';
import {isRepeatable} from '../repeatable.js';
import {type ValueShape, valueShapeOf} from './value-shape.js';

/** The command line as a shell has to know it. */
export type ProgramShape = {
	readonly name: string;
	/** What may stand before a command, or without one. */
	readonly flags: readonly FlagShape[];
	readonly commands: readonly CommandShape[];
};

export type CommandShape = {
	readonly name: string;
	readonly description: string;
	readonly flags: readonly FlagShape[];
	readonly arguments: readonly ArgumentShape[];
};

export type FlagShape = {
	/** `--answers` */
	readonly name: string;
	readonly description: string;
	readonly isRepeatable: boolean;
	/** Undefined where the flag stands alone. */
	readonly value: NamedValue | undefined;
};

export type ArgumentShape = {readonly value: NamedValue; readonly isVariadic: boolean};

/** A value, and how the usage names it: `seconds`. */
export type NamedValue = ValueShape & {readonly name: string};

/** What is hidden is not there. */
export function shapeOf(program: Command): ProgramShape {
	const help = program.createHelp();
	const flagsOf = (command: Command) => help.visibleOptions(command).map(flagShapeOf);
	const commands = help.visibleCommands(program).map(command => ({
		name: command.name(),
		description: command.description(),
		flags: flagsOf(command),
		arguments: command.registeredArguments.map(argumentShapeOf),
	}));
	const own = flagsOf(program);
	const ofDefault = commands.find(({name}) => name === defaultCommand)?.flags ?? [];
	return {
		name: program.name(),
		flags: [
			...own,
			...ofDefault.filter(({name}) => !own.some(flag => flag.name === name)),
		],
		commands,
	};
}

function flagShapeOf(option: Option): FlagShape {
	const {long, flags, required, description, argChoices} = option;
	const [, placeholder = ''] = /<(.*)>/.exec(flags) ?? [];
	return {
		name: long ?? flags,
		description,
		isRepeatable: isRepeatable(option),
		value: required
			? {name: placeholder, ...valueShapeOf(placeholder, argChoices)}
			: undefined,
	};
}

function argumentShapeOf(argument: Argument): ArgumentShape {
	const name = argument.name();
	return {
		value: {name, ...valueShapeOf(name, argument.argChoices)},
		isVariadic: argument.variadic,
	};
}
