import type {Observed, SeenDestination} from '../../source/observation/observed.js';
import {address} from './sample.js';

const since = Date.UTC(2026, 10, 22, 14, 2, 11);

/** What was seen from 14:02 on: a destination for each name, on 443/tcp and answered. */
export function observedTo(
	names: readonly string[],
	changes: Partial<Observed> = {},
): Observed {
	return {
		...{since, until: undefined, isFull: false, trouble: undefined},
		destinations: names.map(
			(name, index): SeenDestination => ({
				...{address: address(`203.0.113.${index + 1}`), port: 443, protocol: 'tcp'},
				...{names: [name], tries: 1, isAnswered: true, first: since, last: since},
			}),
		),
		...changes,
	};
}
