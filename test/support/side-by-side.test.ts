import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sideBySide} from '../../source/support/side-by-side.js';

test('what is done out of order is handed over in order', async () => {
	const doors = [0, 1, 2].map(() => Promise.withResolvers<void>());
	const told: number[] = [];
	const all = sideBySide(
		[0, 1, 2],
		async value => {
			await doors[value]?.promise;
			return value * 10;
		},
		result => told.push(result),
	);
	doors[2]?.resolve();
	doors[1]?.resolve();
	await Promise.resolve();
	assert.deepEqual(told, []);
	doors[0]?.resolve();
	assert.deepEqual(await all, [0, 10, 20]);
	assert.deepEqual(told, [0, 10, 20]);
});

test('never more than a few are done at once', async () => {
	let now = 0;
	let most = 0;
	const values = Array.from({length: 20}, (_, index) => index);
	await sideBySide(
		values,
		async value => {
			now += 1;
			most = Math.max(most, now);
			await Promise.resolve();
			now -= 1;
			return value;
		},
		() => undefined,
		3,
	);
	assert.equal(most, 3);
});

test('what fails ends all of it', async () => {
	const failing = async () => {
		throw new Error('called off');
	};
	await assert.rejects(
		sideBySide([1, 2], failing, () => undefined),
		/called off/,
	);
});
