import {type Judgement, judgement} from '../judgement.js';
import {judgeTls} from '../tls/judge-tls.js';
import type {TlsSeen} from '../tls/tls-seen.js';
import type {SqlSeen} from './sql-seen.js';

/** What an answer to PRELOGIN proves. */
export function judgeSql(seen: SqlSeen, {host}: {readonly host: string}): Judgement {
	if (seen.outcome !== 'answered') {
		const product = productOf(seen.words);
		return seen.outcome === 'not-sql'
			? judgement('sql.not-sql-server', `answers, but is ${product}`, {named: product})
			: judgement(`sql.${seen.outcome}`, failureDetails[seen.outcome]);
	}

	const name = nameOf(seen.version);
	if (seen.tls === undefined) {
		return judgement('sql.no-encryption', `${name}, not encrypted`, {named: name});
	}

	return (
		judgeEncryption(seen.tls, host, name) ??
		judgement(null, `${name}, ${seen.isStrict ? 'strictly encrypted' : 'encrypted'}`)
	);
}

const failureDetails = {
	timeout: 'connects, but says nothing in 3.5 s',
	closed: 'hangs up on the first question',
} as const;

/** SQL Server signs its own certificate unless it is given one: that alone is no fault. */
const usual = new Set([
	'tls.self-signed',
	'tls.untrusted',
	'tls.wrong-name',
	'tls.incomplete-chain',
]);

function judgeEncryption(
	tls: TlsSeen,
	host: string,
	name: string,
): Judgement | undefined {
	if (tls.outcome !== 'established') {
		return judgement('sql.tls-failed', `${name}, encryption fails`, {named: tls.code});
	}

	const judged = judgeTls(tls, {host, isPublic: false});
	return judged.cause === null || usual.has(judged.cause)
		? undefined
		: {...judged, isSoftened: true};
}

/** Products by the first number of their version (Microsoft, "SQL Server versions"). */
const products: Readonly<Record<string, string>> = {
	10: 'SQL Server 2008',
	11: 'SQL Server 2012',
	12: 'SQL Server 2014',
	13: 'SQL Server 2016',
	14: 'SQL Server 2017',
	15: 'SQL Server 2019',
	16: 'SQL Server 2022',
	17: 'SQL Server 2025',
};

function nameOf(version = ''): string {
	const [major = ''] = version.split('.');
	return products[major] ?? (version === '' ? 'SQL Server' : `SQL Server ${version}`);
}

/** Others that are found where a SQL Server should be, by their first words. */
const others: ReadonlyArray<readonly [beginning: RegExp, product: string]> = [
	[/^HTTP\/|<html|400 Bad Request/i, 'a web server'],
	[/^SSH-/, 'an SSH server'],
	[/^220[ -]/, 'a mail or file server'],
	[/mysql|mariadb/i, 'MySQL'],
	[/postgres|^[EN].*(?:FATAL|protocol)/i, 'PostgreSQL'],
];

function productOf(words: string): string {
	return (
		others.find(([beginning]) => beginning.test(words))?.[1] ??
		'something other than SQL Server'
	);
}
