import {useEffect, useState} from 'react';
import type {Comparison} from '../../flow/compare-probes.js';

/** What is known of the connections under the new rules. */
export type Compared = 'under-way' | 'unknown' | Comparison;

/** Left out, nothing is known: the comparison is in the session that applied. */
export function useComparison(comparison: Promise<Comparison> | undefined): Compared {
	const [compared, setCompared] = useState<Compared>(
		comparison === undefined ? 'unknown' : 'under-way',
	);
	useEffect(() => {
		let isShown = true;
		const show = (found: Compared) => {
			if (isShown) {
				setCompared(found);
			}
		};

		comparison?.then(show, () => show('unknown'));
		return () => {
			isShown = false;
		};
	}, [comparison]);
	return compared;
}
