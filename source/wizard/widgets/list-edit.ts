import type {Press} from '../presses.js';
import {editOf, insert, pressKey, type TextEdit} from './text-edit.js';

/** A list being edited: its entries, and below them the line where one is typed. */
export type ListEdit = {
	readonly entries: readonly string[];
	/** The entry pointed at; the number of entries when the typing line is. */
	readonly at: number;
	readonly edit: TextEdit;
};

export function listEditOf(entries: readonly string[]): ListEdit {
	return {entries, at: entries.length, edit: editOf('')};
}

/** The list after a press, or undefined when the press is for what is around it. */
export function pressInList(list: ListEdit, press: Press): ListEdit | undefined {
	switch (press.kind) {
		case 'text':
			return typeText(list, press.text);
		case 'paste':
			return addAll(list, press.text);
		case 'key':
			return isTyping(list)
				? pressWhileTyping(list, press.name)
				: pressOnEntry(list, press.name);
	}
}

/** The entries, and after them what is being typed. */
export function withTyped({entries, edit}: ListEdit): readonly string[] {
	const typed = edit.value.trim();
	return typed === '' ? entries : [...entries, typed];
}

export function isTyping({entries, at}: ListEdit): boolean {
	return at === entries.length;
}

type KeyName = Extract<Press, {kind: 'key'}>['name'];

function pressWhileTyping(list: ListEdit, key: KeyName): ListEdit | undefined {
	const {entries, edit} = list;
	const isEmpty = edit.value.trim() === '';
	switch (key) {
		case 'enter':
		case 'tab':
			return isEmpty ? undefined : addTyped(list);
		case 'up':
			return entries.length === 0 ? undefined : {...list, at: entries.length - 1};
		case 'down':
		case 'back-tab':
			return undefined;
		default: {
			const changed = pressKey(edit, key);
			return changed && {...list, edit: changed};
		}
	}
}

function pressOnEntry(list: ListEdit, key: KeyName): ListEdit | undefined {
	const {entries, at} = list;
	switch (key) {
		case 'up':
			return at === 0 ? undefined : {...list, at: at - 1};
		case 'down':
			return {...list, at: at + 1};
		case 'home':
			return {...list, at: 0};
		case 'end':
			return {...list, at: entries.length};
		case 'page-up':
			return {...list, at: Math.max(0, at - 10)};
		case 'page-down':
			return {...list, at: Math.min(entries.length, at + 10)};
		case 'delete':
		case 'backspace':
			return {...list, entries: entries.toSpliced(at, 1)};
		case 'enter':
			// Back onto the typing line, to be corrected there.
			return pickUp(list);
		case 'tab':
			return {...list, at: entries.length};
		default:
			return undefined;
	}
}

/** Puts what is being typed among the entries. */
export function addTyped(list: ListEdit): ListEdit {
	return addAll({...list, edit: editOf('')}, list.edit.value);
}

/** Takes an entry back onto the typing line; what was typed there becomes an entry. */
function pickUp({entries, at, edit}: ListEdit): ListEdit {
	const rest = addTyped({entries: entries.toSpliced(at, 1), at, edit});
	return {...rest, edit: editOf(entries[at] ?? '')};
}

/** Typing while an entry is pointed at goes to the typing line. */
function typeText(list: ListEdit, text: string): ListEdit {
	const at = list.entries.length;
	return {...list, at, edit: insert(list.edit, text)};
}

/** Entries may come many at once: by commas, semicolons, spaces or lines, with # comments. */
function addAll(list: ListEdit, text: string): ListEdit {
	const added = text
		.split(/[\r\n]+/)
		.flatMap(line => line.replace(/#.*$/, '').split(/[\s,;]+/))
		.map(entry => entry.replaceAll(/\p{C}/gu, ''))
		.filter(entry => entry !== '');
	const entries = [...list.entries, ...added];
	return {...list, entries, at: entries.length};
}
