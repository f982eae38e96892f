import type {Diagnoses} from '../diagnosis.js';

export const tlsDiagnoses = {
	'tls.timeout': {
		verdict: 'fail',
		owner: 'network',
		remedy: ({reached, destination, port, from}) =>
			`${reached} accepts the connection, and then says nothing when encryption is to begin. A firewall that looks into it may hold it up: ask your network team to permit ${port}/tcp from ${from} to ${destination} without TLS inspection.`,
	},
	'tls.closed': {
		verdict: 'fail',
		owner: 'network',
		remedy: ({destination, port, from}) =>
			`The connection to ${destination} is cut as soon as its name is said. A firewall that filters by name does that: ask your network team to permit ${destination} on ${port}/tcp from ${from} by name.`,
	},
	'tls.not-tls': {
		verdict: 'fail',
		owner: 'network',
		remedy: ({destination, port, from}) =>
			`Something answers on port ${port} for ${destination} that speaks no TLS: most likely a filter or a login page on the way. Ask your network team to permit ${port}/tcp from ${from} to ${destination} untouched.`,
	},
	'tls.refused': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination}) =>
			`${destination} and this server find no TLS version or cipher that both take. Ask whoever runs it to offer TLS 1.2 or later.`,
	},
	'tls.failed': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination}) =>
			`Encryption with ${destination} fails. Ask whoever runs it to look at its TLS settings; the evidence has the error.`,
	},
	'tls.expired': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`The certificate of ${destination} ended on ${named}. Ask whoever runs it to renew it.`,
	},
	'tls.not-yet-valid': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`The certificate of ${destination} is valid only from ${named} on. Ask whoever runs it to check it.`,
	},
	'tls.self-signed': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination}) =>
			`${destination} shows a certificate that it has signed itself, so nobody vouches for it. Ask whoever runs it for one of a known authority.`,
	},
	'tls.untrusted': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: ({destination, named}) =>
			`The certificate of ${destination} is from "${named}", which this server does not know. If that is your own authority, add its certificate to this server (/etc/pki/ca-trust/source/anchors, then update-ca-trust).`,
	},
	'tls.incomplete-chain': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`${destination} does not send the certificate of "${named}" beside its own, so programs cannot check it. Ask whoever runs it to send the whole chain.`,
	},
	'tls.wrong-name': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`What answers for ${destination} has a certificate for ${named}. Check the name and its address in the DNS; if both are right, ask whoever runs it to correct the certificate.`,
	},
	'tls.version': {
		verdict: 'warn',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`${destination} offers only ${named}, which is broken and refused by current programs. Ask whoever runs it to offer TLS 1.2 or later.`,
	},
	'tls.intercepted': {
		verdict: 'fail',
		owner: 'network',
		remedy: ({destination, port, from, named}) =>
			`Something on the way opens the encryption: the certificate for ${destination} comes from "${named}", not from a public authority. Ask your network team to permit ${port}/tcp from ${from} to ${destination} without TLS inspection.`,
	},
	'tls.intercepted-trusted': {
		verdict: 'warn',
		owner: 'network',
		remedy: ({destination, port, from, named}) =>
			`Something on the way opens the encryption as "${named}". This server's system trusts it, but Looker keeps its own list and may not. Ask your network team to permit ${port}/tcp from ${from} to ${destination} without TLS inspection.`,
	},
} as const satisfies Diagnoses;
