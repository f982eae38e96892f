import assert from 'node:assert/strict';
import {test} from 'node:test';
import {checkAnswers} from '../../source/answers/check.js';
import {sampleInput} from '../helpers/sample.js';

const password = {env: 'SQL_PASSWORD'};

/** Checks the example with settings more in some sections. */
function check(settings: Readonly<Record<string, object>>) {
	const input = sampleInput();
	const changed = Object.entries(settings).map(([section, more]) => [
		section,
		{...Object(input[section]), ...more},
	]);
	return checkAnswers({...input, ...Object.fromEntries(changed)});
}

for (const [name, section, login] of [
	['a variable', 'sql', {user: 'analytics', password}],
	['an open file', 'sql', {user: 'analytics', password: {fd: 3}}],
	['the standard input', 'smtp', {user: 'alerts', password: {fd: 0}}],
	['a database', 'sql', {user: 'analytics', password, database: 'Looker Data'}],
	['a test message', 'smtp', {user: 'alerts', password, messageTo: 'it@uni.edu'}],
	['a proxy', 'proxy', {user: 'web', password}],
] as const) {
	test(`a login with ${name} is kept as it stands`, () => {
		const {answers, faults} = check({[section]: {login}});
		assert.deepEqual(faults, []);
		assert.deepEqual(answers?.[section].login, login);
	});
}

for (const [name, section, login, path, reason] of [
	[
		'a password',
		'sql',
		{user: 'a', password: 'hunter2'},
		'password',
		/must not stand in the answers.*\{env: VARIABLE\}/,
	],
	[
		'a number for a password',
		'sql',
		{user: 'a', password: 4711},
		'password',
		/must not stand in the answers/,
	],
	[
		'a password for a variable',
		'smtp',
		{user: 'a', password: {env: 'hunter2'}},
		'password.env',
		/capital letters/,
	],
	[
		'a variable with a digit first',
		'sql',
		{user: 'a', password: {env: '1A'}},
		'password.env',
		/begins with no digit/,
	],
	[
		'a variable without an end',
		'sql',
		{user: 'a', password: {env: 'A'.repeat(65)}},
		'password.env',
		/at most 64/,
	],
	[
		'the standard output',
		'sql',
		{user: 'a', password: {fd: 1}},
		'password.fd',
		/from 3 to 9999; 0 is the standard input/,
	],
	[
		'a file whose number is too high',
		'sql',
		{user: 'a', password: {fd: 10_000}},
		'password.fd',
		/from 3 to 9999/,
	],
	[
		'two places',
		'sql',
		{user: 'a', password: {env: 'A', fd: 3}},
		'password',
		/in one way/,
	],
	['no place', 'sql', {user: 'a', password: {}}, 'password', /in one way/],
	['another place', 'sql', {user: 'a', password: {file: '/a'}}, 'password', /in one way/],
	['no password', 'sql', {user: 'a'}, 'password', /missing/],
	['no user', 'sql', {password}, 'user', /missing/],
	['a blank user', 'sql', {user: ' ', password}, 'user', /one line/],
	['a user of two lines', 'sql', {user: 'a\nb', password}, 'user', /one line/],
	['a user that ends early', 'proxy', {user: 'a:b', password}, 'user', /no colon/],
	[
		'no mail address',
		'smtp',
		{user: 'a', password, messageTo: 'it'},
		'messageTo',
		/"it"/,
	],
	[
		'a database elsewhere',
		'smtp',
		{user: 'a', password, database: 'b'},
		'database',
		/no/,
	],
] as const) {
	test(`a login with ${name} is refused where that stands, and says nothing of it`, () => {
		const {faults} = check({[section]: {login}});
		assert.deepEqual(
			faults.map(fault => fault.path),
			[`${section}.login.${path}`],
		);
		assert.match(faults[0]?.reason ?? '', reason);
		assert.doesNotMatch(JSON.stringify(faults), /hunter2|4711/);
	});
}

test('two logins cannot read one open file, whatever else is wrong', () => {
	const login = {user: 'a', password: {fd: 3}};
	const {faults} = check({sql: {login, port: 0}, smtp: {login}, proxy: {login}});
	assert.deepEqual(faults.map(({path}) => path).toSorted(), [
		'proxy.login.password',
		'smtp.login.password',
		'sql.port',
	]);
	assert.match(JSON.stringify(faults), /gives that of sql\.login\. Name another one\./);
});

test('two logins can have one variable', () => {
	const login = {user: 'a', password};
	assert.deepEqual(check({sql: {login}, smtp: {login}}).faults, []);
});
