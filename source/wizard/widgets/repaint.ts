import {createContext} from 'react';

/** Draws the whole screen anew: kernel messages may have been written over it. */
export const RepaintContext = createContext<() => void>(() => undefined);
