import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sectionSchemas} from '../../../source/answers/schema.js';
import type {Values} from '../../../source/wizard/field.js';
import {inquiriesOf} from '../../../source/wizard/inquiries/heard.js';
import {steps} from '../../../source/wizard/steps/index.js';
import {exampleAnswers, exampleFacts} from '../../helpers/recorded-machine.js';

const {version: _version, ...draft} = exampleAnswers;
const inquiries = (id: string, changes: Values = {}) => {
	const step = steps.find(each => each.id === id) ?? assert.fail(id);
	const values = {...step.valuesFrom(draft, exampleFacts), ...changes};
	return inquiriesOf(step, values, draft);
};

const sql = {host: 'mssql.uni.edu', port: 1433, udp: false};
const {smtp} = exampleAnswers;
const named = (name: string) => ({about: 'name', name}) as const;

for (const [id, changes, wanted] of [
	[
		'server',
		{'server.hostname': 'Analytics.uni.edu.'},
		[
			{
				path: 'server.hostname',
				question: {about: 'own-name', name: 'analytics.uni.edu'},
			},
		],
	],
	['server', {'server.hostname': 'bad_name'}, []],
	['viewers', {}, []],
	[
		'servers',
		{'appsanywhere.servers': ['10.30.0.10', '10.30.0.0/24', 'aa2.uni.edu', 'a b']},
		[{path: 'appsanywhere.servers[2]', question: named('aa2.uni.edu')}],
	],
	['support', {}, []],
	['sql', {}, [{path: 'sql.host', question: {about: 'sql-server', answers: {sql}}}]],
	[
		'sql',
		{'sql.udp': 'no'},
		[{path: 'sql.host', question: {about: 'sql-server', answers: {sql}}}],
	],
	['sql', {'sql.host': ''}, []],
	['sql', {'sql.port': '0'}, []],
	[
		'sql',
		{'sql.instance': 'ANALYTICS', 'sql.port': '1533'},
		[
			{
				path: 'sql.host',
				question: {about: 'sql-server', answers: {sql: {...sql, port: 1533}}},
			},
			{
				path: 'sql.instance',
				question: {
					about: 'sql-browser',
					answers: {sql: {...sql, port: 1533, instance: 'ANALYTICS'}},
				},
			},
		],
	],
	[
		'mail',
		{'smtp.security': 'tls'},
		[
			{
				path: 'smtp.host',
				question: {about: 'relay', answers: {smtp: {...smtp, security: 'tls'}}},
			},
		],
	],
	['mail', {'smtp.port': 'smtp'}, []],
	[
		'time',
		{
			'time.servers': ['ntp.uni.edu', '10.63.0.123', 'bad_name', 'ntp2.uni.edu'],
			'proxy.url': 'http://proxy.uni.edu:3128',
		},
		[
			{path: 'time.servers[0]', question: named('ntp.uni.edu')},
			{path: 'time.servers[3]', question: named('ntp2.uni.edu')},
			{
				path: 'proxy.url',
				question: {
					about: 'proxy',
					answers: {proxy: {url: 'http://proxy.uni.edu:3128', noProxy: []}},
				},
			},
		],
	],
	['time', {'time.servers': [], 'proxy.url': 'proxy.uni.edu'}, []],
	['outbound', {}, []],
	[
		'outbound',
		{'outbound.mode': 'destinations'},
		[{path: 'outbound.mode', question: {about: 'observed'}}],
	],
	['outbound', {'outbound.mode': 'open'}, []],
] as const) {
	test(`${id} with ${JSON.stringify(changes)} asks ${wanted.length} questions`, () => {
		assert.deepEqual(inquiries(id, changes), wanted);
	});
}

test('every path that is asked about may have a note', () => {
	const changes = {
		'sql.instance': 'ANALYTICS',
		'proxy.url': 'http://proxy.uni.edu:3128',
		'time.servers': Array.from({length: 12}, (_, index) => `ntp-${index}.uni.edu`),
	};
	for (const {id, fields} of steps) {
		const own = Object.entries(changes).filter(([path]) =>
			fields.some(field => field.id === path),
		);
		for (const {path} of inquiries(id, Object.fromEntries(own))) {
			assert.ok(sectionSchemas.notes.safeParse({[path]: 'later'}).success, path);
		}
	}
});
