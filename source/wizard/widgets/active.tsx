import {createContext} from 'react';

/** False while a question lies over the screen: its keys then go to the question. */
export const ActiveContext = createContext(true);
