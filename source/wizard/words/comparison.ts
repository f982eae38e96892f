import type {Comparison} from '../../flow/compare-probes.js';

/** Whether what worked before new rules still works under them. */
export function comparisonInWords({worked, broken}: Comparison): string {
	if (broken.length > 0) {
		return `${broken.length} of ${worked} connections that worked before ${broken.length === 1 ? 'fails' : 'fail'} now.`;
	}

	switch (worked) {
		case 0:
			return 'No connection was seen to work before, so none can be compared';
		case 1:
			return 'The one connection that worked before still works';
		default:
			return `${worked} connections that worked before still work`;
	}
}
