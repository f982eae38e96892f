import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogue, rowsUnder} from '../../source/catalogue/catalogue.js';
import {judgeByRows} from '../../source/probes/judge-by-rows.js';
import type {ProbeResult} from '../../source/probes/probe-result.js';
import type {Verdict} from '../../source/probes/verdict.js';
import {sampleResult} from '../reports/sample-results.js';
import {probeContext} from './probe-context.js';

const http = catalogue.find(({id}) => id === 'http') ?? assert.fail();
const [first = assert.fail(), second = assert.fail()] = rowsUnder(http);
const judge = (...results: readonly ProbeResult[]) =>
	judgeByRows(http, results, probeContext());

const resultOf = (id: string, verdict: Verdict): ProbeResult =>
	sampleResult({
		...{id, verdict, detail: `${id} is ${verdict}`},
		cause: verdict === 'pass' ? null : 'tcp.timeout',
		owner: verdict === 'pass' ? null : 'network',
		remedy: verdict === 'pass' ? null : `Mend ${id}.`,
	});

for (const [one, other, verdict, detail] of [
	['pass', 'pass', 'pass', '2 of 2 destinations proven'],
	['pass', 'warn', 'warn', '1 of 2 destinations proven'],
	['fail', 'warn', 'fail', '0 of 2 destinations proven'],
	['pass', 'fail', 'fail', '1 of 2 destinations proven'],
	['pass', 'unprovable', 'unprovable', '1 of 2 destinations proven'],
] as const) {
	test(`a row whose destinations are "${one}" and "${other}" is "${verdict}"`, () => {
		const judged = judge(resultOf(first.id, one), resultOf(second.id, other));
		assert.equal(judged.verdict, verdict);
		assert.equal(judged.detail, detail);
	});
}

test('the cause, the owner and what to do are those of the gravest destination', () => {
	const {cause, owner, remedy, destination, port, evidence} = judge(
		resultOf(first.id, 'warn'),
		resultOf(second.id, 'fail'),
	);
	assert.deepEqual(
		[cause, owner, remedy],
		['tcp.timeout', 'network', `Mend ${second.id}.`],
	);
	assert.deepEqual([destination, port], ['any destination', 80]);
	assert.deepEqual(evidence, {rows: rowsUnder(http).map(({id}) => id)});
});

test('a row waits as its destinations do', () => {
	const waiting = {...resultOf(first.id, 'skipped'), detail: 'waits for the DNS'};
	const {verdict, detail} = judge(waiting, resultOf(second.id, 'pass'));
	assert.deepEqual([verdict, detail], ['skipped', 'waits for the DNS']);
});

test('a destination that is not used, and rows of other ports, weigh nothing', () => {
	const unused = {...resultOf(first.id, 'skipped'), cause: 'answers.not-used'} as const;
	const other = resultOf('bitbucket', 'fail');
	assert.equal(judge(unused, other, resultOf(second.id, 'pass')).verdict, 'pass');
	const {verdict, cause, detail} = judge(unused, other);
	assert.deepEqual([verdict, cause], ['skipped', 'answers.not-used']);
	assert.match(detail, /no destination of this port/);
});
