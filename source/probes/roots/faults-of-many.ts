import {catalogue} from '../../catalogue/catalogue.js';
import type {Cause} from '../diagnoses.js';
import type {ProbeResult} from '../probe-result.js';
import {standsWith} from '../run-probes.js';
import {explainedByDns, oddByDns} from './dns.js';
import {alikeByProxy} from './proxy.js';

/** What one fault may be behind when several results have it. */
const ofMany: ReadonlySet<Cause | null> = new Set([
	...explainedByDns,
	...oddByDns,
	...alikeByProxy,
	'tcp.mtu' as const,
	'local.blocked' as const,
	'names.behind' as const,
]);

/** Whether a result of a run stands or falls with others of it. */
export function isTiedToOthers(id: string, results: readonly ProbeResult[]): boolean {
	const isOfList = rowIds.has(standsWith.get(id) ?? id);
	const own = results.filter(result => result.id === id);
	return (
		!isOfList ||
		own.some(waits) ||
		results.some(other => waits(other) && own.some(({cause}) => cause === other.cause))
	);
}

/** Whether what was found may be the same fault as that of results found before. */
export function isOfOneFault(
	found: readonly ProbeResult[],
	before: readonly ProbeResult[],
): boolean {
	const isIpv6Broken = before.some(({id}) => id === 'ipv6');
	return found.some(
		({verdict, cause, address}) =>
			(ofMany.has(cause) && before.some(other => other.cause === cause)) ||
			(isIpv6Broken && verdict === 'warn' && address?.includes(':') === true),
	);
}

function waits({verdict, cause}: ProbeResult): boolean {
	return verdict === 'skipped' && cause !== 'answers.not-used';
}

const rowIds: ReadonlySet<string> = new Set(catalogue.map(({id}) => id));
