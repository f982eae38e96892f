import assert from 'node:assert/strict';
import {test} from 'node:test';
import {findNotice} from '../../source/commands/find-notice.js';
import type {Undone} from '../../source/transaction/transactions.js';
import {recordedMachine} from '../helpers/recorded-machine.js';
import {exampleRecord} from '../helpers/recorded-transactions.js';

const undone: Undone = {
	record: exampleRecord,
	ending: {
		kind: 'undone',
		at: '2026-11-22T14:02:11.000Z',
		reason: 'Nobody kept the new rules in time.',
	},
	isRestored: true,
};

test('where nothing was taken back there is nothing to say', async () => {
	const machine = recordedMachine();
	assert.deepEqual(await findNotice(machine, undefined), []);
	assert.ok(!machine.asked.includes('recover'));
});

test('what was taken back is told with its time and reason', async () => {
	assert.deepEqual(await findNotice(recordedMachine({undone}), undefined), [
		'The last change was taken back at 2026-11-22 14:02 UTC. Nobody kept the new rules in time.',
	]);
});

test('what could not be put back is told with what to do', async () => {
	const machine = recordedMachine({undone: {...undone, isRestored: false}});
	const [notice = ''] = await findNotice(machine, undefined);
	assert.match(
		notice,
		/not everything could be put back.*Run "analytics-setup rollback"/,
	);
});

test('a trial whose guard is gone is taken back first', async () => {
	const machine = recordedMachine({undone});
	await findNotice(machine, {record: exampleRecord, trial: undefined});
	assert.ok(machine.asked.includes('recover'));
});
