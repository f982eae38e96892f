import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Failure} from '../../source/failure.js';
import {flowOn} from '../../source/flow/flow.js';
import {askObserved} from '../../source/wizard/ask-observed.js';
import {exampleAnswers, recordedMachine} from '../helpers/recorded-machine.js';
import {observedTo} from '../helpers/recorded-observation.js';

const {signal} = new AbortController();
const strict = {...exampleAnswers, outbound: {mode: 'destinations'}} as const;
const observed = observedTo(['telemetry.example']);
const flow = flowOn(recordedMachine({observed}));

test('what was observed is held against the answers that are reviewed', async () => {
	const reply = await askObserved(flow, strict, signal);
	assert.match(reply?.remedy ?? '', /^telemetry\.example \(203\.0\.113\.1\) 443\/tcp/);
	const extra = [
		{
			...({id: 'telemetry', direction: 'outbound', peer: '203.0.113.1'} as const),
			...({port: 443, protocol: 'tcp', usage: ''} as const),
		},
	];
	assert.equal((await askObserved(flow, {...strict, extra}, signal))?.verdict, 'pass');
});

test('it is not asked where any destination is permitted', async () => {
	assert.equal(await askObserved(flow, exampleAnswers, signal), undefined);
});

test('that it cannot be told is told, and hides nothing else', async () => {
	const ask = async () => {
		throw new Failure('command.failed', 'nft does not answer.', {remedies: []});
	};
	const reply = await askObserved({ask}, strict, signal);
	assert.equal(reply?.detail, 'could not be tried: nft does not answer.');
});
