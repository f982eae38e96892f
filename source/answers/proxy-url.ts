import {type Endpoint, readEndpoint} from '../addresses/peer.js';
import {quoted} from '../addresses/quoted.js';

/** Where a proxy listens. */
export type ProxyTarget = {
	readonly host: Endpoint;
	readonly port: number;
	/** Whether the proxy itself is spoken to with TLS. */
	readonly isSecure: boolean;
};

const defaultPorts = {http: 80, https: 443} as const;

/** Read from the text itself: URL parsers turn 010.0.0.1 and 2130706433 into other hosts. */
const proxyUrl =
	/^(?<scheme>https?):\/\/(?:\[(?<ipv6>[\da-f:.]+)\]|(?<host>[^\s/:?#@[\]]+))(?::(?<port>\d{1,5}))?\/?$/i;

/** The host and port of a proxy's URL, or undefined when it has a fault. */
export function proxyTarget(text: string): ProxyTarget | undefined {
	const {scheme, ipv6, host, port} = proxyUrl.exec(text)?.groups ?? {};
	const endpoint = readEndpoint(ipv6 ?? host ?? '').value;
	const number = port === undefined ? defaultPort(scheme) : Number(port);
	return endpoint === undefined || number < 1 || number > 65_535
		? undefined
		: {host: endpoint, port: number, isSecure: /^https$/i.test(scheme ?? '')};
}

/** What is wrong with a proxy's URL, or undefined. */
export function faultInProxyUrl(text: string): string | undefined {
	if (text.includes('@')) {
		return 'A login must not stand in the answers, which are kept in files. Leave it out of the URL; in an answers file, proxy.login says where it is found.';
	}

	return proxyTarget(text) === undefined
		? `${quoted(text)} is not the address of a proxy. It should look like http://proxy.uni.edu:3128.`
		: undefined;
}

function defaultPort(scheme = ''): number {
	return scheme.toLowerCase() === 'https' ? defaultPorts.https : defaultPorts.http;
}
