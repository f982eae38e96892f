import assert from 'node:assert/strict';
import {test} from 'node:test';
import {flowOn} from '../../source/flow/flow.js';
import type {Observed} from '../../source/observation/observed.js';
import {exampleAnswers, recordedMachine} from '../helpers/recorded-machine.js';
import {address} from '../helpers/sample.js';

const observed: Observed = {
	...{since: 0, until: undefined, isFull: false, trouble: undefined},
	destinations: [
		{
			...{address: address('203.0.113.9'), protocol: 'tcp', port: 443, tries: 1},
			...{isAnswered: true, first: 0, last: 0, names: ['errors.example']},
		},
	],
};

for (const mode of ['ports', 'open', 'destinations'] as const) {
	test(`what was seen is held against the listed destinations, also where outbound is: ${mode}`, async () => {
		const {observe} = flowOn(recordedMachine({observed}));
		const summary = await observe.read({...exampleAnswers, outbound: {mode}});
		assert.deepEqual(
			summary?.unknown.map(({names}) => names),
			[['errors.example']],
		);
	});
}

test('nothing is told where nobody has observed', async () => {
	const machine = recordedMachine();
	assert.equal(await flowOn(machine).observe.read(exampleAnswers), undefined);
	assert.ok(!machine.asked.some(each => each.startsWith('resolve')));
});

test('it is begun and ended on the machine', async () => {
	const machine = recordedMachine();
	const {start, stop} = flowOn(machine).observe;
	await start();
	await stop();
	assert.deepEqual(machine.asked, ['start observation', 'stop observation']);
});

test('without root and nftables nothing can be counted', async () => {
	const {observe} = flowOn(recordedMachine({backend: 'files'}));
	for (const act of [observe.start, observe.stop]) {
		await assert.rejects(act(), {code: 'not-permitted'});
	}

	assert.equal(await observe.read(exampleAnswers), undefined);
});
