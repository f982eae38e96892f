import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {answersSchema, type Draft} from '../../source/answers/schema.js';
import {catalogue} from '../../source/catalogue/catalogue.js';
import type {Values} from '../../source/wizard/field.js';
import {judgeStep} from '../../source/wizard/step.js';
import {steps} from '../../source/wizard/steps/index.js';
import {exampleAnswers, exampleFacts} from '../helpers/recorded-machine.js';
import {addressOf} from '../probes/recorded-network.js';

const {version: _version, ...draft} = exampleAnswers;
const stepOf = (id: string) => steps.find(step => step.id === id) ?? assert.fail(id);
const judge = (id: string, changes: Values, from: Draft = draft) => {
	const step = stepOf(id);
	return judgeStep(step, {...step.valuesFrom(from, exampleFacts), ...changes}, from);
};

for (const step of steps) {
	suite(`the step ${step.id}`, () => {
		test('gives back the answers that it was opened with', () => {
			const {patch, faults} = judgeStep(
				step,
				step.valuesFrom(draft, exampleFacts),
				draft,
			);
			assert.deepEqual([...faults], []);
			const wanted = step.sections.map(section => [section, draft[section]]);
			assert.deepEqual(patch, Object.fromEntries(wanted));
		});

		test('keeps the logins of an answers file, for which it does not ask', () => {
			const login = {user: 'analytics', password: {env: 'PASSWORD'}};
			const {sql, smtp, proxy} = draft;
			const from: Draft = {
				...draft,
				sql: {...sql, login},
				smtp: {...smtp, login},
				proxy: {...proxy, login},
			};
			const {patch} = judgeStep(step, step.valuesFrom(from, exampleFacts), from);
			const wanted = step.sections.map(section => [section, from[section]]);
			assert.deepEqual(patch, Object.fromEntries(wanted));
		});

		test('has a value for each of its fields, and a field for each value', () => {
			const values = step.valuesFrom({}, exampleFacts);
			assert.deepEqual(
				new Set(Object.keys(values)),
				new Set(step.fields.map(({id}) => id)),
			);
			for (const {id} of step.fields) {
				assert.ok(
					step.sections.some(section => id.startsWith(`${section}.`)),
					id,
				);
			}
		});

		test('feeds rows that are in the list', () => {
			const known = catalogue.map(({id}) => id);
			assert.ok(step.feeds.every(id => known.includes(id)));
		});

		test('has options that fit beside their label in a window of 60 columns', () => {
			const options = step.fields.flatMap(field =>
				field.kind === 'choice' ? field.options : [],
			);
			for (const {label} of options) {
				assert.ok(label.length <= 60 - 2 - 16 - 2, label);
			}
		});

		test('fits the progress line, and asks a question', () => {
			assert.match(step.title, /^[A-Z][A-Za-z]{1,7}$/);
			assert.match(step.question, /\?$/);
		});
	});
}

test('all the steps together make answers, from nothing but what they ask', () => {
	const patches = steps.map(
		step => judgeStep(step, step.valuesFrom(draft, exampleFacts), {}).patch,
	);
	const answers = answersSchema.parse({version: 1, ...Object.assign({}, ...patches)});
	assert.deepEqual(answers, exampleAnswers);
});

