import type {Diagnoses} from '../diagnosis.js';

export const sqlDiagnoses = {
	'sql.not-sql-server': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, port, named}) =>
			`Port ${port} of ${destination} is open, but ${named} answers there. Check host and port in the answers; if they are right, ask whoever runs it on which port SQL Server listens.`,
	},
	'sql.timeout': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, port}) =>
			`Port ${port} of ${destination} accepts the connection and then says nothing. Ask whoever runs it whether SQL Server listens there, and whether a firewall between looks into the connection.`,
	},
	'sql.closed': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, port}) =>
			`Port ${port} of ${destination} accepts the connection and hangs up on the first question. Ask whoever runs it whether SQL Server listens there, and lets this server in.`,
	},
	'sql.no-encryption': {
		verdict: 'warn',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`${destination} (${named}) cannot encrypt, so passwords and data would travel in clear. Ask whoever runs it to switch encryption on.`,
	},
	'sql.tls-failed': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination}) =>
			`${destination} is a SQL Server, but encryption with it fails. Ask whoever runs it to offer TLS 1.2 and to check its certificate; the evidence has the error.`,
	},
	'sql.other-port': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: ({destination, named}) =>
			`On ${destination} the instance ${named}. Correct the port under SQL in analytics-setup, and apply.`,
	},
	'sql.no-instance': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`SQL Browser on ${destination} does not know the instance "${named}". Check its name in the answers; if it is right, ask whoever runs it whether the instance is started.`,
	},
	'sql.no-tcp': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`The instance "${named}" on ${destination} takes no connections by TCP. Ask whoever runs it to switch TCP/IP on in SQL Server Configuration Manager.`,
	},
	'sql.browser-silent': {
		verdict: 'warn',
		owner: 'remote',
		remedy: ({destination, from, named}) =>
			`SQL Browser on ${destination} (1434/udp) does not tell this server (${from}) the port of the instance "${named}". Ask whoever runs it for the port, or to start SQL Browser; while the port in the answers is right, nothing fails.`,
	},
	'sql.domain-account': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`Looker cannot use "${named}" on ${destination}: it takes an account of SQL Server itself, and none of a domain. Ask whoever runs it for one, with SQL Server authentication switched on.`,
	},
	'sql.wrong-login': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`${destination} does not take this password for "${named}". Type both again; if they are right, ask whoever runs it whether SQL Server authentication is switched on, and what its log says of error 18456.`,
	},
	'sql.login-disabled': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`The account "${named}" is disabled on ${destination}. Ask whoever runs it to enable it.`,
	},
	'sql.login-locked': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`The account "${named}" is locked on ${destination} after too many wrong passwords. Ask whoever runs it to unlock it, and do not try again before.`,
	},
	'sql.password-expired': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`The password of "${named}" on ${destination} must be changed before it can be used, and Looker cannot do that. Ask whoever runs it to set a new one that neither expires nor has to be changed.`,
	},
	'sql.no-database': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`The password is right, but ${destination} does not open ${named}: it is not there, or this account may not use it. Check its name; if it is right, ask whoever runs it to let the account in.`,
	},
	'sql.database-forbidden': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`The password is right, but on ${destination} this account may not use ${named}. Ask whoever runs it to make the account a user of it.`,
	},
	'sql.login-refused': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, named}) =>
			`${destination} refuses the login (${named}). Ask whoever runs it what that means there.`,
	},
	'sql.login-unanswered': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination}) =>
			`${destination} answers, but not to a login. Try again; if it stays, ask whoever runs it what SQL Server's log says of this moment.`,
	},
	'sql.login-in-clear': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination}) =>
			`${destination} does not encrypt, so the password was not sent: anybody on the way could read it. Ask whoever runs it to switch encryption on.`,
	},
	'sql.redirected': {
		verdict: 'warn',
		owner: 'remote',
		remedy: ({destination}) =>
			`${destination} takes the login and sends its clients on to another server, which the rules here do not permit. Ask whoever runs it for a connection without redirection, or for the name and port of that server.`,
	},
} as const satisfies Diagnoses;
