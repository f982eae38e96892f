import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Answers, Section} from '../../source/answers/schema.js';
import {answerInWords, changeInWords} from '../../source/reports/answers-in-words.js';
import {sampleAnswers} from '../helpers/sample.js';

const example = sampleAnswers();
const {sql, smtp} = example;
const proxyLogin = {user: 'web', password: {env: 'P'}};
const wordsOf = (section: Section, changes: Partial<Answers> = {}, room = 60) =>
	answerInWords(section, {...example, ...changes}[section], room);

for (const [section, changes, wanted] of [
	['server', {}, 'analytics.uni.edu'],
	['viewers', {}, '10.20.0.0/16, 2001:db8:20::/48'],
	['viewers', {viewers: {subnets: []}}, 'nobody'],
	['appsanywhere', {}, '10.30.0.10, aa2.uni.edu'],
	['appsanywhere', {appsanywhere: {servers: []}}, 'none'],
	['support', {}, 'SSH open to 10.40.0.0/24'],
	[
		'support',
		{support: {enabled: false, sources: ['10.40.0.0/24']}},
		'SSH closed for everybody; managed at the console',
	],
	['sql', {}, 'mssql.uni.edu, 1433/tcp and 1433/udp'],
	['sql', {sql: {...sql, port: 50_123, udp: false}}, 'mssql.uni.edu, 50123/tcp'],
	[
		'sql',
		{sql: {...sql, udp: false, instance: 'ANALYTICS'}},
		'instance ANALYTICS on mssql.uni.edu, 1433/tcp',
	],
	['smtp', {}, 'smtp.uni.edu, 587/tcp, STARTTLS'],
	[
		'smtp',
		{smtp: {...smtp, port: 25, security: 'none'}},
		'smtp.uni.edu, 25/tcp, not encrypted',
	],
	[
		'sql',
		{sql: {...sql, login: {user: 'analytics', password: {env: 'SQL_PASSWORD'}}}},
		'mssql.uni.edu, 1433/tcp and 1433/udp, login as analytics, password from the environment variable SQL_PASSWORD',
	],
	[
		'smtp',
		{smtp: {...smtp, login: {user: 'alerts', password: {fd: 3}}}},
		'smtp.uni.edu, 587/tcp, STARTTLS, login as alerts, password from file descriptor 3',
	],
	[
		'proxy',
		{proxy: {url: 'http://10.0.0.8', noProxy: ['*'], login: proxyLogin}},
		'web proxy http://10.0.0.8, login as web, password from the environment variable P, but not for *',
	],
	['proxy', {proxy: {url: null, noProxy: [], login: proxyLogin}}, 'no web proxy'],
	['time', {time: {servers: []}}, 'no time server'],
	['dns', {}, ''],
	['dns', {dns: {servers: ['10.62.0.53']}}, 'DNS servers 10.62.0.53'],
	['proxy', {}, 'no web proxy'],
	[
		'proxy',
		{proxy: {url: 'http://proxy.uni.edu:3128', noProxy: ['.uni.edu', '10.0.0.0/8']}},
		'web proxy http://proxy.uni.edu:3128, but not for .uni.edu and 1 more',
	],
	['outbound', {}, 'only the ports of the list, to any address'],
	['outbound', {outbound: {mode: 'open'}}, 'not filtered'],
	[
		'outbound',
		{outbound: {mode: 'destinations'}},
		'only the destinations of the list, by name',
	],
	['extra', {}, ''],
	['notes', {notes: {'sql.host': 'It comes on Monday.'}}, ''],
] as const satisfies ReadonlyArray<readonly [Section, Partial<Answers>, string]>) {
	test(`${section} reads "${wanted}"`, () => {
		assert.equal(wordsOf(section, structuredClone(changes)), wanted);
	});
}

test('20,000 networks are a few, and a count', () => {
	const subnets = Array.from(
		{length: 20_000},
		(_, index) => `10.${index >> 8}.${index & 255}.0/24`,
	);
	assert.equal(
		wordsOf('viewers', {viewers: {subnets}}),
		'10.0.0.0/24, 10.0.1.0/24, 10.0.2.0/24 and 19,997 more',
	);
});

suite('what has changed is told', () => {
	for (const [name, section, before, wanted] of [
		[
			'by counting the entries of a list',
			'viewers',
			{viewers: {subnets: ['10.20.0.0/16', '10.24.0.0/16', '10.25.0.0/16']}},
			'changed: 1 added, 2 taken away',
		],
		[
			'by what an answer was',
			'smtp',
			{smtp: {...smtp, port: 25, security: 'none'}},
			'changed; in effect is smtp.uni.edu, 25/tcp, not encrypted',
		],
		[
			'when SSH was closed for everybody',
			'support',
			{support: {enabled: false, sources: ['10.40.0.0/24']}},
			'changed; in effect is SSH closed for everybody; managed at the console',
		],
		[
			'when there was nothing before',
			'dns',
			{dns: {servers: []}},
			'changed; in effect is nothing',
		],
	] as const satisfies ReadonlyArray<
		readonly [string, Section, Partial<Answers>, string]
	>) {
		test(name, () => {
			const inEffect = {...example, ...structuredClone(before)}[section];
			const answer = example[section];
			assert.equal(changeInWords(section, {answer, inEffect}, 60), wanted);
		});
	}
});
