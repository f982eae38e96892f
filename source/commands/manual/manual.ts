import {Command, type Option} from 'commander';
import {exitCode, exitMeanings} from '../../exit-code.js';
import {examplesOf} from '../examples.js';
import {addOutputFlags, withCommonFlags} from '../flags.js';
import {
	bold,
	entry,
	italic,
	paragraph,
	type Roff,
	section,
	subsection,
	text,
} from './roff.js';
import {environment, files, type Told} from './surroundings.js';

/** The day that the page gives: when the commands last changed for those who use them. */
const day = '2026-11-26';

/** The manual page of a program, for man(1), made from its commands. */
export function manualFor(program: Command): string {
	const name = program.name();
	const commands = program.createHelp().visibleCommands(program);
	return [
		'.\\" Made from the definition of the commands.',
		`.TH ${text(name.toUpperCase())} 1 ${day} "${text(`${name} ${program.version()}`)}" "User Commands"`,
		// A program's words are not to be spaced out or hyphenated.
		'.ad l',
		'.nh',
		...section('NAME', [`${text(name)} \\- ${text(program.summary())}`]),
		...section('SYNOPSIS', synopsis(name)),
		...section(
			'DESCRIPTION',
			paragraph(program.description()),
			paragraph(
				'Without a command it opens the wizard. The other commands never ask anything: results go to standard output, messages to standard error.',
			),
		),
		...section('COMMANDS', ...commands.map(commandRoff)),
		...section(
			'OPTIONS',
			paragraph('Every command has --help. These are common to many of them.'),
			...sharedFlags().map(option => sharedFlagRoff(option, commands)),
			...program.options.map(option => flagRoff(option)),
		),
		...section('EXIT STATUS', ...exitRoff()),
		...section('ENVIRONMENT', ...environment.map(toldRoff)),
		...section('FILES', ...files.map(toldRoff)),
		...section(
			'EXAMPLES',
			...commands.flatMap(command =>
				examplesOf(command).map(([line, says]) =>
					entry(bold(`${name} ${line}`), sentence(says)),
				),
			),
		),
		...section('SEE ALSO', [
			'.BR nft (8),',
			`.BR ${text('firewall-cmd')} (1),`,
			'.BR systemd (1)',
		]),
		'',
	].join('\n');
}

function synopsis(name: string): Roff {
	const flags = `[${italic('flag')}...]`;
	return [
		`${bold(name)} ${flags}`,
		'.br',
		`${bold(name)} ${italic('command')} ${flags} [${italic('argument')}...]`,
	];
}

function commandRoff(command: Command): Roff {
	const shared = new Set(sharedFlags().map(({flags}) => flags));
	const own = command.options.filter(({flags, hidden}) => !shared.has(flags) && !hidden);
	const usage = command.registeredArguments.map(argument => {
		const words = `${italic(argument.name())}${argument.variadic ? '...' : ''}`;
		return argument.required ? words : `[${words}]`;
	});
	return subsection(
		[text(command.name()), ...usage].join(' '),
		paragraph(sentence(command.description())),
		...own.map(option => flagRoff(option)),
	);
}

/** Of a flag that is told once, the commands that it means nothing to. */
function sharedFlagRoff(option: Option, commands: readonly Command[]): Roff {
	const without = commands
		.filter(({options}) => options.every(({flags}) => flags !== option.flags))
		.map(command => command.name());
	return flagRoff(option, without.length === 0 ? '' : `Not for ${without.join(', ')}.`);
}

function flagRoff(option: Option, more = ''): Roff {
	const [, placeholder] = /<(.*)>/.exec(option.flags) ?? [];
	const flag = bold(option.long ?? option.flags);
	const term = placeholder === undefined ? flag : `${flag} ${italic(placeholder)}`;
	return entry(term, [...flagWords(option), more].filter(Boolean).join(' '));
}

function flagWords({
	description,
	argChoices,
	defaultValue,
	negate,
	mandatory,
}: Option): readonly string[] {
	return [
		sentence(description),
		...(argChoices === undefined ? [] : [`One of ${argChoices.join(', ')}.`]),
		...(defaultValue === undefined || negate ? [] : [`Unless given: ${defaultValue}.`]),
		...(mandatory ? ['Required.'] : []),
	];
}

/** The flags that are told once. */
function sharedFlags(): readonly Option[] {
	return addOutputFlags(withCommonFlags(new Command())).options;
}

function exitRoff(): readonly Roff[] {
	return Object.entries(exitMeanings).map(([name, words]) => {
		const code = Object.entries(exitCode).find(([key]) => key === name)?.[1];
		return entry(bold(String(code)), words);
	});
}

function toldRoff([name, words]: Told): Roff {
	return entry(bold(name), words);
}

function sentence(words: string): string {
	const whole = words.charAt(0).toUpperCase() + words.slice(1);
	return /[.?!]$/.test(whole) ? whole : `${whole}.`;
}
