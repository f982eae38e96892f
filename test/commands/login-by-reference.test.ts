import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {after, before, type TestContext, test} from 'node:test';
import {execa} from 'execa';
import {stringify} from 'yaml';
import type {ProbeRun} from '../../source/probes/probe-result.js';
import {sampleInput} from '../helpers/sample.js';
import {serveMail} from '../probes/smtp/serve-mail.js';
import {accepted, serveSql} from '../probes/sql/mock-login-server.js';
import {type Certificate, makeCertificate} from '../probes/tls/certificates.js';

const password = 'Tr0ub4dor&3';
let folder: string;
let identity: Certificate;
before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'login-by-reference-'));
	identity = await makeCertificate(folder, {subject: '/CN=localhost'});
});
after(() => rm(folder, {recursive: true}));

type Sources = {
	readonly environment?: Readonly<Record<string, string>>;
	/** What file descriptor 3 gives. */
	readonly file?: string;
};

/** Runs `probe` as it was built, with logins to servers that are here. */
async function probe(
	arguments_: readonly string[],
	sections: Readonly<Record<string, object>>,
	{environment = {}, file = ''}: Sources = {},
) {
	const answers = join(folder, 'answers.yaml');
	await writeFile(answers, stringify({...sampleInput(), ...sections}));
	const secret = join(folder, 'secret');
	await writeFile(secret, file);
	const withFile = file === '' ? 'exec "$@"' : `exec "$@" 3< ${secret}`;
	const {exitCode, stdout, stderr} = await execa(
		'sh',
		[
			...['-c', withFile, 'sh', process.execPath],
			...['dist/cli.js', 'probe', ...arguments_, '--json'],
			...['--answers', answers, '--root', folder, '--backend', 'files'],
		],
		{env: environment, reject: false},
	);
	assert.ok(!`${stdout}${stderr}`.includes(password));
	const run = stdout === '' ? undefined : (JSON.parse(stdout) as ProbeRun);
	const told = run?.results.map(({id, verdict, cause}) => [id, verdict, cause]);
	return {exitCode, stderr, told, details: run?.results.map(({detail}) => detail)};
}

async function sqlServer(context: TestContext, reference: object) {
	const {port, logins} = await serveSql(context, {
		identity,
		answer: ({database}) => accepted(database),
	});
	const login = {user: 'looker', password: reference, database: 'reports'};
	return {sql: {host: '127.0.0.1', port, login}, logins};
}

for (const [where, reference, sources] of [
	['a variable', {env: 'SQL_PASSWORD'}, {environment: {SQL_PASSWORD: password}}],
	['an open file', {fd: 3}, {file: `${password}\n`}],
] as const) {
	test(`a login whose password is in ${where} is tried once, after its row`, async context => {
		const {sql, logins} = await sqlServer(context, reference);
		const {exitCode, told} = await probe(['sql-tcp'], {sql}, sources);
		assert.equal(exitCode, 0);
		assert.deepEqual(told, [
			['sql-tcp', 'pass', null],
			['sql-login', 'pass', null],
		]);
		assert.deepEqual(logins, [{user: 'looker', password, database: 'reports'}]);
	});
}

test('a login to the mail relay is tried, and a message only where one is asked for', async context => {
	for (const messageTo of [undefined, 'it@uni.edu']) {
		const {port, logins, messages} = await serveMail(context, {
			identity,
			account: {user: 'alerts', password},
		});
		const login = {user: 'alerts', password: {env: 'MAIL_PASSWORD'}, messageTo};
		const {told} = await probe(
			['mail'],
			{smtp: {host: '127.0.0.1', port, login}},
			{environment: {MAIL_PASSWORD: password}},
		);
		assert.deepEqual(told?.at(-1), ['mail-login', 'pass', null]);
		assert.deepEqual([logins.length, messages.length], [1, messageTo ? 1 : 0]);
	}
});

for (const [what, reference, sources, detail] of [
	['variable that is not set', {env: 'SQL_PASSWORD'}, {}, /^SQL_PASSWORD is not set/],
	[
		'variable that is empty',
		{env: 'SQL_PASSWORD'},
		{environment: {SQL_PASSWORD: ''}},
		/SQL_PASSWORD gives nothing/,
	],
	['file that is not open', {fd: 57}, {}, /^File descriptor 57 is not open/],
	['file of two lines', {fd: 3}, {file: 'a\nb\n'}, /gives more than one line/],
] as const) {
	test(`a ${what} leaves the login out, and is named`, async context => {
		const {sql, logins} = await sqlServer(context, reference);
		const {exitCode, told, details} = await probe(['sql-tcp'], {sql}, sources);
		assert.equal(exitCode, 0);
		assert.deepEqual(told?.at(-1), ['sql-login', 'warn', 'login.no-password']);
		assert.match(details?.at(-1) ?? '', detail);
		assert.deepEqual(logins, []);
	});
}

test('a row that is not asked for brings no login', async context => {
	const {sql, logins} = await sqlServer(context, {env: 'SQL_PASSWORD'});
	const {told} = await probe(
		['sql-udp'],
		{sql},
		{
			environment: {SQL_PASSWORD: password},
		},
	);
	assert.deepEqual(
		told?.map(([id]) => id),
		['sql-udp'],
	);
	assert.deepEqual(logins, []);
});

test('what the flags say counts for more than the answers', async context => {
	const {sql, logins} = await sqlServer(context, {env: 'SQL_PASSWORD'});
	await probe(
		['sql-tcp', '--login', 'other', '--password-fd', '3'],
		{sql},
		{environment: {SQL_PASSWORD: 'unused'}, file: password},
	);
	assert.deepEqual(logins, [{user: 'other', password, database: ''}]);
});
