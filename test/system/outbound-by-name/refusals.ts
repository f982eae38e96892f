import {setTimeout as delay} from 'node:timers/promises';
import type {DialResult} from '../../campus/agent/messages.js';
import type {Host} from '../../campus/host.js';

/**
 * Whether rules of ours refuse what was dialled: whoever is there says something at once, and
 * over IPv6 a refusal is heard only with the second try, after a second.
 */
export function isRefused({outcome}: DialResult): boolean {
	return outcome !== 'connected' && outcome !== 'refused';
}

const patience = 15_000;

/**
 * Dials some addresses again and again until all are refused by the rules; how many
 * milliseconds that took. The kernel says nothing when an element of a set runs out.
 */
export async function untilRefused(
	host: Host,
	addresses: readonly string[],
): Promise<number> {
	const start = performance.now();
	while (performance.now() - start < patience) {
		const dials = await Promise.all(
			addresses.map(address => host.dial({protocol: 'tcp', port: 443, address})),
		);
		if (dials.every(isRefused)) {
			return performance.now() - start;
		}

		await delay(100);
	}

	throw new Error(`${addresses.join(' and ')} are not refused in ${patience} ms.`);
}
