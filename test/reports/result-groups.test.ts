import assert from 'node:assert/strict';
import {test} from 'node:test';
import {owners, verdicts} from '../../source/probes/verdict.js';
import {
	countRows,
	groupResults,
	headline,
	otherEnd,
} from '../../source/reports/result-groups.js';
import {sampleResult, sampleResults} from './sample-results.js';

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
	const failed = owners.map(owner => sampleResult({verdict: 'fail', owner}));
	assert.deepEqual(
		groupResults(failed).map(({title}) => title),
		[
			...['For you, on this server', 'For your network team', 'For your DNS team'],
			...['For your proxy team', 'For whoever runs the other end', 'For the vendor'],
		],
	);
});

for (const verdict of verdicts) {
	for (const owner of [...owners, null]) {
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

const waiting = sampleResult({
	...{id: 'bitbucket', verdict: 'skipped', cause: 'dns.server-silent', owner: 'network'},
	detail: 'waits for the DNS',
});
const unused = sampleResult({
	...{id: 'sendgrid', verdict: 'skipped', cause: 'answers.not-used'},
});

test('what waits for something else is told apart from what is not used', () => {
	assert.deepEqual(
		groupResults([waiting, unused]).map(({title, results}) => [
			title,
			results.map(({id}) => id),
		]),
		[
			['Waiting for what is said above', ['bitbucket']],
			['Not used', ['sendgrid']],
		],
	);
	// Only the fault itself needs somebody.
	assert.equal(headline([waiting], '·'), '0 of 1 rows proven');
});

const own = sampleResult({id: 'dns-udp', verdict: 'fail'});
const [early, late] = (['a.uni.edu', 'b.uni.edu'] as const).map(destination =>
	sampleResult({id: 'ntp-0', destination}),
);
assert.ok(early !== undefined && late !== undefined);

for (const [name, results, proven, all] of [
	['nothing', [], 0, 0],
	['a row that is proven', [sampleResult()], 1, 1],
	['a row with two destinations', [early, late], 1, 1],
	['such a row with one that fails', [early, {...late, verdict: 'fail'}], 0, 1],
	['a row that only warns', [sampleResult({verdict: 'warn'})], 0, 1],
	['a row that waits', [waiting], 0, 1],
	['a row that is not used', [unused], 0, 1],
	['a row of which one destination is not used', [early, {...unused, id: 'ntp-0'}], 1, 1],
	['what is about this server itself', [own, sampleResult()], 1, 1],
] as const) {
	test(`of ${name}, ${proven} of ${all} rows are proven`, () => {
		assert.deepEqual(countRows(results), {proven, all});
	});
}

test('a row shows who may come in, and where packets go out to', () => {
	assert.equal(
		otherEnd(sampleResult({direction: 'inbound', source: '10.20.0.0/16'})),
		'from 10.20.0.0/16',
	);
	assert.equal(otherEnd(sampleResult()), 'mssql.uni.edu');
});
