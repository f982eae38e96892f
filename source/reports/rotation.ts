import {catalogue} from '../catalogue/catalogue.js';
import type {ProbeRun} from '../probes/probe-result.js';
import type {Rotation} from './site.js';

/**
 * Why a name cannot be permitted by the addresses that it has now: by what is known of it,
 * or by what was seen. Undefined where nothing says so.
 * @param addresses what it stands for now
 */
export function rotationOf(
	name: string,
	addresses: readonly string[],
	run: ProbeRun | undefined,
): Rotation | undefined {
	const known = catalogue.find(({destination}) => destination === name)?.rotates;
	if (known !== undefined) {
		return {kind: 'known', reason: known};
	}

	const before = addressesSeen(name, run);
	if (addresses.length > 0 && before.some(address => !addresses.includes(address))) {
		const reason = `When it was tried it was ${before.join(', ')}, and later ${addresses.join(', ')}.`;
		return {kind: 'moved', reason};
	}

	return hasSeveral(addresses)
		? {kind: 'several', reason: 'The DNS gives several addresses for it.'}
		: undefined;
}

/** The addresses that a run found a name at. */
function addressesSeen(name: string, run: ProbeRun | undefined): readonly string[] {
	const results = run?.results.filter(({destination}) => destination === name) ?? [];
	return [...new Set(results.flatMap(({evidence}) => addressesIn(evidence)))];
}

/** What the DNS said stands under `name` in the evidence of a destination. */
function addressesIn(evidence: unknown): readonly string[] {
	const {name} = (evidence ?? {}) as {readonly name?: {readonly addresses?: unknown}};
	const addresses = name?.addresses;
	return Array.isArray(addresses)
		? addresses.filter(address => typeof address === 'string')
		: [];
}

/** One address of each family is no choice. */
function hasSeveral(addresses: readonly string[]): boolean {
	const ofIpv6 = addresses.filter(address => address.includes(':')).length;
	return ofIpv6 > 1 || addresses.length - ofIpv6 > 1;
}
