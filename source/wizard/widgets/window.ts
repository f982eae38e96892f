import {inFigures} from '../../in-figures.js';

/** The part of a long list that is on the screen: from `first` up to, not with, `last`. */
export type Window = {readonly first: number; readonly last: number};

/** Which part of how much is to be seen: `Lines 1 to 12 of 40`; empty for all of it. */
export function windowNote({first, last}: Window, count: number): string {
	const [from, to, all] = [first + 1, last, count].map(inFigures);
	return last - first < count ? `Lines ${from} to ${to} of ${all}` : '';
}

/** @param at the entry that must be seen; past the last one, the end of the list is */
export function windowOf(count: number, at: number, height: number): Window {
	const size = Math.max(1, height);
	const end = Math.max(0, count - size);
	const first = Math.min(end, Math.max(0, at - Math.floor(size / 2)));
	return {first, last: Math.min(count, first + size)};
}

/**
 * The part of a list around a pointer that moves in it. It stays as it is for several
 * moves, and then goes on by half its height: on a slow line, each change of it costs.
 */
export function steadyWindow(count: number, at: number, height: number): Window {
	const size = Math.max(1, height);
	const step = Math.max(1, Math.floor(size / 2));
	// One line below the pointer shows that it goes on.
	const beyond = Math.max(0, at - Math.max(0, size - 2));
	const wanted = Math.ceil(beyond / step) * step;
	const first = Math.min(Math.max(0, count - size), wanted);
	return {first, last: Math.min(count, first + size)};
}
