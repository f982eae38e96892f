import {useInput, usePaste} from 'ink';
import {useContext} from 'react';
import {type Press, pressesOf} from '../presses.js';
import {ActiveContext} from './active.js';

/** Hands every press to the one listener of the screen that is on top. */
export function usePresses(onPress: (press: Press) => void, isOnTop = true): void {
	const isActive = useContext(ActiveContext) && isOnTop;
	useInput(
		(input, key) => {
			pressesOf(input, key).forEach(onPress);
		},
		{isActive},
	);
	usePaste(text => onPress({kind: 'paste', text}), {isActive});
}
