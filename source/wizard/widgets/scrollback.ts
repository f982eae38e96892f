import {createContext} from 'react';

/**
 * Leaves the screen, prints a text where the terminal keeps what scrolls by, and gives what
 * brings the screen back. Undefined where nothing is drawn that could hide it.
 */
export type PrintPlainly = (text: string) => () => void;

export const ScrollbackContext = createContext<PrintPlainly | undefined>(undefined);
