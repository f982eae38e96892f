import assert from 'node:assert/strict';
import {test} from 'node:test';
import {standIns} from '../../../source/probes/inbound/stand-ins.js';

/** Ports that can be answered on, but for those taken; and what was done to them. */
function recordedPorts(taken: readonly number[] = []) {
	const asked: string[] = [];
	const stand = standIns(async port => {
		asked.push(`open ${port}`);
		return taken.includes(port)
			? undefined
			: {
					async close() {
						asked.push(`close ${port}`);
					},
				};
	});
	return {stand, asked};
}

test('says which ports it answers on, and where a program does so already', async () => {
	const {stand} = recordedPorts([19_999]);
	assert.deepEqual(await stand.answer([9999, 19_999]), [
		{port: 9999, listener: 'stand-in'},
		{port: 19_999, listener: 'program'},
	]);
	assert.deepEqual([stand.has(9999), stand.has(19_999)], [true, false]);
});

test('asked for the same ports again, it does nothing', async () => {
	const {stand, asked} = recordedPorts([19_999]);
	await stand.answer([9999, 19_999]);
	assert.deepEqual(await stand.answer([9999, 19_999]), []);
	assert.deepEqual(asked, ['open 9999', 'open 19999']);
});

test('what is not wanted any more is closed, and only what was opened', async () => {
	const {stand, asked} = recordedPorts([19_999]);
	await stand.answer([9999, 19_999]);
	assert.deepEqual(await stand.answer([]), [{port: 9999, listener: 'nobody'}]);
	assert.equal(stand.has(9999), false);
	assert.equal(asked.at(-1), 'close 9999');
});

test('wanted again, it tries again', async () => {
	const {stand, asked} = recordedPorts();
	await stand.answer([9999]);
	await stand.answer([]);
	await stand.answer([9999]);
	assert.deepEqual(asked, ['open 9999', 'close 9999', 'open 9999']);
});
