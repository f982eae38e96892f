import engine from '../../../assets/completion-engine.bash';
import type {
	ArgumentShape,
	CommandShape,
	FlagShape,
	NamedValue,
	ProgramShape,
} from './program-shape.js';

/** Works in bash 4.2 and later, with or without the package "bash-completion". */
export function bashCompletion({name, flags, commands}: ProgramShape): string {
	const names = commands.map(command => command.name).join(' ');
	return [
		`# ${name}: what bash offers on Tab. Made from the definition of the commands.`,
		'',
		'# What a command takes, each with how it is completed: by one of some words, by a file',
		'# or a folder, or by nothing.',
		'_analytics_setup_command() {',
		'\tcase $1 in',
		...caseOf({name: "''", flags, arguments: []}, `\t\tcommands='${names}'`),
		...commands.flatMap(command => caseOf(command)),
		'\t*) return 1 ;;',
		'\tesac',
		'}',
		'',
		engine,
		`complete -F _analytics_setup ${name}`,
		'',
	].join('\n');
}

function caseOf(
	{
		name,
		flags,
		arguments: arguments_,
	}: Pick<CommandShape, 'name' | 'flags' | 'arguments'>,
	...more: readonly string[]
): readonly string[] {
	return [
		`\t${name})`,
		...more,
		`\t\tflags='${flags.map(flag => flag.name).join(' ')}'`,
		`\t\tvalues=' ${flags.flatMap(valueEntry).join(' ')} '`,
		`\t\trepeatable=' ${repeatableIn(flags).join(' ')} '`,
		`\t\targuments=(${arguments_.map(argumentOf).join(' ')})`,
		'\t\t;;',
	];
}

function valueEntry({name, value}: FlagShape): readonly string[] {
	return value === undefined ? [] : [`${name}=${wordFor(value)}`];
}

function repeatableIn(flags: readonly FlagShape[]): readonly string[] {
	return flags.filter(({isRepeatable}) => isRepeatable).map(({name}) => name);
}

function argumentOf({value, isVariadic}: ArgumentShape): string {
	return `'${wordFor(value)}${isVariadic ? '+' : ''}'`;
}

/** No word has a comma, a space or a quote. */
function wordFor(value: NamedValue): string {
	switch (value.kind) {
		case 'words':
			return value.words.join(',');
		case 'free':
			return '';
		default:
			return `@${value.kind}`;
	}
}
