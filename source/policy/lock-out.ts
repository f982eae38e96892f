import type {Address} from '../addresses/address.js';
import {explain} from './explain.js';
import type {Policy} from './policy.js';

/** Whether somebody at this address could not log in over SSH under this policy. */
export function isLockedOut(policy: Policy, client: Address): boolean {
	const login = {direction: 'inbound', peer: client, protocol: 'tcp', port: 22} as const;
	return explain(policy, login).verdict === 'drop';
}
