import type {CauseOf} from '../../probes/diagnoses.js';

const noLogin =
	'Please let this server through without a login: it has none. It needs the following.';

/** What is asked of whoever runs a web proxy. */
export const toProxy: Readonly<Record<CauseOf<'proxy'>, string>> = {
	'http.proxy-login': noLogin,
	'proxy.login': noLogin,
	'proxy.login-refused':
		'Please let this server through with its login, which the proxy does not take. It needs the following.',
	'proxy.denied': 'Please permit the following on the proxy, which refuses it.',
	'proxy.closed': 'Please permit the following on the proxy, which hangs up when asked.',
	'proxy.bad-gateway':
		"Please look at the proxy's own way out: it says that it does not reach the following.",
	'proxy.timeout':
		"Please look at the proxy's own way out: asked for the following, it never answers.",
	'proxy.unreachable': 'Please let this server reach the proxy. It needs the following.',
};
