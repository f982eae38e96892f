import type {Finding} from '../finding.js';
import {judgement} from '../judgement.js';
import {isSoftened, ownResult, type Root, type RootPlace} from './root.js';

/** One destination that IPv6 does not reach may be at fault itself; not all of them. */
const many = 2;

/** IPv6 goes nowhere from here, while IPv4 works. */
export function ipv6Root(
	findings: readonly Finding[],
	place: RootPlace,
): Root | undefined {
	const journeys = findings
		.flatMap(finding => finding.journeys)
		.filter(({way}) => way.via === 'direct' && way.address.family === 6);
	const isBroken = journeys.every(({seen}) => seen.dialled.outcome !== 'connected');
	const explained = findings.filter(
		finding => isSoftened(finding) && finding.result.address?.includes(':'),
	);
	return isBroken && explained.length >= many
		? {
				result: ownResult(
					'ipv6',
					judgement('ipv6.broken', 'IPv6 reaches nothing; IPv4 works'),
					place,
					{rows: explained.map(({result}) => result.id)},
				),
				explains: finding => explained.includes(finding),
				name: 'IPv6',
			}
		: undefined;
}
