import type {Diagnoses} from '../diagnosis.js';

export const proxyDiagnoses = {
	'proxy.unreachable': {
		verdict: 'fail',
		owner: 'proxy',
		remedy: ({address, from}) =>
			`The proxy (${address}) is not reached from this server (${from}). Check its address and port in the answers; if they are right, ask your proxy team to let ${from} in.`,
	},
	'proxy.timeout': {
		verdict: 'fail',
		owner: 'proxy',
		remedy: ({destination, port}) =>
			`The proxy takes the request for ${destination}, port ${port}, and never answers. Ask your proxy team whether it reaches that destination.`,
	},
	'proxy.closed': {
		verdict: 'fail',
		owner: 'proxy',
		remedy: ({destination, port, from}) =>
			`The proxy hangs up when it is asked for ${destination}, port ${port}. Ask your proxy team to permit that for ${from}.`,
	},
	'proxy.not-a-proxy': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: ({address}) =>
			`What answers at ${address} is no web proxy. Correct the address or the port of the proxy in the answers.`,
	},
	'proxy.login': {
		verdict: 'fail',
		owner: 'proxy',
		remedy: ({from}) =>
			`The proxy wants a login (407), and this server has none. Ask your proxy team to let ${from} through without one.`,
	},
	'proxy.login-refused': {
		verdict: 'fail',
		owner: 'proxy',
		remedy: ({from, named}) =>
			`The proxy does not take the login of the answers for "${named}". Check the user name and the password; if they are right, ask your proxy team whether that user may come from ${from} by HTTP Basic.`,
	},
	'proxy.login-not-sent': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: ({named}) =>
			`The proxy wants a login (407), and it was not sent that of the answers. ${named}.`,
	},
	'proxy.denied': {
		verdict: 'fail',
		owner: 'proxy',
		remedy: ({destination, port, from, named}) =>
			`The proxy refuses ${destination}, port ${port} (status ${named}). Ask your proxy team to permit it for ${from}.`,
	},
	'proxy.bad-gateway': {
		verdict: 'fail',
		owner: 'proxy',
		remedy: ({destination, port, named}) =>
			`The proxy itself does not reach ${destination}, port ${port} (status ${named}). Ask your proxy team to permit it on the proxy's own way out.`,
	},
} as const satisfies Diagnoses;
