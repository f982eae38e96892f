import {
	noBrowser,
	noInstance,
	noTcp,
	otherPort,
	rightInstance,
} from '../../campus/faults/sql-browser.js';
import type {FaultTable} from './fault-table.js';

/** What SQL Browser says of a named instance, and who must act. */
export const sqlBrowserFaults: FaultTable = [
	[rightInstance, 'sql-browser pass'],
	[
		otherPort,
		'sql-browser fail sql.other-port this-host',
		'On mssql.uni.edu the instance OTHER listens on 50123/tcp, and the answers say 1433. Correct the port under SQL in analytics-setup, and apply.',
	],
	[
		noInstance,
		'sql-browser fail sql.no-instance remote',
		'SQL Browser on mssql.uni.edu does not know the instance "GONE". Check its name in the answers; if it is right, ask whoever runs it whether the instance is started.',
	],
	[
		noTcp,
		'sql-browser fail sql.no-tcp remote',
		'The instance "LOCAL" on mssql.uni.edu takes no connections by TCP. Ask whoever runs it to switch TCP/IP on in SQL Server Configuration Manager.',
	],
	[
		noBrowser,
		'sql-browser warn sql.browser-silent remote',
		'SQL Browser on 10.60.0.141 (1434/udp) does not tell this server (10.10.0.10) the port of the instance "ANALYTICS". Ask whoever runs it for the port, or to start SQL Browser; while the port in the answers is right, nothing fails.',
	],
];
