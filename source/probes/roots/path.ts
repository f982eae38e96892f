import type {Finding} from '../finding.js';
import {judgement} from '../judgement.js';
import {makeResult} from '../make-result.js';
import {andMore, isBroken, type Root, type RootPlace} from './root.js';

/** One destination that loses large packets may have a fault of its own; not several. */
const many = 2;

/** Large packets are lost on the way to several destinations. */
export function pathRoot(
	findings: readonly Finding[],
	place: RootPlace,
): Root | undefined {
	const lossy = findings.filter(
		finding => finding.result.cause === 'tcp.mtu' && isBroken(finding),
	);
	const hosts = [...new Set(lossy.map(({result}) => result.destination))];
	const [first] = lossy;
	if (first === undefined || hosts.length < many) {
		return undefined;
	}

	const row = {
		connection: {id: 'path', direction: 'outbound', protocol: 'tcp'} as const,
		source: place.hostname,
		destination: `${hosts.length} destinations`,
		port: first.result.port ?? 0,
	};
	const judged = judgement('tcp.mtu', first.result.detail, {
		about: andMore(hosts),
		named: String(largestIn(first)),
	});
	return {
		result: makeResult(row, judged, {rows: lossy.map(({result}) => result.id)}, place),
		explains: finding => lossy.includes(finding),
		name: 'the way out',
	};
}

function largestIn({journeys}: Finding): number | undefined {
	return journeys.flatMap(({seen: {path}}) =>
		path?.outcome === 'passes' ? [path.largest] : [],
	)[0];
}