for (const [id, changes, path, reason] of [
	['server', {'server.hostname': ''}, 'server.hostname', /needed/],
	[
		'server',
		{'server.hostname': 'https://uni.edu'},
		'server.hostname',
		/without a protocol/,
	],
	[
		'viewers',
		{'viewers.subnets': ['10.20.0.0/16', '10.0.0.0/33']},
		'viewers.subnets[1]',
		/at most \/32/,
	],
	[
		'servers',
		{'appsanywhere.servers': ['under_score']},
		'appsanywhere.servers[0]',
		/letters/,
	],
	['support', {'support.sources': []}, 'support.sources', /nobody is named/],
	['sql', {'sql.host': '10.60.0'}, 'sql.host', /not an IPv4 address/],
	['sql', {'sql.port': ''}, 'sql.port', /whole number from 1 to 65535/],
	['sql', {'sql.port': '0'}, 'sql.port', /whole number from 1 to 65535/],
	['sql', {'sql.port': '65536'}, 'sql.port', /whole number from 1 to 65535/],
	['sql', {'sql.port': '1433.0'}, 'sql.port', /whole number from 1 to 65535/],
	['sql', {'sql.port': '1e3'}, 'sql.port', /whole number from 1 to 65535/],
	['sql', {'sql.port': 'ms-sql'}, 'sql.port', /whole number from 1 to 65535/],
	['sql', {'sql.instance': 'MSSQL\\ANALYTICS'}, 'sql.instance', /16 letters/],
	['mail', {'smtp.host': ''}, 'smtp.host', /needed/],
	['time', {'time.servers': ['ntp.uni.edu:123']}, 'time.servers[0]', /port|not an IPv6/],
	['time', {'proxy.url': 'proxy.uni.edu:3128'}, 'proxy.url', /http:\/\/proxy/],
	['time', {'proxy.url': 'http://me:secret@proxy.uni.edu'}, 'proxy.url', /login/],
] as const) {
	test(`${JSON.stringify(changes)} is refused, with its reason`, () => {
		const {faults} = judge(id, changes);
		assert.deepEqual([...faults.keys()], [path]);
		assert.match(faults.get(path) ?? '', reason);
		assert.doesNotMatch(faults.get(path) ?? '', /secret|Invalid input|NaN/);
	});
}

test('settings that a step does not ask for stay', () => {
	const proxy = {url: 'http://proxy.uni.edu:3128', noProxy: ['.uni.edu', '10.0.0.0/8']};
	const {patch} = judge('time', {'proxy.url': ''}, {...draft, proxy});
	assert.deepEqual(patch.proxy, {url: null, noProxy: ['.uni.edu', '10.0.0.0/8']});
});

test('a named instance can be given and taken away again', () => {
	const {patch} = judge('sql', {'sql.instance': ' ANALYTICS '});
	assert.equal(patch.sql?.instance, 'ANALYTICS');
	assert.deepEqual(
		judge('sql', {'sql.instance': ''}, {...draft, ...patch}).patch.sql,
		draft.sql,
	);
});

test('closing SSH keeps the sources for another day', () => {
	const {patch} = judge('support', {'support.enabled': 'no'});
	assert.deepEqual(patch.support, {enabled: false, sources: ['10.40.0.0/24']});
});

for (const [timeServers, wanted] of [
	[['ntp.uni.edu'], ['ntp.uni.edu']],
	[[], [0, 1, 2, 3].map(number => `${number}.centos.pool.ntp.org`)],
] as const) {
	test(`with ${timeServers.length} time servers in chrony, ${wanted.join(', ')} are offered`, () => {
		const values = stepOf('time').valuesFrom({}, {...exampleFacts, timeServers});
		assert.deepEqual(values['time.servers'], wanted);
	});
}

for (const [id, changes, isSaid] of [
	['support', {}, true],
	['support', {'support.sources': ['10.99.0.0/16']}, false],
	['support', {'support.sources': ['10.99.0.0/16'], 'support.enabled': 'no'}, true],
	['viewers', {}, true],
	['viewers', {'viewers.subnets': []}, false],
	['viewers', {'viewers.subnets': ['10.99.0.0/16']}, false],
] as const) {
	test(`${id} with ${JSON.stringify(changes)} ${isSaid ? 'tells' : 'does not tell'} the SSH client`, () => {
		const step = stepOf(id);
		const values = {...step.valuesFrom(draft, exampleFacts), ...changes};
		const hint = step.hint?.(values, {sshClient: addressOf('10.99.0.7')});
		assert.equal(/10\.99\.0\.7/.test(hint ?? ''), isSaid);
		assert.doesNotMatch(step.hint?.(values, {sshClient: undefined}) ?? '', /connected/);
	});
}
