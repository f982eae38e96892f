import {
	brokenTls,
	clearOn443,
	cutAtHello,
	oldTls,
	silentTls,
	strangeCiphers,
} from '../../campus/faults/encryption.js';
import type {FaultTable} from './fault-table.js';

/** What is wrong with encryption, and who must act. */
export const encryptionFaults: FaultTable = [
	[
		oldTls,
		'looker-license warn tls.version remote',
		'license.looker.com offers only TLS 1.1, which is broken and refused by current programs. Ask whoever runs it to offer TLS 1.2 or later.',
	],
	[
		strangeCiphers,
		'looker-license fail tls.refused remote',
		'license.looker.com and this server find no TLS version or cipher that both take. Ask whoever runs it to offer TLS 1.2 or later.',
	],
	[
		silentTls,
		'looker-license fail tls.timeout network',
		'license.looker.com (198.51.100.123) accepts the connection, and then says nothing when encryption is to begin. A firewall that looks into it may hold it up: ask your network team to permit 443/tcp from 10.10.0.10 to license.looker.com without TLS inspection.',
	],
	[
		cutAtHello,
		'looker-license fail tls.closed network',
		'The connection to license.looker.com is cut as soon as its name is said. A firewall that filters by name does that: ask your network team to permit license.looker.com on 443/tcp from 10.10.0.10 by name.',
	],
	[
		brokenTls,
		'looker-license fail tls.failed remote',
		'Encryption with license.looker.com fails. Ask whoever runs it to look at its TLS settings; the evidence has the error.',
	],
	[
		clearOn443,
		'looker-license fail tls.not-tls network',
		'Something answers on port 443 for license.looker.com that speaks no TLS: most likely a filter or a login page on the way. Ask your network team to permit 443/tcp from 10.10.0.10 to license.looker.com untouched.',
	],
];
