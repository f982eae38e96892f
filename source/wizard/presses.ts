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
	| 'interrupt';

/** One thing that the user did: a key with a name, text typed, or text pasted. */
export type Press =
	| {readonly kind: 'key'; readonly name: KeyName}
	| {readonly kind: 'text'; readonly text: string}
	| {readonly kind: 'paste'; readonly text: string};

const controls: Readonly<Record<string, KeyName>> = {
	a: 'home',
	c: 'interrupt',
	e: 'end',
	u: 'clear',
};

/**
 * What the user did, in order. A terminal may hand over several keys in one chunk, so
 * that Enter and Tab can hide inside a text.
 */
export function pressesOf(input: string, key: Key): readonly Press[] {
	const name = keyName(input, key);
	if (name !== undefined) {
		return [{kind: 'key', name}];
	}

	if (key.ctrl || key.meta) {
		return [];
	}

	return (input.match(/\r\n?|\n|\t|\P{Cc}+/gu) ?? []).map(chunkToPress);
}

function chunkToPress(chunk: string): Press {
	if (/^[\r\n]/.test(chunk)) {
		return {kind: 'key', name: 'enter'};
	}

	return chunk === '\t' ? {kind: 'key', name: 'tab'} : {kind: 'text', text: chunk};
}

function keyName(input: string, key: Key): KeyName | undefined {
	if (key.ctrl) {
		return controls[input];
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
