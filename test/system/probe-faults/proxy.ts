import {
	filteringProxy,
	hangingProxy,
	noProxy,
	portForbiddenByProxy,
	proxyBlocked,
	proxyGone,
	proxyHangsUp,
	proxyLoginMissing,
	proxyRefusesLogin,
	proxyTakesLogin,
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
	[proxyTakesLogin, 'bitbucket pass'],
	[
		proxyRefusesLogin,
		'proxy fail proxy.login-refused proxy',
		'The proxy does not take the login of the answers for "analytics". Check the user name and the password; if they are right, ask your proxy team whether that user may come from 10.10.0.10 by HTTP Basic.',
	],
	[
		proxyLoginMissing,
		'proxy fail proxy.login-not-sent this-host',
		'The proxy wants a login (407), and it was not sent that of the answers. PROXY_PASSWORD is not set in the environment.',
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
