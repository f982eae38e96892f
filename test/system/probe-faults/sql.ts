import {
	expiredSql,
	newTlsOnlySql,
	selfSignedSql,
	silentSql,
	sqlHangsUp,
	sqlWithoutEncryption,
	sshForSql,
	strictSql,
	udpOfSql,
	webServerForSql,
} from '../../campus/faults/sql.js';
import type {FaultTable} from './fault-table.js';

/** What is wrong with a SQL Server, and who must act. */
export const sqlFaults: FaultTable = [
	[strictSql, 'sql-tcp pass'],
	[selfSignedSql, 'sql-tcp pass'],
	[
		udpOfSql,
		'sql-udp unprovable udp.no-reply-by-design vendor',
		'The rule is in place as the vendor lists it, but SQL Server does not use UDP 1433, so nothing can be proven and nothing needs to be done. A named instance uses 1434/udp: give its name under SQL in analytics-setup, and that is tried.',
	],
	[
		expiredSql,
		'sql-tcp warn tls.expired remote',
		'The certificate of mssql.uni.edu ended on 2020-01-31. Ask whoever runs it to renew it.',
	],
	[
		newTlsOnlySql,
		'sql-tcp fail sql.tls-failed remote',
		'mssql.uni.edu is a SQL Server, but encryption with it fails. Ask whoever runs it to offer TLS 1.2 and to check its certificate; the evidence has the error.',
	],
	[
		sqlWithoutEncryption,
		'sql-tcp warn sql.no-encryption remote',
		'mssql.uni.edu (SQL Server 2008) cannot encrypt, so passwords and data would travel in clear. Ask whoever runs it to switch encryption on.',
	],
	[
		webServerForSql,
		'sql-tcp fail sql.not-sql-server remote',
		'Port 1433 of mssql.uni.edu is open, but a web server answers there. Check host and port in the answers; if they are right, ask whoever runs it on which port SQL Server listens.',
	],
	[
		sshForSql,
		'sql-tcp fail sql.not-sql-server remote',
		'Port 1433 of mssql.uni.edu is open, but an SSH server answers there. Check host and port in the answers; if they are right, ask whoever runs it on which port SQL Server listens.',
	],
	[
		silentSql,
		'sql-tcp fail sql.timeout remote',
		'Port 1433 of mssql.uni.edu accepts the connection and then says nothing. Ask whoever runs it whether SQL Server listens there, and whether a firewall between looks into the connection.',
	],
	[
		sqlHangsUp,
		'sql-tcp fail sql.closed remote',
		'Port 1433 of mssql.uni.edu accepts the connection and hangs up on the first question. Ask whoever runs it whether SQL Server listens there, and lets this server in.',
	],
];
