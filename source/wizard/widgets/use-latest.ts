import {useRef, useState} from 'react';

/**
 * State for key handlers. Several keys can arrive before the next redraw, and each must
 * see what the one before it did; state read from the render closure would be stale.
 */
export function useLatest<State>(initial: State | (() => State)) {
	const [state, setState] = useState(initial);
	const latest = useRef(state);
	const change = (next: (state: State) => State) => {
		latest.current = next(latest.current);
		setState(latest.current);
		return latest.current;
	};

	return [state, change] as const;
}
