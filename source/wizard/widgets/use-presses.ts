import {useContext, useLayoutEffect, useRef} from 'react';
import type {Press} from '../presses.js';
import {ActiveContext} from './active.js';
import {KeyboardContext} from './keyboard.js';

/** Hands every press to the one listener of the screen that is on top. */
export function usePresses(onPress: (press: Press) => void, isOnTop = true): void {
	const isActive = useContext(ActiveContext) && isOnTop;
	const listen = useContext(KeyboardContext);
	const latest = useRef(onPress);
	// With the screen itself: a key that comes right after it was drawn is for it.
	useLayoutEffect(() => {
		latest.current = onPress;
	});
	useLayoutEffect(
		() => (isActive ? listen(press => latest.current(press)) : undefined),
		[isActive, listen],
	);
}
