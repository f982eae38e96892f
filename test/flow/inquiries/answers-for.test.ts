import assert from 'node:assert/strict';
import {test} from 'node:test';
import {answersSchema} from '../../../source/answers/schema.js';
import {catalogue} from '../../../source/catalogue/catalogue.js';
import {answersFor} from '../../../source/flow/inquiries/answers-for.js';
import {namesToResolve} from '../../../source/policy/compile.js';
import {exampleAnswers} from '../../helpers/recorded-machine.js';

const {version: _version, ...draft} = exampleAnswers;
const sql = {host: 'new.uni.edu', port: 1533, udp: false};
const question = {about: 'sql-server', answers: {sql}} as const;

test('the values in question count, not what was answered before', () => {
	assert.deepEqual(answersFor(question, draft).sql, sql);
});

test('how this server calls itself, and whom it asks, is taken from what was answered', () => {
	const dns = {servers: ['10.62.0.54']};
	const {server, dns: asked} = answersFor(question, {
		server: {hostname: 'a.uni.edu'},
		dns,
	});
	assert.deepEqual([server.hostname, asked], ['a.uni.edu', dns]);
});

test('nothing needs to be answered yet, and what is made up is valid', () => {
	const answers = answersFor({about: 'name', name: 'aa1.uni.edu'}, {});
	assert.deepEqual(answersSchema.parse(answers), answers);
});

test('no name is looked up but the one in question', () => {
	assert.deepEqual(namesToResolve(catalogue, answersFor(question, draft)), [
		'new.uni.edu',
	]);
	assert.deepEqual(
		namesToResolve(catalogue, answersFor({about: 'name', name: 'a'}, draft)),
		[],
	);
});
