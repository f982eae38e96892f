import type {Finding, Unit} from './finding.js';

/** The same two things many times in turn, so that what else the machine does meets both. */
export type Pairs = {
	readonly ours: number;
	readonly peer: number;
	/** The middle of the ratios of all pairs. */
	readonly ratio: number;
};

/** What pairs have found, as a line of the table. */
export function findingOf(
	{ours, peer, ratio}: Pairs,
	unit: Unit,
	[what, name]: readonly [ours: string, peer: string],
	limit?: Finding['limit'],
): Finding {
	return {
		what,
		ours: {value: ours, unit},
		peer: {name, figure: {value: peer, unit}},
		ratio,
		limit,
	};
}

/**
 * Takes two figures in turn and compares each with the one beside it. Which comes first
 * changes from pair to pair; the first pair warms up and does not count.
 * @param count how many pairs, 3 or more
 */
export async function inPairs(
	count: number,
	ours: () => Promise<number>,
	peer: () => Promise<number>,
): Promise<Pairs> {
	const pairs: Array<{readonly ours: number; readonly peer: number}> = [];
	for (let index = 0; index <= count; index += 1) {
		if (index % 2 === 0) {
			pairs.push({ours: await ours(), peer: await peer()});
		} else {
			const first = await peer();
			pairs.push({ours: await ours(), peer: first});
		}
	}

	const counted = pairs.slice(1);
	return {
		ours: middleOf(counted.map(pair => pair.ours)),
		peer: middleOf(counted.map(pair => pair.peer)),
		ratio: middleOf(counted.map(pair => pair.ours / pair.peer)),
	};
}

/** Of an even count the greater of the two in the middle. */
export function middleOf(numbers: readonly number[]): number {
	return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
