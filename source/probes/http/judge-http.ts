import {parseAddress} from '../../addresses/address.js';
import {isPrivate} from '../../addresses/private.js';
import {type Judgement, judgement} from '../judgement.js';
import {filterProducts} from './filter-products.js';
import type {HttpAnswered, HttpSeen} from './http-seen.js';

export type HttpExpectation = {
	readonly host: string;
	/** Whether TLS has shown that it is the site itself that answers. */
	readonly isSiteItself: boolean;
};

/** What an HTTP answer proves: that it is the site that answers, not somebody before it. */
export function judgeHttp(seen: HttpSeen, expected: HttpExpectation): Judgement {
	if (seen.outcome !== 'answered') {
		return judgement(`http.${seen.outcome}`, failureDetails[seen.outcome]);
	}

	return (
		(expected.isSiteItself ? undefined : judgeStranger(seen, expected)) ??
		judgeStatus(seen)
	);
}

const failureDetails = {
	timeout: 'connects, but answers no request',
	closed: 'hangs up on the request',
	'not-http': 'what answers does not speak HTTP',
} as const;

function judgeStatus({status}: HttpAnswered): Judgement {
	const detail = `HTTP ${status}`;
	return status >= 500
		? judgement('http.server-error', detail, {named: detail})
		: judgement(null, detail);
}

function judgeStranger(
	seen: HttpAnswered,
	{host}: HttpExpectation,
): Judgement | undefined {
	return judgeLogin(seen, host) ?? judgeBlockPage(seen);
}

/** The statuses of RFC 6585 and RFC 9110 with which something before a site speaks. */
const networkLogin = 511;
const proxyLogin = 407;

function judgeLogin(
	{status, location}: HttpAnswered,
	host: string,
): Judgement | undefined {
	if (status === proxyLogin) {
		return judgement('http.proxy-login', 'a proxy on the way wants a login');
	}

	if (status === networkLogin) {
		return judgement('http.captive-portal', 'the network wants a login');
	}

	const target = redirectTarget(location, host);
	if (target === undefined || isSameSite(target, host)) {
		return undefined;
	}

	const address = parseAddress(target);
	return address !== undefined && isPrivate(address)
		? judgement('http.captive-portal', `sent on to ${target}`, {named: target})
		: judgement('http.redirected', `sent on to ${target}`, {named: target});
}

/** What may not be seen (RFC 9110), and what the law forbids (RFC 7725). */
const refusals = new Set([401, 403, 451]);

function judgeBlockPage(seen: HttpAnswered): Judgement | undefined {
	const product = productIn(seen);
	if (product !== undefined) {
		return judgement('http.block-page', `block page of ${product}`, {named: product});
	}

	return refusals.has(seen.status)
		? judgement('http.refused', `refused with HTTP ${seen.status}`, {
				named: `HTTP ${seen.status}`,
			})
		: undefined;
}

function productIn({marks, title, beginning}: HttpAnswered): string | undefined {
	const text = [...marks, title, beginning].join('\n');
	return filterProducts.find(([, signature]) => signature.test(text))?.[0];
}

/** A host, where an answer to a request to a host sends on to one. */
function redirectTarget(location: string | undefined, host: string): string | undefined {
	const url = location === undefined ? null : URL.parse(location, `http://${host}/`);
	return url === null || url.hostname === ''
		? undefined
		: url.hostname.replace(/^\[(?<address>.*)\]$/, '$<address>').replace(/\.$/, '');
}

/** Hosts of one organisation send on to each other. */
function isSameSite(a: string, b: string): boolean {
	return siteOf(a) === siteOf(b);
}

/** The last two labels, or three below a short second one as in ac.uk. */
function siteOf(host: string): string {
	const labels = host.toLowerCase().split('.');
	const isDeep = (labels.at(-2) ?? '').length <= 3 && (labels.at(-1) ?? '').length === 2;
	return labels.slice(isDeep ? -3 : -2).join('.');
}
