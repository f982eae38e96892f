import type {Comparison, RowComparison} from '../comparison.js';

/** Rows by what can be said of them, each in the order of the list. */
export type RowKinds = Readonly<Record<RowKind, readonly RowComparison[]>>;

type RowKind = 'differing' | 'alike' | 'alone';

/** `alone` are those that all other reports leave out, so nothing can be said of them. */
export function rowKindsIn({rows}: Pick<Comparison, 'rows'>): RowKinds {
	const {differing = [], alike = [], alone = []} = Object.groupBy(rows, kindOf);
	return {differing, alike, alone};
}

function kindOf({groups}: RowComparison): RowKind {
	if (groups.length > 1) {
		return 'differing';
	}

	return groups[0]?.servers.length === 1 ? 'alone' : 'alike';
}
