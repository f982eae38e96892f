import assert from 'node:assert/strict';
import {test} from 'node:test';
import {checkAnswers} from '../../source/answers/check.js';
import {sampleInput} from '../helpers/sample.js';

for (const [path, sections, words] of [
	['time', {time: null}, 'This is empty; it must be settings with a name each.'],
	['time.servers', {time: {servers: 'a'}}, 'This must be a list, not a text.'],
	['sql.host', {sql: {host: 7}}, 'This must be a text, not a number: put it in quotes.'],
	['sql.host', {sql: {host: ['a']}}, 'This must be a text, not a list.'],
	['sql.udp', {sql: {host: 'a', udp: 'yes'}}, 'This must be true or false, not a text.'],
	['viewers', {viewers: []}, 'This must be settings with a name each, not a list.'],
	['notes', {notes: 'x'}, 'This must be settings with a name each, not a text.'],
	[
		'smtp.security',
		{smtp: {host: 'a', security: 'ssl'}},
		'This must be starttls, tls or none.',
	],
	[
		'sql.port',
		{sql: {host: 'a', port: '1433'}},
		'A port is a whole number from 1 to 65535.',
	],
	['version', {version: '1'}, 'This program knows version 1 of the answers.'],
] as const) {
	test(`${path} as ${JSON.stringify(sections)} is told in plain words`, () => {
		const {faults} = checkAnswers({...sampleInput(), ...sections});
		assert.deepEqual(
			faults.map(fault => [fault.path, fault.reason]),
			[[path, words]],
		);
	});
}
