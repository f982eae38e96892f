import type {KeyName, Press} from '../presses.js';

/** A line of text being edited; the cursor is an index into it, never inside a character. */
export type TextEdit = {readonly value: string; readonly cursor: number};

export function editOf(value: string): TextEdit {
	return {value, cursor: value.length};
}

export function insert({value, cursor}: TextEdit, text: string): TextEdit {
	const seen = text.replaceAll(unseen, '');
	return {
		value: value.slice(0, cursor) + seen + value.slice(cursor),
		cursor: cursor + seen.length,
	};
}

/** What is not seen, or turns the text around it, came along with a copy and is never meant. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The same line with a mark for each of its characters. */
export function masked({value, cursor}: TextEdit, mark: string): TextEdit {
	const count = (text: string) => [...text].length;
	return {
		value: mark.repeat(count(value)),
		cursor: mark.length * count(value.slice(0, cursor)),
	};
}

/**
 * The text after a press, or undefined when the press edits nothing. A pasted line break
 * would be a second answer: only the first line is taken.
 */
export function pressInText(edit: TextEdit, press: Press): TextEdit | undefined {
	switch (press.kind) {
		case 'text':
			return insert(edit, press.text);
		case 'paste':
			return insert(edit, press.text.split(/[\r\n]/, 1)[0] ?? '');
		case 'key':
			return pressKey(edit, press.name);
	}
}

/** The text after an editing key, or undefined when the key edits nothing. */
export function pressKey(edit: TextEdit, key: KeyName): TextEdit | undefined {
	const {value, cursor} = edit;
	switch (key) {
		case 'left':
			return {value, cursor: before(edit)};
		case 'right':
			return {value, cursor: after(edit)};
		case 'home':
			return {value, cursor: 0};
		case 'end':
			return editOf(value);
		case 'clear':
			return editOf('');
		case 'backspace':
			return cut(value, before(edit), cursor);
		case 'delete':
			return cut(value, cursor, after(edit));
		default:
			return undefined;
	}
}

function cut(value: string, from: number, to: number): TextEdit {
	return {value: value.slice(0, from) + value.slice(to), cursor: from};
}

/** Where the character before the cursor begins; it may take two places (UTF-16). */
function before({value, cursor}: TextEdit): number {
	const last = [...value.slice(0, cursor)].at(-1) ?? '';
	return cursor - last.length;
}

function after({value, cursor}: TextEdit): number {
	const [next = ''] = value.slice(cursor);
	return cursor + next.length;
}
