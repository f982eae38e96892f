import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {readAnswersText} from '../../source/answers/answers-document.js';
import {answersFileText} from '../../source/answers/answers-file-text.js';
import {checkAnswers} from '../../source/answers/check.js';
import {type Answers, sectionSchemas} from '../../source/answers/schema.js';
import {manyNetworks, validAnswers} from '../helpers/arbitrary-answers.js';
import {sampleAnswers} from '../helpers/sample.js';

function answersIn(text: string): Answers {
	const {document, faults} = readAnswersText('site.yaml', text);
	assert.deepEqual(faults, []);
	const checked = checkAnswers(document?.settings);
	assert.deepEqual(checked.faults, []);
	return checked.answers ?? assert.fail();
}

test('whatever the answers are, what was written reads the same, and is written the same', () => {
	fc.assert(
		fc.property(validAnswers, answers => {
			const text = answersFileText(answers);
			assert.deepEqual(answersIn(text), answers);
			assert.equal(answersFileText(answersIn(text)), text);
		}),
		{numRuns: 300},
	);
});

test('a list of 20,000 networks comes back as it was', () => {
	const answers = sampleAnswers({viewers: {subnets: manyNetworks.slice()}});
	const text = answersFileText(answers);
	assert.deepEqual(answersIn(text), answers);
	assert.match(text, /\n {4}- 10\.78\.31\.0\/24\n\n# /);
});

for (const word of ['no', 'on', 'y', '08', '0o17', '1_000', '12:30', '2026-11-26', '=']) {
	test(`${word} stands in quotes, for readers of YAML 1.1`, () => {
		const text = answersFileText(sampleAnswers({notes: {'sql.host': word}}));
		assert.match(text, new RegExp(`^  sql\\.host: "${word}"$`, 'm'));
	});
}

test('the sections stand in the order of the example, each under what it is about', () => {
	const {version, server, ...others} = sampleAnswers();
	const text = answersFileText({...others, server, version});
	const lines = text.split('\n');
	const names = lines.flatMap(line => /^(\w+):/.exec(line)?.[1] ?? []);
	assert.deepEqual(names, ['version', ...Object.keys(sectionSchemas)]);
	for (const section of names.slice(1)) {
		const above = lines.slice(
			0,
			lines.findIndex(line => line.startsWith(`${section}:`)),
		);
		assert.match(above.at(-1) ?? '', /^# \S.*\.$/, section);
		assert.equal(above.at(-2), '', section);
	}
});

test('the file names its schema, and how to check it, in lines that fit', () => {
	const text = answersFileText(sampleAnswers());
	assert.match(text, /^# yaml-language-server: \$schema=answers\.schema\.json\n/);
	assert.match(text, /"analytics-setup check FILE"/);
	const tooLong = text.split('\n').filter(line => line.length > 76);
	assert.deepEqual(tooLong, []);
});

test('equal lists are written in full: no reference is left for people to follow', () => {
	const list = ['10.20.0.0/16'];
	const text = answersFileText(
		sampleAnswers({viewers: {subnets: list}, support: {enabled: true, sources: list}}),
	);
	assert.doesNotMatch(text, /[&*]\w/);
});
