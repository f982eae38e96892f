import type {Figure, Finding, Limit} from './finding.js';

/** One figure of ours beside that of each peer. */
export function besideEach(
	what: string,
	ours: Figure,
	peers: ReadonlyArray<readonly [name: string, value: number]>,
	limit?: Limit,
): readonly Finding[] {
	return peers.map(([name, value]) => ({
		what,
		ours,
		peer: {name, figure: {value, unit: ours.unit}},
		ratio: ours.value / value,
		limit,
	}));
}
