import {type Command, InvalidArgumentError, Option} from 'commander';
import {type Address, readAddress} from '../addresses/address.js';
import {type BackendName, backendNames} from '../firewall/backend.js';
import {progressStyles} from './progress-style.js';
import {repeatable} from './repeatable.js';

/** What a command is about: files that it is given, this server, or answers for this server. */
export type Subject = 'files' | 'server' | 'answers';

/** The flags that every command has. */
type StyleFlags = {
	/** False after `--no-color`. */
	readonly color: boolean;
	readonly ascii?: true;
};

/** The flags of a command about this server. */
export type ServerFlags = StyleFlags & {
	readonly backend?: BackendName;
	readonly root?: string;
};

/** The flags of a command about answers for this server. */
export type CommonFlags = ServerFlags & {
	/** Files; a later one counts for more. */
	readonly answers?: readonly string[];
};

/** The flag of the wizard for those who hear it. */
export type PlainFlag = {readonly plain?: true};

export type JsonFlag = {readonly json?: true};

/** Adds the flags for programs that read what a command says. */
export function addOutputFlags(command: Command): Command {
	return command
		.option('--json', 'the result as JSON')
		.addOption(
			new Option('--progress <style>', 'how the work is told on stderr')
				.choices(progressStyles)
				.default('auto'),
		);
}

/** Adds the common flags of what a command is about, in the order of the help. */
export function withCommonFlags(command: Command, about: Subject = 'answers'): Command {
	if (about === 'answers') {
		command.addOption(answersOption());
	}

	if (about !== 'files') {
		command
			.addOption(
				new Option('--backend <name>', 'what puts the rules into effect').choices(
					backendNames,
				),
			)
			.option('--root <folder>', 'a prefix for every path that is read or written');
	}

	return command
		.option('--no-color', 'no colours')
		.option('--ascii', 'plain characters only');
}

function answersOption(): Option {
	return repeatable(
		new Option(
			'--answers <file>',
			'use the answers of this file instead of the saved ones',
		).argParser(collectText),
	);
}

const readSeconds = readWholeNumber(3600);
/** The number of a generation. */
export const readGenerationNumber = readWholeNumber(999_999);

/** Adds the flag for how long new rules stay without being kept. */
export function addTrialTime(command: Command): Command {
	return command.option(
		'--confirm-within <seconds>',
		'how long to wait for "analytics-setup confirm" before the old rules return',
		readSeconds,
		120,
	);
}

/** Adds the flag that makes the wizard a conversation. */
export function addPlainFlag(command: Command): Command {
	return command.option(
		'--plain',
		'one question a line, for screen readers and terminals that cannot move their cursor',
	);
}

/** Adds the flags of the commands that change the rules. */
export function addTrialFlags(command: Command): Command {
	return addTrialTime(command)
		.addOption(
			new Option(
				'--no-confirm',
				'keep them without asking anybody, for unattended use',
			).conflicts('confirmWithin'),
		)
		.addOption(shutOutOption());
}

export type ShutOutFlag = {readonly shutOut?: readonly Address[]};

/** The flag for whoever is logged in and may be kept out. */
export function shutOutOption(): Option {
	return repeatable(
		new Option(
			'--shut-out <address>',
			'this address may be shut out, and could not log in again',
		).argParser(collectAddress),
	);
}

export type WatchFlags = {
	readonly watch?: true;
	/** Seconds. */
	readonly every?: number;
	readonly answer?: true;
};

/** Adds the flags for waiting until something changes. */
export function addWatchFlags(command: Command): Command {
	return command
		.option(
			'--watch',
			'then go on until Ctrl-C: say who knocks on the ports of this server, and what changes',
		)
		.option(
			'--every <seconds>',
			'with --watch: how long to wait before the connections are proven again (default: 30)',
			readWholeNumber(3600, 5),
		)
		.option(
			'--answer',
			'with --watch: answer for a test on ports where no program listens yet, but never on 22',
		);
}

/** The flags for logging in where a connection has just been proven. */
export type LoginFlags = {
	readonly login?: string;
	readonly passwordFd?: number;
	readonly database?: string;
	readonly messageTo?: string;
};

/** Adds the flags for logging in; a password is never one of them. */
export function addLoginFlags(command: Command): Command {
	return command
		.option('--login <user>', 'then log in as this user: with sql-tcp or mail')
		.option(
			'--password-fd <number>',
			'with --login: the open file that gives the password; 0 is standard input',
			readDescriptor,
		)
		.option('--database <name>', 'with sql-tcp and --login: open this database')
		.option('--message-to <address>', 'with mail: send a test message');
}

function readDescriptor(text: string): number {
	if (!/^\d{1,4}$/.test(text)) {
		throw new InvalidArgumentError(
			'It must be the number of an open file, for example 0 for standard input.',
		);
	}

	return Number(text);
}

function readWholeNumber(most: number, least = 1): (text: string) => number {
	return text => {
		const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
		if (number < least || number > most) {
			throw new InvalidArgumentError(
				`It must be a whole number from ${least} to ${most}.`,
			);
		}

		return number;
	};
}

function collectText(text: string, before: readonly string[] = []): readonly string[] {
	return [...before, text];
}

function collectAddress(
	text: string,
	before: readonly Address[] = [],
): readonly Address[] {
	const {value, fault} = readAddress(text);
	if (value === undefined) {
		throw new InvalidArgumentError(fault ?? '');
	}

	return [...before, value];
}
