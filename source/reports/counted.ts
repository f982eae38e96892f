import {inFigures} from '../in-figures.js';

/** `1 entry`, `1,000 entries` */
export function counted(count: number, one: string, many: string): string {
	return count === 1 ? `1 ${one}` : `${inFigures(count)} ${many}`;
}
