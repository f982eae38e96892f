import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answers} from '../../source/answers/schema.js';
import {beginLogin, readLogin} from '../../source/wizard/login-form.js';
import {exampleAnswers} from '../helpers/recorded-machine.js';

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

for (const [kind, answers, values] of [
	['sql', {}, {user: '', database: ''}],
	['sql', {login: {user: 'looker', database: 'db'}}, {user: 'looker', database: 'db'}],
	['mail', {login: {user: 'alerts'}}, {user: 'alerts', messageTo: ''}],
] as const) {
	test(`a form for ${kind} begins with ${JSON.stringify(values)}`, () => {
		const login = 'login' in answers && {...answers.login, password: {env: 'PASSWORD'}};
		const section = {...answers, ...(login === false ? {} : {login})};
		const {sql, smtp} = exampleAnswers;
		const begun = beginLogin(kind, {
			sql: {...sql, ...(kind === 'sql' ? section : {})},
			smtp: {...smtp, ...(kind === 'mail' ? section : {})},
		} as Answers);
		assert.deepEqual(begun, values);
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
