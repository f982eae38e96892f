import assert from 'node:assert/strict';
import {test} from 'node:test';
import {judgeSql} from '../../../source/probes/sql/judge-sql.js';
import {verdictOf} from '../../../source/probes/verdict-of.js';
import {goodSql, goodTls} from '../recorded-seen.js';

const host = {host: 'mssql.uni.edu'};

for (const [version, name] of [
	['10.50.6000', 'SQL Server 2008'],
	['13.0.5026', 'SQL Server 2016'],
	['15.0.2000', 'SQL Server 2019'],
	['16.0.1000', 'SQL Server 2022'],
	['17.0.700', 'SQL Server 2025'],
	['9.0.5000', 'SQL Server 9.0.5000'],
	['99.0.1', 'SQL Server 99.0.1'],
	[undefined, 'SQL Server'],
] as const) {
	test(`the version ${version ?? 'that is not told'} is ${name}`, () => {
		const judged = judgeSql({...goodSql, version}, host);
		assert.equal(judged.cause, null);
		assert.equal(judged.detail, `${name}, encrypted`);
	});
}

test('TDS 8 is told as strict', () => {
	const {detail} = judgeSql({...goodSql, isStrict: true}, host);
	assert.equal(detail, 'SQL Server 2019, strictly encrypted');
});

test('a server that cannot encrypt is a warning', () => {
	const seen = {...goodSql, encryption: 'not-supported', tls: undefined} as const;
	const judged = judgeSql(seen, host);
	assert.equal(judged.cause, 'sql.no-encryption');
	assert.equal(verdictOf(judged), 'warn');
	assert.match(judged.detail, /SQL Server 2019, not encrypted/);
});

for (const [name, parts] of [
	['signed by itself', {trust: 'none', fault: 'DEPTH_ZERO_SELF_SIGNED_CERT'}],
	['of an authority of the site', {trust: 'none', fault: 'SELF_SIGNED_CERT_IN_CHAIN'}],
	['for another name', {isOtherName: true}],
	['without the link to its authority', {trust: 'none', fault: 'X', isIncomplete: true}],
] as const) {
	// SQL Server signs its own certificate unless it is given one.
	test(`a certificate ${name} is usual for SQL Server, and no fault`, () => {
		const judged = judgeSql({...goodSql, tls: {...goodTls, ...parts}}, host);
		assert.equal(judged.cause, null);
	});
}

for (const [name, parts, cause] of [
	['a certificate that has ended', {fault: 'CERT_HAS_EXPIRED'}, 'tls.expired'],
	['TLS 1.0', {version: 'TLSv1'}, 'tls.version'],
] as const) {
	test(`${name} is a warning`, () => {
		const judged = judgeSql({...goodSql, tls: {...goodTls, ...parts}}, host);
		assert.equal(judged.cause, cause);
		assert.equal(verdictOf(judged), 'warn');
	});
}

for (const outcome of ['timeout', 'closed', 'not-tls', 'refused', 'failed'] as const) {
	test(`a handshake that ends as ${outcome} is judged sql.tls-failed`, () => {
		const tls = {outcome, code: 'ERR_SSL', milliseconds: 3};
		const judged = judgeSql({...goodSql, tls}, host);
		assert.equal(judged.cause, 'sql.tls-failed');
		assert.match(judged.detail, /SQL Server 2019, encryption fails/);
	});
}

for (const [outcome, words, cause, detail] of [
	['timeout', '', 'sql.timeout', /says nothing in 3\.5 s/],
	['closed', '', 'sql.closed', /hangs up on the first question/],
	['not-sql', 'HTTP/1.1 400 Bad Request', 'sql.not-sql-server', /is a web server/],
	['not-sql', 'SSH-2.0-OpenSSH_9.2p1', 'sql.not-sql-server', /is an SSH server/],
	['not-sql', '220 smtp.uni.edu ESMTP', 'sql.not-sql-server', /is a mail or file server/],
	['not-sql', 'J 5.5.5-10.11.6-MariaDB', 'sql.not-sql-server', /is MySQL/],
	['not-sql', 'E SFATAL unsupported protocol', 'sql.not-sql-server', /is PostgreSQL/],
	['not-sql', 'rubbish', 'sql.not-sql-server', /something other than SQL Server/],
] as const) {
	test(`"${words || outcome}" in place of a SQL Server is judged ${cause}`, () => {
		const judged = judgeSql({outcome, words, milliseconds: 3}, host);
		assert.equal(judged.cause, cause);
		assert.match(judged.detail, detail);
		assert.equal(verdictOf(judged), 'fail');
	});
}
