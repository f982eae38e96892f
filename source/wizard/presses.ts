import type {Key} from 'ink';

export type KeyName =
	| 'enter'
	| 'tab'
	| 'back-tab'
	| 'escape'
	| 'up'
	| 'down'
	| 'left'
	| 'right'
	| 'home'
	| 'end'
	| 'page-up'
	| 'page-down'
	| 'backspace'
	| 'delete'
	| 'clear'
	| 'undo'
	| 'import'
	| 'interrupt'
	| 'end-of-input';

/** One thing that the user did: a key with a name, text typed, or text pasted. */
export type Press =
	| {readonly kind: 'key'; readonly name: KeyName}
	| {readonly kind: 'text'; readonly text: string}
	| {readonly kind: 'paste'; readonly text: string};

/** What a terminal sends for keys without a character of their own. */
const controls: Readonly<Record<string, KeyName>> = {
	'\r': 'enter',
	'\n': 'enter',
	'\t': 'tab',
	'\u0001': 'home', // Ctrl-A
	'\u0003': 'interrupt', // Ctrl-C
	'\u0004': 'end-of-input', // Ctrl-D
	'\u0005': 'end', // Ctrl-E
	'\u0008': 'backspace',
	'\u000F': 'import', // Ctrl-O
	'\u0015': 'clear', // Ctrl-U
	'\u001A': 'undo', // Ctrl-Z
	'\u007F': 'backspace',
};

const controlLetters: Readonly<Record<string, KeyName>> = {
	a: 'home',
	c: 'interrupt',
	d: 'end-of-input',
	e: 'end',
	o: 'import',
	u: 'clear',
	z: 'undo',
};

/**
 * What the user did, in order. A terminal may hand over several keys in one chunk, so
 * that Enter and Ctrl-U can hide inside a text.
 */
export function pressesOf(input: string, key: Key): readonly Press[] {
	const name = keyName(input, key);
	if (name !== undefined) {
		const press = {kind: 'key', name} as const;
		return isAfterEscape(name, key) ? [{kind: 'key', name: 'escape'}, press] : [press];
	}

	if (key.ctrl || key.meta) {
		return [];
	}

	const chunks = input.replaceAll('\r\n', '\r').match(/\p{Cc}|\P{Cc}+/gu) ?? [];
	return chunks.flatMap(pressOf);
}

/**
 * Whether Esc came right before the key, in the same chunk, as it does on a slow line. With
 * letters and Backspace, that is how terminals send Alt, and Option with an arrow: habits
 * from the shell, which must not leave the page.
 */
function isAfterEscape(name: KeyName, {meta, ctrl}: Key): boolean {
	return meta && (ctrl || ['enter', 'tab', 'escape'].includes(name));
}

function pressOf(chunk: string): readonly Press[] {
	if (/\P{Cc}/u.test(chunk)) {
		return [{kind: 'text', text: chunk}];
	}

	const name = controls[chunk];
	return name === undefined ? [] : [{kind: 'key', name}];
}

function keyName(input: string, key: Key): KeyName | undefined {
	if (key.ctrl) {
		return controlLetters[input];
	}

	const pairs: ReadonlyArray<readonly [boolean, KeyName]> = [
		[key.return, 'enter'],
		[key.tab && key.shift, 'back-tab'],
		[key.tab, 'tab'],
		[key.escape, 'escape'],
		[key.upArrow, 'up'],
		[key.downArrow, 'down'],
		[key.leftArrow, 'left'],
		[key.rightArrow, 'right'],
		[key.home, 'home'],
		[key.end, 'end'],
		[key.pageUp, 'page-up'],
		[key.pageDown, 'page-down'],
		[key.backspace, 'backspace'],
		[key.delete, 'delete'],
	];
	return pairs.find(([isPressed]) => isPressed)?.[1];
}

/** Whether a press is this key. */
export function isKey(press: Press, name: KeyName): boolean {
	return press.kind === 'key' && press.name === name;
}

/** What a table has for a key or a typed text; a text may be any word, `constructor` too. */
export function lookUp<Value>(
	table: Readonly<Record<string, Value>>,
	key: string,
): Value | undefined {
	return Object.hasOwn(table, key) ? table[key] : undefined;
}
