import {formatAddress} from '../../addresses/address.js';
import {describeShutOut} from '../../flow/describe-shut-out.js';
import type {ShutOut} from '../../flow/plan.js';
import {addressesOf} from '../reviewed.js';

/** The review has named them all. */
const mostNamed = 3;

/** What is asked before rules are applied that shut out whoever is logged in. */
export function shuttingOut(logins: readonly ShutOut[]) {
	const addresses = addressesOf(logins);
	const named =
		addresses.length > 2
			? `these ${addresses.length} addresses`
			: addresses.map(formatAddress).join(' and ');
	return {
		question: logins.some(({isSelf}) => isSelf)
			? 'You would be shut out'
			: 'Somebody would be shut out',
		paragraphs: logins.slice(0, mostNamed).map(describeShutOut),
		options: [
			{label: `Add ${named} to the support sources`, value: 'admit'},
			{label: 'Apply all the same', value: 'insist'},
			{label: 'Back to the review', value: 'back'},
		],
	} as const;
}
