import assert from 'node:assert/strict';
import {test} from 'node:test';
import {verdicts} from '../../source/probes/probe-result.js';
import {groupResults, headline, otherEnd} from '../../source/reports/result-groups.js';
import {sampleResult, sampleResults} from './sample-results.js';

const owners = [
	'this-host',
	'network',
	'dns',
	'proxy',
	'remote',
	'vendor',
	null,
] as const;

test('what needs somebody comes first, by who must act; then what is proven; then the rest', () => {
	assert.deepEqual(
		groupResults(sampleResults).map(({title, results}) => [
			title,
			results.map(({id}) => id),
		]),
		[
			['For your network team', ['viewers', 'acc-cdn']],
			['For the vendor', ['mirrorlist-centos']],
			['Proven', ['sql-tcp']],
			['Cannot be proven from here', ['sql-udp']],
			['Not used', ['sendgrid']],
		],
	);
});

test('everybody who can be told to act has a heading', () => {
	const failed = owners
		.filter(owner => owner !== null)
		.map(owner => sampleResult({verdict: 'fail', owner}));
	assert.deepEqual(
		groupResults(failed).map(({title}) => title),
		[
			...['For you, on this server', 'For your network team', 'For your DNS team'],
			...['For your proxy team', 'For whoever runs the other end', 'For the vendor'],
		],
	);
});

for (const verdict of verdicts) {
	for (const owner of owners) {
		test(`a result that is "${verdict}" for ${owner ?? 'nobody'} is shown once`, () => {
			const result = sampleResult({verdict, owner});
			assert.deepEqual(
				groupResults([result]).flatMap(({results}) => results),
				[result],
			);
		});
	}
}

for (const [results, words] of [
	[[], '0 of 0 rows proven'],
	[[sampleResult()], '1 of 1 rows proven'],
	[sampleResults, '1 of 6 rows proven · to act: 2 network team, 1 vendor'],
] as const) {
	test(`the headline: ${words}`, () => {
		assert.equal(headline(results, '·'), words);
	});
}

test('a row shows who may come in, and where packets go out to', () => {
	assert.equal(
		otherEnd(sampleResult({direction: 'inbound', source: '10.20.0.0/16'})),
		'from 10.20.0.0/16',
	);
	assert.equal(otherEnd(sampleResult()), 'mssql.uni.edu');
});
