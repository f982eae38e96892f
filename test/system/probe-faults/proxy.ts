import {
	filteringProxy,
	hangingProxy,
	noProxy,
	portForbiddenByProxy,
	proxyBlocked,
	proxyGone,
	proxyHangsUp,
	proxyWithLogin,
	proxyWithoutWay,
	workingProxy,
} from '../../campus/faults/proxy.js';
import type {FaultTable} from './fault-table.js';

/** What is wrong with a proxy, and who must act. */
export const proxyFaults: FaultTable = [
	[workingProxy, 'bitbucket pass'],
	[
		proxyWithLogin,
		'proxy fail proxy.login proxy',
		'The proxy wants a login (407), and this server has none. Ask your proxy team to let 10.10.0.10 through without one.',
	],
	[
		filteringProxy,
		'bitbucket fail proxy.denied proxy',
		'The proxy refuses bitbucket.org, port 443 (status 403). Ask your proxy team to permit it for 10.10.0.10.',
	],
	[
		portForbiddenByProxy,
		'bitbucket fail proxy.denied proxy',
		'The proxy refuses bitbucket.org, port 443 (status 403). Ask your proxy team to permit it for 10.10.0.10.',
	],
	[
		proxyWithoutWay,
		'bitbucket fail proxy.bad-gateway proxy',
		"The proxy itself does not reach bitbucket.org, port 443 (status 500). Ask your proxy team to permit it on the proxy's own way out.",
	],
	[
		hangingProxy,
		'bitbucket fail proxy.timeout proxy',
		'The proxy takes the request for bitbucket.org, port 443, and never answers. Ask your proxy team whether it reaches that destination.',
	],
	[
		proxyHangsUp,
		'bitbucket fail proxy.closed proxy',
		'The proxy hangs up when it is asked for bitbucket.org, port 443. Ask your proxy team to permit that for 10.10.0.10.',
	],
	[
		noProxy,
		'proxy fail proxy.not-a-proxy this-host',
		'What answers at 10.99.0.106 is no web proxy. Correct the address or the port of the proxy in the answers.',
	],
	[
		proxyGone,
		'proxy fail proxy.unreachable proxy',
		'The proxy (10.99.0.107) is not reached from this server (10.10.0.10). Check its address and port in the answers; if they are right, ask your proxy team to let 10.10.0.10 in.',
	],
	[
		proxyBlocked,
		'proxy fail proxy.unreachable proxy',
		'The proxy (10.99.0.108) is not reached from this server (10.10.0.10). Check its address and port in the answers; if they are right, ask your proxy team to let 10.10.0.10 in.',
	],
];
