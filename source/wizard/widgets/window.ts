/** The part of a long list that is on the screen: from `first` up to, not with, `last`. */
export type Window = {readonly first: number; readonly last: number};

/** @param at the entry that must be seen; past the last one, the end of the list is */
export function windowOf(count: number, at: number, height: number): Window {
	const size = Math.max(1, height);
	const end = Math.max(0, count - size);
	const first = Math.min(end, Math.max(0, at - Math.floor(size / 2)));
	return {first, last: Math.min(count, first + size)};
}
