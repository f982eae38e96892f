import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Flow} from '../../source/flow/flow.js';
import {flowOn} from '../../source/flow/flow.js';
import {watchWork} from '../../source/flow/watch-work.js';
import type {ProbeRun} from '../../source/probes/probe-result.js';
import {exampleAnswers, recordedMachine} from '../helpers/recorded-machine.js';

const open = (parts: Partial<Flow>) => {
	const applying: boolean[] = [];
	const watched = watchWork({...flowOn(recordedMachine()), ...parts}, isApplying =>
		applying.push(isApplying),
	);
	return {...watched, applying};
};

const {signal} = new AbortController();

test('with nothing under way there is nothing to wait for', async () => {
	await open({}).untilDone();
});

test('a run is waited for, also one that fails', async () => {
	const run = Promise.withResolvers<ProbeRun>();
	const {flow, untilDone} = open({probe: () => run.promise});
	const probing = flow.probe(exampleAnswers, {signal});
	let isDone = false;
	const waiting = untilDone().then(() => {
		isDone = true;
	});
	await Promise.resolve();
	assert.equal(isDone, false);
	run.reject(new Error('no'));
	await waiting;
	await assert.rejects(probing, /no/);
});

test('it is told when an apply begins and ends, also one that fails', async () => {
	const {flow, applying} = open({
		apply: () => Promise.reject(new Error('refused')),
	});
	const plan = await flow.planFor(exampleAnswers);
	const applied = flow.apply(plan, exampleAnswers, {
		seconds: 120,
		accepted: [],
		onStage: () => undefined,
	});
	assert.deepEqual(applying, [true]);
	await assert.rejects(applied, /refused/);
	assert.deepEqual(applying, [true, false]);
});
