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
} as const satisfies Diagnoses;
