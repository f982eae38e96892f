import engine from '../../../assets/completion-engine.fish';
import type {
	ArgumentShape,
	CommandShape,
	FlagShape,
	NamedValue,
	ProgramShape,
} from './program-shape.js';

/** Works in fish 3 and later. */
export function fishCompletion({name, flags, commands}: ProgramShape): string {
	return [
		`# ${name}: what fish offers on Tab. Made from the definition of the commands.`,
		'',
		engine,
		`complete -c ${name} -f`,
		'',
		...commands.map(
			command =>
				`complete -c ${name} -n __analytics_setup_at_start -a ${command.name} -d ${quoted(command.description)}`,
		),
		...flags.map(flag => flagLine(name, '', flag)),
		...commands.flatMap(command => ['', ...commandLines(name, command)]),
		'',
	].join('\n');
}

function commandLines(
	program: string,
	{name, flags, arguments: arguments_}: CommandShape,
): readonly string[] {
	const valued = flags.filter(({value}) => value !== undefined).map(flag => flag.name);
	const given = `(__analytics_setup_arguments ${[name, ...valued].join(' ')})`;
	return [
		...flags.map(flag => flagLine(program, name, flag)),
		...arguments_.flatMap((argument, index) =>
			argumentLine(program, name, {argument, index, given}),
		),
	];
}

function flagLine(
	program: string,
	command: string,
	{name, description, isRepeatable, value}: FlagShape,
): string {
	const place = command === '' ? '""' : command;
	const isIn = `__analytics_setup_in ${place}`;
	const can = `__analytics_setup_${value === undefined ? 'can_say' : 'can'} ${place} ${name}`;
	const condition = quoted(isRepeatable ? isIn : can);
	const words = `-l ${name.replace(/^--/, '')} -d ${quoted(description)}`;
	return `complete -c ${program} -n ${condition} ${words}${valueFlags(value)}`;
}

type Place = {
	readonly argument: ArgumentShape;
	readonly index: number;
	/** Gives the arguments that were given before. */
	readonly given: string;
};

function argumentLine(
	program: string,
	command: string,
	{argument: {value, isVariadic}, index, given}: Place,
): readonly string[] {
	const isHere = isVariadic
		? `__analytics_setup_in ${command}`
		: `__analytics_setup_in ${command}; and test (count ${given}) -eq ${index}`;
	const offer = `complete -c ${program} -n ${quoted(isHere)}`;
	switch (value.kind) {
		case 'words':
			return [`${offer} -a '(__analytics_setup_left ${value.words.join(' ')})'`];
		case 'file':
			return [`${offer} -F`];
		case 'folder':
			return [`${offer} -a '(__analytics_setup_folders)'`];
		default:
			return [];
	}
}

function valueFlags(value: NamedValue | undefined): string {
	switch (value?.kind) {
		case undefined:
			return '';
		case 'words':
			return ` -x -a ${quoted(value.words.join(' '))}`;
		case 'file':
			return ' -r -F';
		case 'folder':
			return " -x -a '(__analytics_setup_folders)'";
		default:
			return ' -x';
	}
}

function quoted(text: string): string {
	return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
