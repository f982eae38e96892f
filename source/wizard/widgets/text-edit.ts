import type {KeyName} from '../presses.js';

/** A line of text being edited; the cursor counts characters, not bytes. */
export type TextEdit = {readonly value: string; readonly cursor: number};

export function editOf(value: string): TextEdit {
	return {value, cursor: value.length};
}

export function insert({value, cursor}: TextEdit, text: string): TextEdit {
	return {
		value: value.slice(0, cursor) + text + value.slice(cursor),
		cursor: cursor + text.length,
	};
}

/** The text after an editing key, or undefined when the key edits nothing. */
export function pressKey(edit: TextEdit, key: KeyName): TextEdit | undefined {
	const {value, cursor} = edit;
	switch (key) {
		case 'left':
			return {value, cursor: Math.max(0, cursor - 1)};
		case 'right':
			return {value, cursor: Math.min(value.length, cursor + 1)};
		case 'home':
			return {value, cursor: 0};
		case 'end':
			return editOf(value);
		case 'clear':
			return editOf('');
		case 'backspace':
			return cursor === 0 ? edit : cut(edit, cursor - 1);
		case 'delete':
			return cursor === value.length ? edit : cut(edit, cursor);
		default:
			return undefined;
	}
}

function cut({value}: TextEdit, at: number): TextEdit {
	return {value: value.slice(0, at) + value.slice(at + 1), cursor: at};
}
