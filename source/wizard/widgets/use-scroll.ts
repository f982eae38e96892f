import type {KeyName} from '../presses.js';
import type {Commands} from './use-commands.js';
import {useLatest} from './use-latest.js';

/** How far each key moves in a list or a text. */
const distances: {readonly [Key in KeyName]?: number} = {
	up: -1,
	down: 1,
	'page-up': -10,
	'page-down': 10,
	home: Number.NEGATIVE_INFINITY,
	end: Number.POSITIVE_INFINITY,
};

export type Scrolling = {
	/** The line that one is at, from 0. */
	readonly at: number;
	readonly goTo: (line: number) => void;
	/** The keys that move, for `useCommands`. */
	readonly moves: Commands;
};

/** Moves through the lines of a list or a text, as far as there are any. */
export function useScroll(last: number, begin = 0): Scrolling {
	const [at, move] = useLatest(begin);
	const within = (line: number) => Math.max(0, Math.min(last, line));
	const entries = Object.entries(distances).map(([key, distance]) => [
		key,
		() => move(now => within(within(now) + distance)),
	]);
	return {
		at: within(at),
		goTo: line => move(() => within(line)),
		moves: Object.fromEntries(entries) as Commands,
	};
}
