import type {Diagnoses} from '../diagnosis.js';

export const httpDiagnoses = {
	'http.timeout': {
		verdict: 'fail',
		owner: 'network',
		remedy: ({destination, port, from}) =>
			`${destination} accepts the connection but answers no request. A filter on the way may hold it up: ask your network team to permit ${port}/tcp from ${from} to ${destination} without inspection.`,
	},
	'http.closed': {
		verdict: 'fail',
		owner: 'network',
		remedy: ({destination, port, from}) =>
			`${destination} accepts the connection and hangs up on the request. A filter on the way may do that: ask your network team to permit ${port}/tcp from ${from} to ${destination} without inspection.`,
	},
	'http.not-http': {
		verdict: 'fail',
		owner: 'network',
		remedy: ({destination, port, from}) =>
			`Something answers on port ${port} for ${destination} that is no web server. Ask your network team to permit ${port}/tcp from ${from} to ${destination} untouched.`,
	},
	'http.block-page': {
		verdict: 'fail',
		owner: 'network',
		remedy: ({destination, port, from, named}) =>
			`A web filter answers in place of ${destination} ("${named}"). Ask your network team to permit ${destination} on ${port}/tcp from ${from} in the filter.`,
	},
	'http.refused': {
		verdict: 'warn',
		owner: 'network',
		remedy: ({destination, port, from, named}) =>
			`What answers for ${destination} on port ${port} refuses the page (${named}): the site itself, or a web filter before it. If the site opens from another network, ask your network team to permit ${port}/tcp from ${from} to ${destination} in the filter.`,
	},
	'http.captive-portal': {
		verdict: 'fail',
		owner: 'network',
		remedy: ({destination, port, from}) =>
			`A login page of the network answers in place of ${destination}. Ask your network team to permit ${port}/tcp from ${from} to ${destination} without a login.`,
	},
	'http.redirected': {
		verdict: 'fail',
		owner: 'network',
		remedy: ({destination, port, from, named}) =>
			`The request to ${destination} is sent on to ${named}, which is another site: most likely a filter's page. Ask your network team to permit ${port}/tcp from ${from} to ${destination} in the filter.`,
	},
	'http.proxy-login': {
		verdict: 'fail',
		owner: 'proxy',
		remedy: ({destination, from}) =>
			`A proxy on the way to ${destination} wants a login, which this server has not. Ask your proxy team to let ${from} through without one.`,
	},
	'http.server-error': {
		verdict: 'warn',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`${destination} is reached, but has a fault of its own (${named}). Probe again later; if it stays, ask whoever runs it.`,
	},
} as const satisfies Diagnoses;
