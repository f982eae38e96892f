import type {Hide} from './secret.js';

const word = String.raw`(?:pass(?:w(?:or)?d|phrase|code)|pwd|secret(?!-[\da-f]{8}\])|token|api[-_ ]?key|(?:access|private|shared|account)[-_]?key|credential|psk|(?:_|(?<!-)-)pass\b)[\w-]{0,32}`;

/** Whether a setting of this name would hold a secret. */
export function soundsSecret(name: string): boolean {
	return new RegExp(`${word}$|(?:^|[-_])(?:pass|key)$`, 'i').test(name);
}

const name = String.raw`(?:${word}|\bpass(?=[\t ]{0,8}=))`;
const sign = String.raw`\\{0,8}["']?\]?[\t ]{0,8}(?::=|=>|[:=])[\t ]{0,8}`;
/** A value without quotes ends where the next setting begins: `Password=x;Encrypt=yes`. */
const bare = String.raw`(?:[^\s"<>;&]|[;&](?![\w ]{0,40}=|["'\s]|$))+`;
const bareStart = String.raw`(?![\\"'{[|>])`;

/** A setting that begins its line has the whole of it: INI and YAML want no quotes for spaces. */
const line = new RegExp(
	String.raw`(?<=^[\t ]{0,64}(?:- )?["']?[\w.-]{0,64}${name}${sign})${bareStart}${bare}(?:[\t ]{1,16}(?![\w.-]{1,64}[:=])${bare})*`,
	'gim',
);
const value = new RegExp(
	`(?<=${name}${sign}\\[?)(?:${[
		String.raw`\\+"(?<escaped>(?:[^"\\\n]|\\+[^"\\\n])*)\\+"`,
		String.raw`"(?<double>(?:[^"\\\n]|\\.)*)"`,
		String.raw`N?'(?<single>(?:[^'\n\\]|''|\\.)*)'`,
		String.raw`\{(?!["'\s]|(?:env|fd|file):)(?<braced>(?:[^}\n]|\}\}){0,256})\}`,
		String.raw`[|>][-+]?\d?[\t ]*\r?\n(?<block>(?:[\t ]+\S[^\n]*(?:\n|$))+)`,
		`${bareStart}(?<bare>${bare})`,
	].join('|')})`,
	'gi',
);
/** A value on the line below, which is deeper: YAML again. */
const below = new RegExp(
	String.raw`(?<=^[\t ]{0,64}[\w.-]{0,64}${name}["']?:[\t ]{0,8}\r?\n[\t ]{1,64})(?![\s#-])[^\n:]+$`,
	'gim',
);
const element = new RegExp(
	String.raw`(?<=<[\w:.-]{0,32}${word}>)[^<]{1,4096}(?=<)`,
	'gi',
);
/** Where a space divides: arguments, .netrc, SQL. */
const spoken = [
	new RegExp(String.raw`(?<=--?(?:${name}|pass)[\t ])(?!-)[^\s"']+`, 'gi'),
	/(?<=(?:^|\s)(?:-u|--user|--proxy-user)[\t =]["']?[^\s:"']{1,64}:)[^\s"']+/g,
	/(?<=\blogin\s{1,8}\S{1,64}\s{1,8}password\s{1,8})\S+/gi,
	/(?<=\b(?:password|identified by)[\t ]{1,8}N?')(?:[^'\n]|'')+(?=')/gi,
] as const;

/** Hides the values of settings whose names say that they are secret, however they are written. */
export function settings(text: string, hide: Hide): string {
	const hideBare = (found: string) => hideUnlessWord(found, hide);
	const hidden = text
		.replaceAll(line, hideBare)
		.replaceAll(value, (...match) => hideValue(match[0], match.at(-1), hide))
		.replaceAll(below, hideBare)
		.replaceAll(element, hideBare);
	return spoken.reduce((words, pattern) => words.replaceAll(pattern, hideBare), hidden);
}

type ValueGroups = Readonly<
	Partial<Record<'escaped' | 'double' | 'single' | 'braced' | 'block' | 'bare', string>>
>;

function hideValue(found: string, groups: ValueGroups, hide: Hide): string {
	const {escaped, double, single, braced, block, bare: word} = groups;
	if (block !== undefined) {
		return found.replace(block, () => `  ${hide(block.trim())}\n`);
	}

	if (word !== undefined) {
		return hideUnlessWord(word, hide);
	}

	const inner = escaped ?? double ?? single ?? braced ?? '';
	const secret = double === undefined ? inner.replaceAll("''", "'") : unescaped(inner);
	const start = found.indexOf(inner, 1);
	return isNoSecret(inner)
		? found
		: found.slice(0, start) + hide(secret) + found.slice(start + inner.length);
}

function hideUnlessWord(found: string, hide: Hide): string {
	const secret = found.replace(/['`,)}\]\\]+$/, '');
	return isNoSecret(secret) || isNoSecret(found)
		? found
		: hide(secret) + found.slice(secret.length);
}

/** Nothing to hide, or hidden already. */
function isNoSecret(text: string): boolean {
	return /^(?:|null|none|true|false|undefined|yes|no|~|\*+|…|\.{3}|\[?secret-[\da-f]{8}\]?|\(password\))$/i.test(
		text,
	);
}

function unescaped(text: string): string {
	try {
		return String(JSON.parse(`"${text}"`));
	} catch {
		return text;
	}
}
