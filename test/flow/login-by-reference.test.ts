import assert from 'node:assert/strict';
import {test} from 'node:test';
import {flowOn} from '../../source/flow/flow.js';
import {loginsOf} from '../../source/flow/login-by-reference.js';
import type {ProbeRun} from '../../source/probes/probe-result.js';
import {exampleAnswers, recordedMachine} from '../helpers/recorded-machine.js';

const {sql, smtp} = exampleAnswers;
const sqlLogin = {user: 'looker', password: {env: 'SQL_PASSWORD'}, database: 'reports'};
const answers = {
	...exampleAnswers,
	sql: {...sql, login: sqlLogin},
	smtp: {...smtp, login: {user: 'alerts', password: {env: 'MAIL_PASSWORD'}}},
};
const signal = new AbortController().signal;
const run: ProbeRun = {
	schema: 1,
	startedAt: '',
	finishedAt: '',
	results: [],
	counts: {pass: 0, warn: 0, fail: 0, skipped: 0, unprovable: 0},
};
const network = {
	names: {'mssql.uni.edu': ['10.60.0.11']},
	logins: {
		'10.60.0.11:1433': {
			sql: {
				...({outcome: 'logged-in', errors: [], code: undefined} as const),
				...{database: 'reports', milliseconds: 20},
			},
		},
	},
};

for (const [ids, kinds] of [
	[undefined, ['sql', 'mail']],
	[['sql-tcp', 'bitbucket'], ['sql']],
	[['mail'], ['mail']],
	[['bitbucket'], []],
] as const) {
	test(`for ${ids?.join(' and ') ?? 'the whole list'}, ${kinds.length} logins are tried`, () => {
		assert.deepEqual(
			loginsOf(answers, ids).map(login => login.for),
			kinds,
		);
	});
}

test('answers without a login have none to try', () => {
	assert.deepEqual(loginsOf(exampleAnswers), []);
});

async function tryFirst(environment: Readonly<Record<string, string>>) {
	const machine = recordedMachine({environment, network});
	const [login = assert.fail()] = loginsOf(answers);
	const {results} = await flowOn(machine).logIn(login, answers, {run, signal});
	const [result = assert.fail()] = results;
	return {...result, tried: machine.asked.filter(each => each.startsWith('sql-login'))};
}

test('a login of the answers is tried once, after its row is proven', async () => {
	const {id, verdict, detail, tried} = await tryFirst({SQL_PASSWORD: 'Tr0ub4dor'});
	assert.deepEqual([id, verdict], ['sql-login', 'pass']);
	assert.equal(detail, 'logged in as looker, database reports');
	assert.equal(tried.length, 1);
});

test('a login whose variable is not set is not tried, and says which', async () => {
	const {id, verdict, cause, owner, detail, remedy, tried} = await tryFirst({});
	assert.deepEqual(
		[id, verdict, cause, owner],
		['sql-login', 'warn', 'login.no-password', 'this-host'],
	);
	assert.equal(detail, 'SQL_PASSWORD is not set in the environment; not tried');
	assert.match(
		remedy ?? '',
		/its password is missing.*SQL_PASSWORD is not set in the environment\.$/,
	);
	assert.deepEqual(tried, []);
});
