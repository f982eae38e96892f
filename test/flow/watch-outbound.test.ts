import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ProbeOptions} from '../../source/flow/flow.js';
import {watchOutbound} from '../../source/flow/watch-outbound.js';
import {countVerdicts, type ProbeResult} from '../../source/probes/probe-result.js';
import {exampleAnswers} from '../helpers/recorded-machine.js';
import {sampleResult} from '../reports/sample-results.js';

const runOf = (results: readonly ProbeResult[]) => ({
	...({schema: 1, startedAt: '', finishedAt: ''} as const),
	results,
	counts: countVerdicts(results),
});
const works = sampleResult({id: 'looker-license'});
const silent = sampleResult({
	...{id: 'looker-license', verdict: 'fail', cause: 'tcp.timeout'},
});
const viewers = sampleResult({id: 'viewers', direction: 'inbound'});
const clock = sampleResult({id: 'clock', destination: 'this server', port: null});

/** Watches over recorded runs, until all of them were told. */
const watch = async (
	first: readonly ProbeResult[],
	runs: ReadonlyArray<readonly ProbeResult[]>,
) => {
	const controller = new AbortController();
	const asked: ProbeOptions[] = [];
	const changes: string[] = [];
	await watchOutbound(
		{
			async probe(_answers, options) {
				asked.push(options);
				const results = runs[asked.length - 1] ?? [];
				if (asked.length === runs.length) {
					controller.abort();
				}

				return runOf(results);
			},
		},
		exampleAnswers,
		{
			run: runOf(first),
			pause: 1,
			onChange: ({result, was}) => changes.push(`${was?.verdict} → ${result.verdict}`),
			signal: controller.signal,
		},
	);
	return {asked, changes};
};

test('every run is compared with the one before it', async () => {
	const {changes} = await watch([works], [[works], [silent], [silent], [works]]);
	assert.deepEqual(changes, ['pass → fail', 'fail → pass']);
});

test('what others do is not proven again, and what is about this server itself is', async () => {
	const {asked, changes} = await watch([clock, viewers, works, works], [[clock, works]]);
	assert.deepEqual(asked[0]?.ids, ['clock', 'looker-license']);
	assert.deepEqual(changes, []);
});

test('where nothing goes out there is nothing to do', async () => {
	const {asked} = await watch([viewers], []);
	assert.deepEqual(asked, []);
});

test('called off while it waits, it ends at once', async () => {
	const controller = new AbortController();
	const watching = watchOutbound(
		{probe: () => assert.fail('the pause is not over')},
		exampleAnswers,
		{
			run: runOf([works]),
			pause: 3_600_000,
			onChange: () => undefined,
			signal: controller.signal,
		},
	);
	controller.abort();
	await watching;
});
