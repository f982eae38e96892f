import {inFigures} from '../../in-figures.js';
import type {Group} from '../comparison.js';
import {serversInWords} from './servers-in-words.js';

/** Nobody reads more; the JSON has all of them. */
const mostGroups = 5;

/** `proven on test.uni.edu; fails (tcp.timeout), for the network team, on live.uni.edu` */
export function groupsInWords<Value>(
	groups: ReadonlyArray<Group<Value>>,
	all: number,
	valueInWords: (value: Value) => string,
): string {
	const words = groups.slice(0, mostGroups).map(({servers, value}) => {
		const told = valueInWords(value);
		return `${told}${told.includes(', ') ? ',' : ''} on ${serversInWords(servers, all)}`;
	});
	const left = groups.length - words.length;
	const rest = left === 0 ? [] : [`and in ${inFigures(left)} other ways`];
	return [...words, ...rest].join('; ');
}
