import type {EntriesFound} from '../../addresses/entries-in-text.js';
import {editOf, type TextEdit} from './text-edit.js';

/** A list being edited: its entries, and below them the line where one is typed. */
export type ListEdit = {
	readonly entries: readonly string[];
	/** The entry pointed at; the number of entries when the typing line is. */
	readonly at: number;
	readonly edit: TextEdit;
	/** The entry pointed at while it is changed where it stands. */
	readonly inPlace: TextEdit | undefined;
	/** What came in the place of what, to be undone; the newest last. */
	readonly past: readonly Replaced[];
	/** What came last, as long as it is to be told. */
	readonly arrived: Arrived | undefined;
};

type Replaced = {
	readonly at: number;
	/** How many entries came. */
	readonly count: number;
	readonly removed: readonly string[];
};

/** Entries that came together. */
export type Arrived = {
	readonly at: number;
	readonly count: number;
	/** How many were there already. */
	readonly known: number;
	/** How many words beside them were no entries. */
	readonly leftOut: number;
};

export function listEditOf(entries: readonly string[]): ListEdit {
	return {
		entries,
		at: entries.length,
		edit: editOf(''),
		inPlace: undefined,
		past: [],
		arrived: undefined,
	};
}

/** Puts entries in the place of `count` others; those that are elsewhere already are not put twice. */
export function replaceEntries(
	list: ListEdit,
	at: number,
	count: number,
	{entries: wanted, leftOut}: EntriesFound,
): ListEdit {
	const removed = list.entries.slice(at, at + count);
	const before = list.entries.slice(0, at);
	const behind = list.entries.slice(at + count);
	// Few come to a list of thousands, so the set is of those that come.
	const added = new Set(wanted);
	for (const entry of [...before, ...behind]) {
		added.delete(entry);
	}

	const arrived = {at, count: added.size, known: wanted.length - added.size, leftOut};
	if (added.size === 0 && removed.length === 0) {
		return {...list, arrived};
	}

	const change = {at, count: added.size, removed};
	return {
		...list,
		entries: [...before, ...added, ...behind],
		past: [...list.past, change],
		arrived,
	};
}

/** Takes the last change of the entries back. */
export function undo(list: ListEdit): ListEdit {
	const last = list.past.at(-1);
	if (last === undefined) {
		return list;
	}

	const {at, count, removed} = last;
	const entries = [
		...list.entries.slice(0, at),
		...removed,
		...list.entries.slice(at + count),
	];
	return {
		...list,
		entries,
		at: removed.length > 0 ? at : entries.length,
		past: list.past.slice(0, -1),
	};
}
