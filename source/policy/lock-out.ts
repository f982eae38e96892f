import type {Address} from '../addresses/address.js';
import {explain} from './explain.js';
import type {Policy} from './policy.js';

/** Whether somebody at this address could not connect again under this policy. */
export function isShutOut(
	policy: Policy,
	{peer, port}: {readonly peer: Address; readonly port: number},
): boolean {
	const again = {direction: 'inbound', peer, protocol: 'tcp', port} as const;
	return explain(policy, again).verdict === 'drop';
}
