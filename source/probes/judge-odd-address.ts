import {formatAddress} from '../addresses/address.js';
import {isLoopback} from '../addresses/cidr-list.js';
import {isPrivate} from '../addresses/private.js';
import {isSinkhole} from '../addresses/sinkhole.js';
import type {NameAnswer} from '../host/resolver.js';
import {type Judgement, judgement} from './judgement.js';

type NameAnswered = Extract<NameAnswer, {readonly outcome: 'answered'}>;

export type OddAddressFacts = {
	/** Whether what answers there has shown that it is the site itself. */
	readonly isProven: boolean;
	/** Whether the name is one of the Internet. */
	readonly isPublic: boolean;
	/** Whether the rules that the answers ask for leave private addresses of it shut. */
	readonly isShut: boolean;
};

/**
 * What is odd about the addresses that the DNS tells: no machine has them, or no host on the
 * Internet. That is a filter in the DNS, or a copy inside.
 */
export function judgeOddAddress(
	{addresses}: Pick<NameAnswered, 'addresses'>,
	{isProven, isPublic, isShut}: OddAddressFacts,
): Judgement | undefined {
	// What a site calls by a name may well run on this server itself.
	const nobodys = addresses.find(
		address => isSinkhole(address) && (isPublic || !isLoopback(address)),
	);
	if (nobodys !== undefined && !isProven) {
		return saying('dns.sinkhole', formatAddress(nobodys));
	}

	const own = isPublic ? addresses.find(isPrivate) : undefined;
	if (own === undefined || (isProven && !isShut)) {
		return undefined;
	}

	return saying(isShut ? 'dns.inside' : 'dns.private-answer', formatAddress(own));
}

function saying(
	cause: 'dns.sinkhole' | 'dns.inside' | 'dns.private-answer',
	named: string,
): Judgement {
	return judgement(cause, `the DNS says ${named}`, {named});
}
