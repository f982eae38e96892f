import assert from 'node:assert/strict';
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {after, before, test} from 'node:test';
import {execa} from 'execa';
import {stringify} from 'yaml';
import type {ProbeRun} from '../../source/probes/probe-result.js';
import {sampleInput} from '../helpers/sample.js';
import {serveMail} from '../probes/smtp/serve-mail.js';
import {accepted, refused, serveSql} from '../probes/sql/mock-login-server.js';
import {type Certificate, makeCertificate} from '../probes/tls/certificates.js';

const password = 'Tr0ub4dor&3';
let folder: string;
let identity: Certificate;
before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'login-command-'));
	identity = await makeCertificate(folder, {subject: '/CN=localhost'});
});
after(() => rm(folder, {recursive: true}));

type Ports = {readonly sql?: number; readonly mail?: number};

/** Runs `probe` as it was built, with the answers of a site whose servers are here. */
async function probe(
	arguments_: readonly string[],
	input: string,
	{sql = 1433, mail = 587}: Ports = {},
) {
	const answers = join(folder, 'answers.yaml');
	await writeFile(
		answers,
		stringify({
			...sampleInput(),
			sql: {host: '127.0.0.1', port: sql},
			smtp: {host: '127.0.0.1', port: mail},
		}),
	);
	const {exitCode, stdout, stderr} = await execa(
		process.execPath,
		[
			...['dist/cli.js', 'probe', ...arguments_],
			...['--answers', answers, '--root', folder, '--backend', 'files'],
		],
		{input, reject: false},
	);
	assert.ok(!`${stdout}${stderr}`.includes(password));
	return {exitCode, stdout, stderr};
}

test('a login to the SQL Server follows its row, with the password of standard input', async context => {
	const {port, logins} = await serveSql(context, {
		identity,
		answer: ({database}) => accepted(database),
	});
	const {exitCode, stdout} = await probe(
		['sql-tcp', '--login', 'looker', '--password-fd', '0', '--database', 'reports'],
		`${password}\n`,
		{sql: port},
	);
	assert.equal(exitCode, 0);
	assert.match(stdout, /✓ 127\.0\.0\.1 +\d+\/tcp +SQL Server 2022, encrypted/);
	assert.match(stdout, /✓ 127\.0\.0\.1 +\d+\/tcp +logged in as looker, dat/);
	assert.deepEqual(logins, [{user: 'looker', password, database: 'reports'}]);
});

test('the JSON has both results, and the counts of both', async context => {
	const {port} = await serveSql(context, {
		identity,
		answer: () => refused([18_456, `Login failed for ${password}.`]),
	});
	const {exitCode, stdout} = await probe(
		['sql-tcp', '--login', 'looker', '--password-fd', '0', '--json'],
		password,
		{sql: port},
	);
	assert.equal(exitCode, 3);
	const {results, counts} = JSON.parse(stdout) as ProbeRun;
	assert.deepEqual(
		results.map(({id, verdict, cause}) => [id, verdict, cause]),
		[
			['sql-tcp', 'pass', null],
			['sql-login', 'fail', 'sql.wrong-login'],
		],
	);
	assert.deepEqual([counts.pass, counts.fail], [1, 1]);
});

for (const [what, login, message, detail] of [
	['a login', true, false, 'logged in as alerts'],
	['a message', false, true, 'message taken for it@u\\.edu'],
	['both', true, true, 'logged in as alerts, mess'],
] as const) {
	test(`${what} to the mail relay follows its row`, async context => {
		const {port, logins, messages} = await serveMail(context, {
			identity,
			account: {user: 'alerts', password},
			options: {authOptional: true},
		});
		const {exitCode, stdout} = await probe(
			[
				'mail',
				...(login ? ['--login', 'alerts', '--password-fd', '0'] : []),
				...(message ? ['--message-to', 'it@u.edu'] : []),
			],
			password,
			{mail: port},
		);
		assert.equal(exitCode, 0);
		assert.match(stdout, new RegExp(`✓ 127\\.0\\.0\\.1 +\\d+/tcp +${detail}`));
		assert.deepEqual([logins.length, messages.length], [Number(login), Number(message)]);
	});
}

test('nothing that a login leaves behind has the password', async context => {
	const {port} = await serveSql(context, {
		identity,
		answer: () => refused([18_456, `Login failed for ${password}.`]),
	});
	await probe(['sql-tcp', '--login', 'looker', '--password-fd', '0'], password, {
		sql: port,
	});
	const entries = await readdir(folder, {recursive: true, withFileTypes: true});
	const files = entries.filter(entry => entry.isFile());
	assert.ok(files.length > 0);
	for (const {parentPath, name} of files) {
		const text = await readFile(join(parentPath, name), 'latin1');
		assert.ok(!text.includes(password), name);
	}
});

const account = ['--login', 'looker', '--password-fd', '0'];

for (const [arguments_, words] of [
	[account, /--login goes with one connection, "sql-tcp" or "mail"/],
	[['sql-tcp', 'mail', ...account], /goes with one connection/],
	[['sql-udp', ...account], /goes with one connection/],
	[['sql-tcp', '--login', 'looker'], /--login and --password-fd go together/],
	[['sql-tcp', '--password-fd', '0'], /--login and --password-fd go together/],
	[['sql-tcp', '--database', 'reports'], /--database needs --login/],
	[['mail', ...account, '--database', 'reports'], /--database goes with .*"sql-tcp"/],
	[['sql-tcp', ...account, '--message-to', 'it@uni.edu'], /--message-to goes .*"mail"/],
	[['mail', '--message-to', 'it'], /"it" is no mail address/],
	[['sql-tcp', '--login', ' ', '--password-fd', '0'], /needs the name of a user/],
	[['sql-tcp', ...account, '--watch'], /does not go with --watch/],
	[['sql-tcp', '--login', 'looker', '--password-fd', 'x'], /number of an open file/],
	[['sql-tcp', '--login', 'looker', '--password-fd', '999'], /999 is not open/],
] as const) {
	test(`"probe ${arguments_.join(' ')}" is a fault of usage`, async () => {
		const {exitCode, stdout, stderr} = await probe(arguments_, password);
		assert.deepEqual([exitCode, stdout], [2, '']);
		assert.match(stderr, words);
	});
}
