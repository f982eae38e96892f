import {useApp} from 'ink';
import {createContext, useContext} from 'react';

/** Has nothing more drawn on this terminal; nothing to do where nobody draws. */
export const DrawNoMoreContext = createContext<() => void>(() => undefined);

/** Ends what is on this terminal, with an outcome. Ink alone would draw it once more first. */
export function useExit(): (outcome: unknown) => void {
	const {exit} = useApp();
	const drawNoMore = useContext(DrawNoMoreContext);
	return outcome => {
		drawNoMore();
		exit(outcome);
	};
}
