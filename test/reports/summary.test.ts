import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {countVerdicts, type ProbeRun} from '../../source/probes/probe-result.js';
import {asciiMarks, unicodeMarks} from '../../source/reports/marks.js';
import {renderRow, renderSummary, type Summary} from '../../source/reports/summary.js';
import {sampleAnswers, samplePolicy} from '../helpers/sample.js';
import {sampleResult, sampleResults} from './sample-results.js';

const run: ProbeRun = {
	schema: 1,
	startedAt: '2026-03-04T05:06:07.890Z',
	finishedAt: '2026-03-04T05:06:11.402Z',
	results: sampleResults,
	counts: countVerdicts(sampleResults),
};
const summary: Summary = {
	answers: sampleAnswers(),
	rules: samplePolicy().rules,
	run,
	isEnforced: true,
	rulesPlace: 'the nftables table "inet analytics_setup"',
	answersPlace: '/etc/analytics-setup/config.json',
};

const widest = (text: string) =>
	Math.max(...text.split('\n').map(line => [...line].length));

test('the summary of a small site is what a person gets to read', async () => {
	assert.equal(
		renderSummary(summary, unicodeMarks),
		await readFile('test/reports/summary.txt', 'utf8'),
	);
});

test('with ASCII marks the summary is ASCII throughout', () => {
	assert.match(renderSummary(summary, asciiMarks), /^[\x20-\x7E\n]*$/);
});

for (const width of [60, 80, 132]) {
	test(`no line of the summary is wider than ${width} columns`, () => {
		assert.ok(widest(renderSummary(summary, unicodeMarks, width)) <= width);
		assert.ok(widest(renderSummary(summary, asciiMarks, width)) <= width);
	});
}

for (const [name, parts] of [
	[
		'a long host name',
		{answers: sampleAnswers({server: {hostname: `${'analytics.'.repeat(8)}uni.edu`}})},
	],
	[
		'a long place of the answers',
		{answersPlace: `/tmp/${'folder/'.repeat(12)}config.json`},
	],
	['a long place of the rules', {rulesPlace: `/tmp/${'folder/'.repeat(12)}etc`}],
	[
		'many viewers',
		{
			rules: samplePolicy({
				answers: sampleAnswers({
					viewers: {
						subnets: Array.from({length: 30}, (_, index) => `10.${index}.0.0/16`),
					},
				}),
			}).rules,
		},
	],
] as const) {
	test(`${name} makes no line wider than 80 columns`, () => {
		assert.equal(
			Math.max(80, widest(renderSummary({...summary, ...parts}, unicodeMarks))),
			80,
		);
	});
}

test('files that are only written are not called in effect', () => {
	const text = renderSummary(
		{...summary, isEnforced: false, rulesPlace: '/x'},
		unicodeMarks,
	);
	assert.match(text, /^Written to \/x; NOT in effect on this server$/m);
	assert.doesNotMatch(text, /In effect on this server/);
});

test('a row is one line, cut where it must be', () => {
	const row = renderRow(
		sampleResult({detail: 'a '.repeat(60), milliseconds: 12_345}),
		unicodeMarks,
		80,
	);
	assert.equal(row.length, 80);
	assert.match(row, /… 12345 ms$/);
});
