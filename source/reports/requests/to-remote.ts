import type {CauseOf} from '../../probes/diagnoses.js';

const start =
	'Please start the service, or tell us its right port: the machine is reached, but nothing answers there.';
const certificate = 'Please look at the certificate of the following.';
const tls = 'Please look at the TLS settings of the following: offer TLS 1.2 or later.';
const unwell = 'Please look at the following: it answers, but not as it should.';
const letIn = 'Please let this server use the following.';
const isSqlThere =
	'Please tell us whether SQL Server listens at the following, and lets this server in.';
const account = 'Please look at the account with which this server logs in.';
const port =
	'Please tell us the right host, port and encryption for the following: what answers there is something else.';
const mailFilter =
	'Please look at which filter of the mail server refuses the following.';
const encryption =
	'Please switch encryption on for the following, so that passwords and data do not travel in clear.';

/** What is asked of whoever runs the other end. */
export const toRemote: Readonly<Record<CauseOf<'remote'>, string>> = {
	'tcp.refused': start,
	'udp.refused': start,
	'http.server-error': unwell,
	'ntp.rate': unwell,
	'ntp.refused': letIn,
	'ntp.unsynchronised': unwell,
	'tls.expired': certificate,
	'tls.not-yet-valid': certificate,
	'tls.self-signed': certificate,
	'tls.wrong-name': certificate,
	'tls.incomplete-chain':
		'Please send the whole chain of certificates: one of those between is missing.',
	'tls.failed': tls,
	'tls.refused': tls,
	'tls.version': tls,
	'smtp.tls-failed': tls,
	'smtp.starttls-refused': tls,
	'sql.tls-failed': tls,
	'smtp.busy': unwell,
	'smtp.silent': unwell,
	'smtp.closed': letIn,
	'smtp.rejected': letIn,
	'smtp.relay-denied':
		'Please let this server send mail to others through the following, or give us a login.',
	'smtp.slow':
		'Please except this server from the delay before the mail server speaks: programs may give up.',
	'smtp.no-banner': port,
	'smtp.not-smtp': port,
	'smtp.no-implicit-tls': port,
	'smtp.no-starttls': encryption,
	'smtp.login-not-offered':
		'Please tell us on which port the mail server takes a login, or whether it takes mail from this server without one.',
	'smtp.login-required':
		'Please give us a login for the mail server, or except this server from it.',
	'smtp.login-unanswered': unwell,
	'smtp.wrong-login': account,
	'smtp.message-refused': mailFilter,
	'smtp.message-too-large':
		'Please tell us how large a message may be: reports with pictures need some megabytes.',
	'smtp.recipient-refused': mailFilter,
	'smtp.sender-refused': 'Please tell us from which address this server may send mail.',
	'sql.browser-silent':
		'Please start SQL Browser, or tell us the port of the instance and permit 1434/udp.',
	'sql.closed': isSqlThere,
	'sql.timeout': isSqlThere,
	'sql.not-sql-server': isSqlThere,
	'sql.no-encryption': encryption,
	'sql.login-in-clear': encryption,
	'sql.no-instance':
		'Please tell us the name of the instance, and whether it is started.',
	'sql.no-tcp': 'Please switch TCP/IP on in SQL Server Configuration Manager.',
	'sql.redirected':
		'Please give us a connection without redirection, or the name and port of the server that clients are sent on to.',
	'sql.database-forbidden': 'Please make the account a user of the database.',
	'sql.no-database':
		'Please tell us the name of the database, and let the account use it.',
	'sql.domain-account':
		'Please give us an account of SQL Server itself, with SQL Server authentication switched on: Looker cannot use an account of a domain.',
	'sql.login-disabled': account,
	'sql.login-locked': account,
	'sql.login-refused': account,
	'sql.login-unanswered': account,
	'sql.password-expired':
		'Please set a password that neither expires nor has to be changed: Looker cannot change it.',
	'sql.wrong-login':
		'Please look at the account with which this server logs in, and whether SQL Server authentication is switched on (error 18456 in the log of SQL Server).',
};
