import type {Cause} from '../diagnoses.js';
import type {Finding} from '../finding.js';
import {judgement} from '../judgement.js';
import type {ProbeResult} from '../probe-result.js';
import {andMore, fails, ownResult, type Root, type RootPlace} from './root.js';

/** What a name's look-up can fail with when the DNS itself is at fault. */
export const explainedByDns: readonly (Cause | null)[] = [
	'dns.timeout',
	'dns.refused',
	'dns.servfail',
	'dns.no-server',
];

/** So many names that cannot be looked up are no fault of the names. */
const many = 2;

/** No DNS server answers, or those that do look nothing up. */
export function dnsRoot(
	findings: readonly Finding[],
	place: RootPlace,
): Root | undefined {
	const servers = findings.filter(isServer);
	const isLost = (finding: Finding) =>
		fails(finding) &&
		(isServer(finding) || explainedByDns.includes(finding.result.cause));
	const names = findings.filter(finding => isLost(finding) && !isServer(finding));
	const [first] = servers.filter(({result}) => result.protocol === 'udp');
	if (servers.length > 0 && first !== undefined && servers.every(fails)) {
		return {result: first.result, explains: isLost, name: 'the DNS'};
	}

	return manyNames(names, place, ({length}) => `looks up none of ${length} names`);
}

/** One server that fails over UDP and over TCP alike is one fault. */
export function dnsServerRoots(findings: readonly Finding[]): readonly Root[] {
	const servers = findings.filter(finding => isServer(finding) && fails(finding));
	return servers
		.filter(({result}) => result.protocol === 'udp')
		.map(({result}) => ({
			result,
			explains: ({result: other}) =>
				servers.some(server => server.result === other) &&
				other.destination === result.destination &&
				other.detail === result.detail,
			name: `the DNS server ${result.destination}`,
		}));
}

export const oddByDns: readonly (Cause | null)[] = ['dns.disagree', 'dns.half-answered'];

/** The DNS answers oddly, and not about one name only. */
export function oddDnsRoot(
	findings: readonly Finding[],
	place: RootPlace,
): Root | undefined {
	const names = findings.filter(({result}) => oddByDns.includes(result.cause));
	return manyNames(names, place, (_hosts, {detail}) => detail);
}

function manyNames(
	names: readonly Finding[],
	place: RootPlace,
	detailOf: (hosts: readonly string[], first: ProbeResult) => string,
): Root | undefined {
	const [name] = names;
	if (name?.result.cause == null || names.length < many) {
		return undefined;
	}

	const hosts = [...new Set(names.map(({result}) => result.destination))];
	const detail = detailOf(hosts, name.result);
	const judged = judgement(name.result.cause, detail, {about: andMore(hosts)});
	return {
		result: {...ownResult('dns', judged, place, {names: hosts}), destination: 'the DNS'},
		explains: finding => names.includes(finding),
		name: 'the DNS',
	};
}

function isServer({result: {id}}: Finding): boolean {
	return id === 'dns-udp' || id === 'dns-tcp';
}
