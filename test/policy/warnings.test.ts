import assert from 'node:assert/strict';
import {test} from 'node:test';
import {warningsAbout} from '../../source/policy/warnings.js';
import {sampleAnswers, samplePolicy} from '../helpers/sample.js';

test('a name that does not resolve is told once, with the first rule that needs it', () => {
	const answers = sampleAnswers();
	const sql = {...answers.sql, instance: 'ANALYTICS'};
	const {rules, warnings} = samplePolicy({
		answers: {...answers, sql},
		names: new Map(),
	});
	const found = warningsAbout(rules).map(({rule, text}) => [rule, text.split(' ')[0]]);
	assert.deepEqual(found, [
		['appsanywhere', '"aa2.uni.edu"'],
		['sql-tcp', '"mssql.uni.edu"'],
	]);
	assert.deepEqual(
		warnings,
		warningsAbout(rules).map(({text}) => text),
	);
});

test('DNS to any address is told', () => {
	const facts = {resolvers: [], usesDhcp: {4: false, 6: false}};
	const [warning] = warningsAbout(samplePolicy({facts}).rules);
	assert.equal(warning?.rule, 'dns-udp');
});

test('where all of it can be done there is nothing to tell', () => {
	assert.deepEqual(warningsAbout(samplePolicy().rules), []);
});
