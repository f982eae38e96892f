import type {Connection} from '../catalogue/connection.js';
import type {NameAnswer} from '../host/resolver.js';
import {type Judgement, judgement} from './judgement.js';

export type NameFailure = Exclude<NameAnswer, {readonly outcome: 'answered'}>;

const details = {
	nxdomain: 'no such name in the DNS',
	'no-address': 'the DNS has no address for it',
	servfail: 'the DNS fails to look it up',
	refused: 'the DNS refuses to answer',
	timeout: 'the DNS does not answer',
	'no-server': 'no DNS server is known',
} as const;

/**
 * Why a name has no address. That it is gone is no surprise where the destination was
 * retired or changed; that the DNS is silent is.
 * @param mayAsk whether the rules in effect here let questions to the DNS out
 */
export function judgeName(
	{retired, changed}: Pick<Connection, 'retired' | 'changed'>,
	{outcome}: Pick<NameFailure, 'outcome'>,
	mayAsk: boolean,
): Judgement {
	const isGone = outcome === 'nxdomain' || outcome === 'no-address';
	if (isGone && retired !== undefined) {
		return judgement('vendor.retired', `retired on ${retired.since}`);
	}

	if (isGone && changed !== undefined) {
		return judgement('vendor.changed', `gone, after a change on ${changed.since}`);
	}

	const isSilent = outcome === 'timeout' || outcome === 'refused';
	return isSilent && !mayAsk
		? judgement('local.blocked', "this server's own firewall blocks DNS")
		: judgement(`dns.${outcome}`, details[outcome]);
}
