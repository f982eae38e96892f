import type {Cause} from '../diagnoses.js';
import type {Finding} from '../finding.js';
import {judgement} from '../judgement.js';
import {fails, ownResult, type Root, type RootPlace} from './root.js';

const explained: readonly (Cause | null)[] = [
	'tcp.unreachable',
	'udp.unreachable',
	'dns.timeout',
	'dns.refused',
	'dns.no-server',
];

/** This server has no address, or no way out. */
export function ownNetworkRoot(
	findings: readonly Finding[],
	place: RootPlace,
): Root | undefined {
	const explains = (finding: Finding) =>
		fails(finding) &&
		(explained.includes(finding.result.cause) || isWayToProxyMissing(finding));
	if (place.lack === undefined || !findings.some(explains)) {
		return undefined;
	}

	const judged =
		place.lack === 'address'
			? judgement('host.no-address', 'this server has no address')
			: judgement('host.no-route', 'this server has no default route');
	return {
		result: ownResult('network', judged, place),
		explains,
		name: "this server's network",
	};
}

/** Some servers have no default route on purpose: a proxy in their own subnet. */
function isWayToProxyMissing({result: {cause}, journeys}: Finding): boolean {
	return (
		cause === 'proxy.unreachable' &&
		journeys.some(
			({way, seen}) => way.via === 'proxy' && seen.dialled.outcome === 'unreachable',
		)
	);
}
