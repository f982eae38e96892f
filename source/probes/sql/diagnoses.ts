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
} as const satisfies Diagnoses;
