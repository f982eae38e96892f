import type {Finding} from '../finding.js';
import {judgement} from '../judgement.js';
import {andMore, isBroken, ownResult, type Root, type RootPlace} from './root.js';

/** One name may have moved a moment ago; several have not. */
const many = 2;

/** Nobody tells the rules in effect here where names are. */
export function namesRoot(
	findings: readonly Finding[],
	place: RootPlace,
): Root | undefined {
	const behind = findings.filter(
		finding => finding.result.cause === 'names.behind' && isBroken(finding),
	);
	const hosts = [...new Set(behind.map(({result}) => result.destination))];
	if (hosts.length < many) {
		return undefined;
	}

	const judged = judgement(
		'names.behind',
		`where ${hosts.length} names are is not known to its rules`,
		{about: andMore(hosts)},
	);
	return {
		result: ownResult('names', judged, place, {names: hosts}),
		explains: finding => behind.includes(finding),
		name: 'the names that this server follows',
	};
}
