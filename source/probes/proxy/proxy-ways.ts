import type {Address} from '../../addresses/address.js';
import {proxyTarget} from '../../answers/proxy-url.js';
import {lookUp} from '../look-up.js';
import type {ProbeContext} from '../probe-context.js';
import type {Errand, Way} from '../talk.js';
import {directWays} from '../ways.js';
import {isExempt} from './is-exempt.js';

/**
 * The way through the proxy, where the site has one and the errand can take it: SQL, SMTP
 * and NTP cannot. Empty when the proxy's own name has no address.
 * @param addresses those of the destination
 */
export async function proxyWays(
	{talk, host}: Errand,
	addresses: readonly Address[],
	{answers, network, waysOut}: Pick<ProbeContext, 'answers' | 'network' | 'waysOut'>,
): Promise<readonly Way[]> {
	const {url, noProxy} = answers.proxy;
	const proxy = url === null ? undefined : proxyTarget(url);
	const isWeb = talk === 'http' || talk === 'https';
	if (proxy === undefined || !isWeb || isExempt(host, addresses, noProxy)) {
		return [];
	}

	const own = await lookUp(proxy.host, network);
	return directWays(own.addresses, waysOut.families)
		.slice(0, 1)
		.map(({address}) => ({via: 'proxy', address, proxy}));
}
