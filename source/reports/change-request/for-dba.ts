import type {SqlSeen} from '../../probes/sql/sql-seen.js';
import type {TlsSeen} from '../../probes/tls/tls-seen.js';
import type {Chapter, DocumentFact} from '../document.js';
import type {Site} from '../site.js';
import {sqlSeenIn} from './observed.js';
import {endInWords, endNamed, peerInWords} from './row-end.js';

/** What whoever runs the SQL Server has to know beyond ports. */
export function forDba(site: Site): Chapter {
	const {answers, server, addresses, run} = site;
	const {host, port, instance} = answers.sql;
	const seen = sqlSeenIn(run);
	const login = run?.results.find(({id}) => id === 'sql-login');
	return {
		id: 'database',
		title: 'What the SQL Server has to be ready for',
		blocks: [
			{
				kind: 'facts',
				facts: [
					['SQL Server', endInWords(endNamed(host, site))],
					['Comes from', peerInWords({name: server.hostname, addresses})],
					['Port', `${port} TCP`],
					[
						'Instance',
						instance === undefined ? 'the default one' : namedInstance(instance),
					],
					[
						'Login',
						'SQL Server authentication: a login that SQL Server itself keeps. Accounts of a Windows domain do not work.',
					],
					[
						'Password',
						'One that neither expires nor has to be changed at the first login: the program cannot change it.',
					],
					...seenFacts(seen),
					['Login tried', login?.detail ?? 'not yet'],
				],
			},
		],
	};
}

function namedInstance(instance: string): string {
	return `${instance}; which port it has is asked of SQL Browser on 1434 UDP`;
}

function seenFacts(seen: SqlSeen | undefined): readonly DocumentFact[] {
	if (seen?.outcome !== 'answered') {
		return [];
	}

	return [
		['Version seen', seen.version ?? 'the server tells none'],
		['Encryption seen', encryptionIn(seen)],
	];
}

function encryptionIn({
	tls,
	isStrict,
}: Extract<SqlSeen, {readonly outcome: 'answered'}>): string {
	if (tls === undefined) {
		return 'none: please switch encryption on';
	}

	const how = isStrict ? 'strict (TLS before everything else)' : 'yes';
	return tls.outcome === 'established' ? `${how}, ${describeTls(tls)}` : 'it fails';
}

/** `TLSv1.2, certificate for mssql.uni.edu, valid until 2027-01-31` */
function describeTls({
	version,
	certificates: [own],
}: Extract<TlsSeen, {readonly outcome: 'established'}>): string {
	return own === undefined
		? version
		: `${version}, certificate for ${own.subject}, valid until ${own.validTo.slice(0, 10)}`;
}
