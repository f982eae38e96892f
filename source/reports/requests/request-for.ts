import type {Cause} from '../../probes/diagnoses.js';
import {toDns} from './to-dns.js';
import {toNetwork} from './to-network.js';
import {toProxy} from './to-proxy.js';
import {toRemote} from './to-remote.js';
import {toVendor} from './to-vendor.js';

const requests: Readonly<Partial<Record<Cause, string>>> = {
	...toNetwork,
	...toDns,
	...toProxy,
	...toRemote,
	...toVendor,
};

/**
 * What is asked of whoever must act, in words that fit one connection and many: causes
 * that need the same have the same request. Undefined where this server itself must be mended.
 */
export function requestFor(cause: Cause): string | undefined {
	return requests[cause];
}
