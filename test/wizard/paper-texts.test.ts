import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parse} from 'yaml';
import {answersFileText} from '../../source/answers/answers-file-text.js';
import {flowOn} from '../../source/flow/flow.js';
import {asciiMarks} from '../../source/reports/marks.js';
import {renderReport} from '../../source/reports/render-report.js';
import {endingsInWords, papers} from '../../source/wizard/papers.js';
import {textsOf} from '../../source/wizard/texts-of.js';
import {exampleAnswers, recordedMachine} from '../helpers/recorded-machine.js';
import {blackholes, runOf} from '../reports/sample-faults.js';

const site = await flowOn(recordedMachine()).siteFor(exampleAnswers, runOf(blackholes));
const {fileName, readable, written} = await textsOf(Promise.resolve(site));

for (const [paper, name] of [
	['network', 'analytics.uni.edu-network-2026-11-22.html'],
	['dns', 'analytics.uni.edu-dns-2026-11-22.html'],
	['everything', 'analytics.uni.edu-report-2026-11-22.html'],
	['answers-file', 'analytics.uni.edu-answers-2026-11-22.yaml'],
] as const) {
	test(`the usual name of "${paper}" is ${name}, which can be written`, () => {
		assert.equal(fileName(paper), name);
		assert.notEqual(written(paper, name), '');
	});
}

for (const [ending, format] of [
	['.html', 'html'],
	['.md', 'markdown'],
	['.txt', 'text'],
	['.csv', 'csv'],
	['.json', 'json'],
	['.HTML', 'html'],
] as const) {
	test(`a name that ends in ${ending} gets what the command gives as ${format}`, () => {
		const text = written('network', `/root/a folder/for.them${ending}`);
		assert.equal(text, renderReport(site, {format, audience: 'network'}));
		const everything = written('everything', `~/all${ending}`);
		assert.equal(everything, renderReport(site, {format}));
	});
}

test('the answers file holds the answers, in YAML as in JSON', () => {
	const yaml = written('answers-file', 'answers.yaml');
	assert.equal(yaml, answersFileText(exampleAnswers));
	assert.deepEqual(parse(yaml), exampleAnswers);
	const json = written('answers-file', 'answers.json');
	assert.deepEqual(JSON.parse(json), exampleAnswers);
});

for (const [paper, path] of [
	['network', 'report.pdf'],
	['network', 'report'],
	['network', 'report.yaml'],
	['answers-file', 'answers.html'],
] as const) {
	test(`"${path}" says nothing about how to write "${paper}"`, () => {
		assert.throws(() => written(paper, path), {
			name: 'Failure',
			message: `Let the name end in ${endingsInWords(paper)}.`,
		});
	});
}

for (const paper of papers) {
	test(`"${paper}" can be read in lines that fit, but for the answers file`, () => {
		const lines = readable(paper, {marks: asciiMarks, width: 58}).split('\n');
		assert.ok(lines.length > 5);
		assert.ok(paper === 'answers-file' || lines.every(({length}) => length <= 58));
	});
}
