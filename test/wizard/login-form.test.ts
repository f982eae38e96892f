import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readLogin} from '../../source/wizard/login-form.js';

const account = {user: 'looker', password: ' se cret '};

for (const [kind, values, login] of [
	['sql', account, {for: 'sql', account}],
	[
		'sql',
		{...account, user: ' looker ', database: ' reports '},
		{for: 'sql', account, database: 'reports'},
	],
	['mail', account, {for: 'mail', account}],
	['mail', {messageTo: 'it@uni.edu'}, {for: 'mail', messageTo: 'it@uni.edu'}],
	[
		'mail',
		{...account, messageTo: 'it@Uni.edu'},
		{for: 'mail', account, messageTo: 'it@uni.edu'},
	],
] as const) {
	test(`${JSON.stringify(values)} is a login for ${kind}`, () => {
		const typed = readLogin(kind, values);
		assert.deepEqual([...typed.faults], []);
		assert.deepEqual(typed.login, login);
	});
}

for (const [kind, values, faulty] of [
	['sql', {}, ['user']],
	['sql', {user: 'looker'}, ['password']],
	['sql', {password: 'secret'}, ['user']],
	['sql', {database: 'reports'}, ['user']],
	['mail', {}, ['user']],
	['mail', {user: 'alerts'}, ['password']],
	['mail', {password: 'secret', messageTo: 'it@uni.edu'}, ['user']],
	['mail', {messageTo: 'it'}, ['messageTo']],
	['mail', {user: 'alerts', messageTo: 'it'}, ['password', 'messageTo']],
] as const) {
	test(`${JSON.stringify(values)} for ${kind} lacks ${faulty.join(' and ')}`, () => {
		const {login, faults} = readLogin(kind, values);
		assert.equal(login, undefined);
		assert.deepEqual([...faults.keys()], faulty);
	});
}
