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

test('what a proxy covers, and what still needs a rule, is told after the results', () => {
	const proxied = {via: 'proxy', address: '10.10.0.8', verdict: 'pass'} as const;
	const results = [
		sampleResult({
			...{id: 'bitbucket', destination: 'bitbucket.org', port: 443},
			ways: [{...proxied, cause: null, detail: 'HTTP 200', stages: []}],
		}),
		sampleResult(),
	];
	const text = renderSummary({...summary, run: {...run, results}}, unicodeMarks);
	assert.match(
		text,
		/^Through the proxy\n {2}The proxy covers bitbucket\.org \(443\/tcp\)\.\n {2}A firewall rule is still needed for mssql\.uni\.edu \(1433\/tcp\)\.\n$/m,
	);
	assert.doesNotMatch(renderSummary(summary, unicodeMarks), /Through the proxy/);
});

test('a row that says the same as one below it does not say it twice', () => {
	const failed = {verdict: 'fail', owner: 'network', remedy: 'Permit 443/tcp.'} as const;
	const results = [
		sampleResult({...failed, id: 'https', destination: 'any destination'}),
		sampleResult({...failed, id: 'bitbucket', destination: 'bitbucket.org'}),
	];
	const text = renderSummary({...summary, run: {...run, results}}, unicodeMarks);
	assert.equal(text.split('Permit 443/tcp.').length, 2);
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
