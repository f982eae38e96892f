import {type Address, formatAddress, isSameAddress} from '../addresses/address.js';
import {Failure} from '../failure.js';
import {describeShutOut} from './describe-shut-out.js';
import type {ShutOut} from './plan.js';

/**
 * Why an apply does not even begin: somebody who is logged in could not do so again.
 * Undefined where nobody is kept out but those who are known to be.
 * @param accepted those who are
 */
export function shutOutFailure(
	shutOut: readonly ShutOut[],
	accepted: readonly Address[],
): Failure | undefined {
	const refused = shutOut.filter(
		({peer, isLogin}) =>
			isLogin && !accepted.some(address => isSameAddress(address, peer)),
	);
	if (refused.length === 0) {
		return undefined;
	}

	const addresses = [...new Set(refused.map(({peer}) => formatAddress(peer)))];
	const flags = addresses.map(address => `--shut-out ${address}`);
	return new Failure(
		'lock-out',
		[...refused.map(describeShutOut), 'Nothing was changed.'].join(' '),
		{
			remedies: [
				`Add ${addresses.join(', ')} to the sources of remote support (support.sources) and enable it, or apply from the console.`,
				`To do it all the same, add: ${flags.join(' ')}`,
			],
		},
	);
}
