import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Failure} from '../../source/failure.js';
import {beginObserving} from '../../source/wizard/begin-observing.js';
import {recordedMachine} from '../helpers/recorded-machine.js';

test('that it was begun is told with what it does not do, and how to look', async () => {
	const machine = recordedMachine();
	const said = await beginObserving(machine);
	assert.match(
		said,
		/changes no rule and drops nothing\. Look with "analytics-setup obs/,
	);
	assert.deepEqual(machine.asked, ['start observation']);
});

test('a kernel that cannot count is told, and nothing ends by it', async () => {
	const observation = {
		start: async () => assert.fail(),
		stop: async () => undefined,
		async read(): Promise<never> {
			throw new Failure('command.failed', 'nft does not answer.', {remedies: []});
		},
	};
	assert.equal(await beginObserving({observation}), 'Not begun: nft does not answer.');
});

test('without root it is told what it needs', async () => {
	assert.match(
		await beginObserving({observation: undefined}),
		/^Not begun: .*needs root/,
	);
});
