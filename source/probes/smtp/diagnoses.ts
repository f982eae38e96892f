import type {Diagnoses} from '../diagnosis.js';

export const smtpDiagnoses = {
	'smtp.rejected': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, from, named}) =>
			`The mail server ${destination} turns this server away ("${named}"). Ask whoever runs it to let ${from} send mail through it.`,
	},
	'smtp.busy': {
		verdict: 'warn',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`The mail server ${destination} is reached but takes no mail at the moment ("${named}"). Probe again in some minutes; if it stays, ask whoever runs it.`,
	},
	'smtp.no-banner': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, port}) =>
			`${destination} accepts the connection on port ${port} and then says nothing. It may expect TLS from the first byte, as on port 465: check port and encryption in the answers. If they are right, ask whoever runs it.`,
	},
	'smtp.closed': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, port, from}) =>
			`${destination} accepts the connection on port ${port} and hangs up. Ask whoever runs it to let ${from} send mail through it.`,
	},
	'smtp.not-smtp': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, port}) =>
			`What answers at ${destination} on port ${port} is no mail server. Check host and port in the answers; if they are right, ask whoever runs it.`,
	},
	'smtp.slow': {
		verdict: 'warn',
		owner: 'remote',
		remedy: ({destination, from, named}) =>
			`${destination} works, but lets this server wait ${named} before it speaks. Ask whoever runs it to except ${from} from that delay, since programs may give up.`,
	},
	'smtp.no-starttls': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, port}) =>
			`${destination} takes mail on port ${port}, but without encryption (no STARTTLS). Ask whoever runs it to offer STARTTLS there; if mail shall go unencrypted, say so in the answers.`,
	},
	'smtp.starttls-removed': {
		verdict: 'fail',
		owner: 'network',
		remedy: ({destination, port, from}) =>
			`A firewall on the way to ${destination} writes over what the mail server says, and so takes its encryption away ("SMTP inspection"). Ask your network team to switch that off, and to permit ${port}/tcp from ${from} to ${destination} untouched.`,
	},
	'smtp.starttls-refused': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`${destination} offers encryption and then refuses it ("${named}"). Ask whoever runs it to look at its TLS settings.`,
	},
	'smtp.tls-failed': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination}) =>
			`${destination} agrees to encryption (STARTTLS), and then it fails. Ask whoever runs it to look at its TLS settings; the evidence has the error.`,
	},
	'smtp.no-implicit-tls': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, port}) =>
			`${destination} does not begin with TLS on port ${port}. With STARTTLS, as on port 587, it may work: check port and encryption in the answers; if they are right, ask whoever runs it.`,
	},
} as const satisfies Diagnoses;
