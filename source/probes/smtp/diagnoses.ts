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
	'smtp.silent': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, port, from}) =>
			`${destination} takes the connection on port ${port}, and then falls silent. Ask whoever runs it what it does with connections from ${from}, and whether a firewall between looks into them.`,
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
	'smtp.sendgrid-user': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: () =>
			'The user name for SendGrid is always the word "apikey", and the password is the key itself, which begins with "SG.". Type it so, and try again.',
	},
	'smtp.wrong-login': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`${destination} does not take this user name with this password ("${named}"). Type both again; if they are right, ask whoever runs it whether this account may send mail.`,
	},
	'smtp.login-not-offered': {
		verdict: 'warn',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`${destination} offers no login with a password (${named}), so none was sent. If it takes mail without one, leave the user name empty; if not, ask whoever runs it for the right port.`,
	},
	'smtp.login-wants-encryption': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: ({destination}) =>
			`${destination} takes a login only when the connection is encrypted. Choose STARTTLS, or TLS with port 465, under Mail in analytics-setup.`,
	},
	'smtp.password-in-clear': {
		verdict: 'warn',
		owner: 'this-host',
		remedy: ({destination}) =>
			`The login to ${destination} works, but the password travels in clear. Choose STARTTLS under Mail in analytics-setup, if the relay offers it.`,
	},
	'smtp.login-required': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`${destination} takes mail only after a login ("${named}"). Give a user name and a password here and in Looker, or ask whoever runs it to except this server.`,
	},
	'smtp.login-unanswered': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination}) =>
			`${destination} greets, and then does not answer to the end. Try again; if it stays, ask whoever runs it what its log says of this moment.`,
	},
	'smtp.sender-refused': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`${destination} refuses the sender ("${named}"). Ask whoever runs it from which address this server may send, and set that one in Looker.`,
	},
	'smtp.relay-denied': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, from, named}) =>
			`${destination} does not pass mail on to that address for this server ("${named}"). Ask whoever runs it to let ${from} relay, or for a login.`,
	},
	'smtp.recipient-refused': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`${destination} refuses that recipient ("${named}"). Check the address; if it is right, ask whoever runs it why it is not taken.`,
	},
	'smtp.message-too-large': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination}) =>
			`${destination} calls even a test message too large, so the mailbox may be full. Ask whoever runs it what size it takes; reports with pictures need some megabytes.`,
	},
	'smtp.message-refused': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`${destination} takes sender and recipient, and then refuses the message ("${named}"). Ask whoever runs it which filter does that.`,
	},
} as const satisfies Diagnoses;
