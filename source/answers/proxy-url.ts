import {type Endpoint, readEndpoint} from '../addresses/peer.js';

/** Where a proxy listens. */
export type ProxyTarget = {readonly host: Endpoint; readonly port: number};

const defaultPorts: Readonly<Record<string, number>> = {'http:': 80, 'https:': 443};

/** The host and port of a proxy's URL, or undefined when it has a fault. */
export function proxyTarget(text: string): ProxyTarget | undefined {
	const url = URL.parse(text);
	const host = url === null ? undefined : readEndpoint(unbracketed(url.hostname)).value;
	const fallback = url === null ? undefined : defaultPorts[url.protocol];
	return url === null || host === undefined || fallback === undefined
		? undefined
		: {host, port: url.port === '' ? fallback : Number(url.port)};
}

/** What is wrong with a proxy's URL, or undefined. */
export function faultInProxyUrl(text: string): string | undefined {
	const url = URL.parse(text);
	if (url !== null && (url.username !== '' || url.password !== '')) {
		return 'A login must not stand in the answers, which are kept in a file. Leave it out of the URL.';
	}

	return proxyTarget(text) === undefined || /\s/.test(text)
		? `"${text}" is not the address of a proxy. It should look like http://proxy.uni.edu:3128.`
		: undefined;
}

function unbracketed(hostname: string): string {
	return hostname.replace(/^\[(.*)\]$/, '$1');
}
