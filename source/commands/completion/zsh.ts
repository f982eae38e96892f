import type {
	ArgumentShape,
	CommandShape,
	FlagShape,
	NamedValue,
	ProgramShape,
} from './program-shape.js';

/** For a folder of `$fpath`: zsh runs the file itself at the first Tab. */
export function zshCompletion({name, flags, commands}: ProgramShape): string {
	return [
		`#compdef ${name}`,
		`# ${name}: what zsh offers on Tab. Made from the definition of the commands.`,
		'',
		`_${name}() {`,
		'\tlocal curcontext=$curcontext state line ret=1',
		'\tlocal -a commands=(',
		...commands.map(command => `\t\t${itemOf(command)}`),
		'\t)',
		"\t_arguments -C -A '-*' \\",
		...flags.map(flag => `\t\t${flagSpec(flag, ': *')} \\`),
		"\t\t'(-)1: :->command' \\",
		"\t\t'(-)*:: :->rest' && ret=0",
		'',
		'\tcase $state in',
		'\tcommand)',
		"\t\t_describe -t commands 'command' commands && ret=0",
		'\t\t;;',
		'\trest)',
		'\t\tcase $words[1] in',
		...commands.flatMap(caseOf),
		'\t\tesac',
		'\t\t;;',
		'\tesac',
		'\treturn ret',
		'}',
		'',
		`_${name} "$@"`,
		'',
	].join('\n');
}

function caseOf({name, flags, arguments: arguments_}: CommandShape): readonly string[] {
	const specs = [...flags.map(flag => flagSpec(flag)), ...arguments_.map(argumentSpec)];
	return [
		`\t\t${name})`,
		'\t\t\t_arguments \\',
		...specs.map((spec, index) => {
			const isLast = index === specs.length - 1;
			return `\t\t\t\t${spec} ${isLast ? '&& ret=0' : '\\'}`;
		}),
		'\t\t\t;;',
	];
}

function itemOf({name, description}: CommandShape): string {
	return quoted(`${name}:${escaped(description, ':')}`);
}

/** @param excluded what no longer makes sense with this flag */
function flagSpec(
	{name, description, isRepeatable, value}: FlagShape,
	excluded?: string,
): string {
	const others = excluded === undefined ? '' : `(${excluded})`;
	const repeat = isRepeatable ? '*' : '';
	const sign = value === undefined ? '' : '=';
	const words = `[${escaped(description, ']')}]`;
	return quoted(`${others}${repeat}${name}${sign}${words}${valueSpec(value)}`);
}

function argumentSpec({value, isVariadic}: ArgumentShape): string {
	const words = value.kind === 'words' ? value.words.join(' ') : undefined;
	return isVariadic && words !== undefined
		? // Those that were given are not offered again.
			quoted(`*:${value.name}:compadd -F words - ${words}`)
		: quoted(`${isVariadic ? '*' : ''}${valueSpec(value)}`);
}

function valueSpec(value: NamedValue | undefined): string {
	return value === undefined ? '' : `:${value.name}:${actionFor(value)}`;
}

/** No word has a quote, a space or a bracket. */
function actionFor(value: NamedValue): string {
	switch (value.kind) {
		case 'words':
			return `(${value.words.join(' ')})`;
		case 'file':
			return '_files';
		case 'folder':
			return '_directories';
		default:
			return ' ';
	}
}

function escaped(text: string, mark: ':' | ']'): string {
	return text.replaceAll('\\', '\\\\').replaceAll(mark, `\\${mark}`);
}

function quoted(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}
