import {type EntriesFound, entriesInText} from '../../addresses/entries-in-text.js';
import type {KeyName, Press} from '../presses.js';
import {type ListEdit, replaceEntries, undo} from './list-changes.js';
import {editOf, insert, pressInText, pressKey, type TextEdit} from './text-edit.js';

/** The list after a press, or undefined when the press is for what is around it. */
export function pressInList(before: ListEdit, press: Press): ListEdit | undefined {
	const list = {...before, arrived: undefined};
	if (list.inPlace !== undefined) {
		return pressInPlace(list, list.inPlace, press);
	}

	switch (press.kind) {
		case 'text':
			return typeText(list, press.text);
		case 'paste':
			return paste(list, press.text);
		case 'key':
			if (press.name === 'undo') {
				return undo(list);
			}

			return isTyping(list)
				? pressWhileTyping(list, press.name)
				: pressOnEntry(list, press.name);
	}
}

export function isTyping({entries, at}: ListEdit): boolean {
	return at === entries.length;
}

/** Whether a slash begins a search rather than belonging to an entry. */
export function canSearch(list: ListEdit): boolean {
	const {entries, edit, inPlace} = list;
	const isFree = isTyping(list) ? edit.value === '' : inPlace === undefined;
	return isFree && entries.length > 0;
}

/** What is being typed, as entries: on the typing line, or in the place of one. */
export function typedIn({edit, inPlace}: ListEdit): readonly string[] {
	return entriesInText((inPlace ?? edit).value).entries;
}

/** The entries as they would be if what is being typed were in the list already. */
export function withTyped(list: ListEdit): readonly string[] {
	return settle(list).entries;
}

/** Puts whatever is being typed among the entries. */
export function settle(list: ListEdit): ListEdit {
	return addTyped(putBack(list));
}

/** Adds what comes from elsewhere behind the entries, and tells of it. */
export function addEntries(list: ListEdit, found: EntriesFound): ListEdit {
	const added = replaceEntries(list, list.entries.length, 0, found);
	return {...added, at: added.entries.length};
}

/** Points at an entry. */
export function pointAt(list: ListEdit, at: number): ListEdit {
	return {...list, at, arrived: undefined};
}

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
			return {...list, at: Math.min(entries.length, at + 1)};
		case 'home':
			return {...list, at: 0};
		case 'end':
		case 'tab':
			return {...list, at: entries.length};
		case 'page-up':
			return {...list, at: Math.max(0, at - 10)};
		case 'page-down':
			return {...list, at: Math.min(entries.length, at + 10)};
		case 'delete':
		case 'backspace':
			return remove(list);
		case 'enter':
			return {...list, inPlace: editOf(entries[at] ?? '')};
		default:
			return undefined;
	}
}

/** The keys belong to the entry until it is put back; those that lead elsewhere put it back. */
function pressInPlace(
	list: ListEdit,
	edit: TextEdit,
	press: Press,
): ListEdit | undefined {
	if (press.kind === 'paste') {
		const found = entriesInText(press.text);
		return found.entries.length > 1
			? {...replaceEntries(list, list.at, 1, found), inPlace: undefined}
			: {...list, inPlace: insert(edit, found.entries[0] ?? '')};
	}

	const changed = pressInText(edit, press);
	if (changed !== undefined || press.kind !== 'key') {
		return {...list, inPlace: changed};
	}

	switch (press.name) {
		case 'enter':
			return putBack(list);
		case 'escape':
		case 'undo':
			return {...list, inPlace: undefined};
		default: {
			const settled = putBack(list);
			return isTyping(settled) ? settled : pressOnEntry(settled, press.name);
		}
	}
}

/** Puts an entry that was changed back in its place; emptied, it goes. */
function putBack(list: ListEdit): ListEdit {
	const {entries, at, inPlace} = list;
	if (inPlace === undefined) {
		return list;
	}

	const found = entriesInText(inPlace.value);
	const isSame = found.entries.length === 1 && found.entries[0] === entries[at];
	const settled = isSame ? list : quietly(replaceEntries(list, at, 1, found));
	return {...settled, inPlace: undefined};
}

/** Puts what is being typed among the entries. */
function addTyped(list: ListEdit): ListEdit {
	const found = entriesInText(list.edit.value);
	return found.entries.length === 0
		? {...list, edit: editOf('')}
		: quietly(addEntries({...list, edit: editOf('')}, found));
}

/** What goes into a line in which something is typed already belongs to it. */
function paste(list: ListEdit, text: string): ListEdit {
	const found = entriesInText(text);
	const [entry] = found.entries;
	return entry !== undefined && found.entries.length === 1 && list.edit.value !== ''
		? typeText(list, entry)
		: addEntries(list, found);
}

function remove(list: ListEdit): ListEdit {
	const none = {entries: [], leftOut: 0};
	return {...replaceEntries(list, list.at, 1, none), arrived: undefined};
}

/** Typing while an entry is pointed at goes to the typing line. */
function typeText(list: ListEdit, text: string): ListEdit {
	return {...list, at: list.entries.length, edit: insert(list.edit, text)};
}

/** One entry that was typed is in sight, and needs no words. */
function quietly(list: ListEdit): ListEdit {
	const {arrived} = list;
	const isPlain =
		arrived !== undefined &&
		arrived.count < 2 &&
		arrived.known === 0 &&
		arrived.leftOut === 0;
	return isPlain ? {...list, arrived: undefined} : list;
}
