import {useInput, usePaste} from 'ink';
import {createContext, type ReactNode, useState} from 'react';
import {type Press, pressesOf} from '../presses.js';

type Listener = (press: Press) => void;

/** Adds a listener, and gives what takes it away again. */
type Listen = (listener: Listener) => () => void;

export const KeyboardContext = createContext<Listen>(() => () => undefined);

/** Hears every key, and hands it to whoever listens below. */
export function Keyboard({children}: {readonly children: ReactNode}) {
	const [{hand, listen}] = useState(openKeyboard);
	useInput((input, key) => {
		pressesOf(input, key).forEach(hand);
	});
	usePaste(text => hand({kind: 'paste', text}));
	return <KeyboardContext value={listen}>{children}</KeyboardContext>;
}

/** What comes while nobody listens, between two screens, waits for whoever is next. */
export function openKeyboard(): {readonly hand: Listener; readonly listen: Listen} {
	const listeners = new Set<Listener>();
	let waiting: readonly Press[] = [];
	const hand: Listener = press => {
		if (listeners.size === 0) {
			waiting = [...waiting, press];
		}

		for (const listener of [...listeners]) {
			listener(press);
		}
	};

	return {
		hand,
		listen(listener) {
			listeners.add(listener);
			const missed = waiting;
			waiting = [];
			missed.forEach(hand);
			return () => listeners.delete(listener);
		},
	};
}
