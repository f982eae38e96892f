import {type Address, formatAddress} from '../../addresses/address.js';
import type {Cause} from '../../probes/diagnoses.js';
import type {ProbeResult} from '../../probes/probe-result.js';
import type {Reply} from './inquiry.js';

/**
 * What a result says while rules may still change: that those in effect refuse what they
 * were never meant to permit is no fault.
 * @param resolvers the DNS servers that were asked
 */
export function replyOf(result: ProbeResult, resolvers: readonly Address[]): Reply {
	const {destination, address, verdict, cause, owner, detail, remedy} = result;
	if (cause === 'local.blocked') {
		return {
			...{destination, address: null, verdict: 'skipped', cause, owner: null},
			detail: 'not permitted yet: tried after applying',
			remedy: null,
		};
	}

	const asked = isOfName(cause)
		? ` (asked ${resolvers.map(formatAddress).join(', ')})`
		: '';
	return {destination, address, verdict, cause, owner, detail: detail + asked, remedy};
}

/** That a name has no address depends on who was asked. */
function isOfName(cause: Cause | null): boolean {
	return cause !== null && ofName.includes(cause);
}

const ofName: readonly Cause[] = [
	'dns.nxdomain',
	'dns.no-address',
	'dns.servfail',
	'dns.refused',
	'dns.timeout',
];
