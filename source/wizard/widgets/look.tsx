import {createContext, useContext} from 'react';
import {type Marks, unicodeMarks} from '../../reports/marks.js';

/** What every widget must know of the terminal. */
export type Look = {
	readonly marks: Marks;
	readonly columns: number;
	readonly rows: number;
};

export const LookContext = createContext<Look>({
	marks: unicodeMarks,
	columns: 80,
	rows: 24,
});

export function useLook(): Look {
	return useContext(LookContext);
}
