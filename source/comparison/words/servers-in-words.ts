import {inFigures} from '../../in-figures.js';
import {listInWords} from '../../reports/list-in-words.js';

/** About so many characters of names are told; the JSON has all of them. */
const room = 400;

/** All by their names where they are few, or the odd ones out; otherwise how many. */
export function serversInWords(servers: readonly string[], all: number): string {
	return servers.length > fewest && servers.length * 2 > all
		? `${inFigures(servers.length)} of ${inFigures(all)} servers`
		: listInWords(servers, room);
}

/** Two or three stand side by side, each by its name. */
const fewest = 3;
