import type {Item} from './pointer-list.js';
import type {Commands} from './use-commands.js';
import {useLatest} from './use-latest.js';

/** What is pointed at: by name, for other lines come and go before it. */
export type Pointed = {
	readonly id: string;
	/** What to point at when that is gone. */
	readonly near?: string;
};

export type Pointing = {
	/** The index of the item that is pointed at; -1 where none can be. */
	readonly at: number;
	/** The same after every key so far, also before the next redraw. */
	readonly latest: () => number;
	readonly goTo: (index: number) => void;
	/** Points at an item by its name, also at one that is still to come. */
	readonly pointAt: (pointed: Pointed) => void;
	/** The keys that move, for `useCommands`. */
	readonly moves: Commands;
};

const jump = 10;

/** Moves through the items that can be pointed at. */
export function usePointer(items: readonly Item[], begin?: Pointed): Pointing {
	const [pointed, point] = useLatest<Pointed | undefined>(begin);
	const open = [...items.keys()].filter(index => items[index]?.isPassedOver !== true);
	const indexOf = (wanted: Pointed | undefined) =>
		open.find(index => items[index]?.id === wanted?.id) ??
		open.find(index => items[index]?.id === wanted?.near) ??
		open[0] ??
		-1;
	const goTo = (index: number) => point(now => items[index] ?? now);
	const step = (distance: number) => () =>
		point(now => {
			const place = open.indexOf(indexOf(now)) + distance;
			const index = open[Math.max(0, Math.min(open.length - 1, place))];
			return index === undefined ? now : items[index];
		});
	return {
		at: indexOf(pointed),
		latest: () => indexOf(point(now => now)),
		pointAt: wanted => point(() => wanted),
		// A heading that was searched for leads to what it is over.
		goTo: index => goTo(open.find(each => each >= index) ?? index),
		moves: {
			up: step(-1),
			down: step(1),
			'page-up': step(-jump),
			'page-down': step(jump),
			home: step(Number.NEGATIVE_INFINITY),
			end: step(Number.POSITIVE_INFINITY),
		},
	};
}
