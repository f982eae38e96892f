import assert from 'node:assert/strict';
import {test} from 'node:test';
import {checkAnswers} from '../../source/answers/check.js';
import {sampleInput} from '../helpers/sample.js';

const secret = 's3cret-word';
const login = `bob:${secret}@`;

for (const [path, sections] of [
	['sql.password', {sql: {host: 'a', password: secret}}],
	['sql.Passwd', {sql: {host: 'a', Passwd: secret}}],
	['sql.db_pwd', {sql: {host: 'a', db_pwd: secret}}],
	['smtp.secret', {smtp: {host: 'a', secret}}],
	['smtp.apiKey', {smtp: {host: 'a', apiKey: secret}}],
	['smtp.key', {smtp: {host: 'a', key: secret}}],
	['token', {token: [secret]}],
	['token', {token: {of: {whom: secret}}}],
	[
		'proxy.credentials',
		{proxy: {url: null, credentials: {user: 'bob', password: secret}}},
	],
	['extra[0].password', {extra: [{password: secret}]}],
] as const) {
	test(`a secret under ${path} is refused, with what to do instead, and not repeated`, () => {
		const {faults} = checkAnswers({...sampleInput(), ...sections});
		const fault = faults.find(told => told.path === path);
		assert.match(
			fault?.reason ?? '',
			/^A secret must not stand.*password: \{env: VARIABLE\}/,
		);
		assert.doesNotMatch(JSON.stringify(faults), /s3cret/);
	});
}

for (const [path, sections] of [
	['server.hostname', {server: {hostname: `https://${login}uni.edu`}}],
	['server.hostname', {server: {hostname: ` ${login}uni.edu `}}],
	['viewers.subnets[0]', {viewers: {subnets: [`http://${login}10.0.0.1`]}}],
	['sql.host', {sql: {host: `${login}mssql.uni.edu`}}],
	['smtp.host', {smtp: {host: `smtp://${login}smtp.uni.edu`}}],
	['time.servers[0]', {time: {servers: [`ntp://${login}ntp.uni.edu`]}}],
	['proxy.url', {proxy: {url: `http://${login}proxy.uni.edu:3128`}}],
	['proxy.noProxy[0]', {proxy: {url: null, noProxy: [`http://${login}a.uni.edu`]}}],
	['notes."sql.host"', {notes: {'sql.host': `see http://${login}wiki.uni.edu`}}],
	['sql', {sql: `mssql://${login}mssql.uni.edu`}],
	['nothing', {nothing: {url: [`http://${login}uni.edu`]}}],
] as const) {
	test(`the login in ${path} (${JSON.stringify(sections).replace(secret, '…')}) is refused, and not repeated`, () => {
		const {faults} = checkAnswers({...sampleInput(), ...sections});
		assert.deepEqual(
			faults.map(fault => fault.path),
			[path],
		);
		assert.doesNotMatch(JSON.stringify(faults), /s3cret/);
	});
}

test('words for people may hold addresses of mail and of pages', () => {
	const notes = {'sql.host': 'RT 4711 (it@uni.edu): https://wiki.uni.edu/it@2 12:30'};
	assert.deepEqual(checkAnswers({...sampleInput(), notes}).faults, []);
});

test('a setting that only sounds a little like a secret is a setting that there is not', () => {
	const {faults} = checkAnswers({...sampleInput(), monkeys: 1, keyboard: 1});
	assert.deepEqual(
		faults.map(({value, reason}) => [value, reason]),
		[
			[1, 'There is no such setting.'],
			[1, 'There is no such setting.'],
		],
	);
});
