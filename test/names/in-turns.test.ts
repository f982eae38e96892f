import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inTurns} from '../../source/names/in-turns.js';

/** Writes one batch after the other, each when it is told to. */
function openWriter() {
	const batches: Array<readonly string[]> = [];
	const turns: Array<PromiseWithResolvers<void>> = [];
	const write = inTurns(async (items: readonly string[]) => {
		batches.push(items);
		const turn = Promise.withResolvers<void>();
		turns.push(turn);
		await turn.promise;
	});
	const settle = async () => {
		for (let turn = 0; turn < 10; turn += 1) {
			await Promise.resolve();
		}
	};
	return {batches, turns, write, settle};
}

test('what comes while something is written is written at once, next', async () => {
	const {batches, turns, write, settle} = openWriter();
	const first = write(['a']);
	await settle();
	const others = [write(['b']), write(['c', 'd'])];
	await settle();
	assert.deepEqual(batches, [['a']]);
	turns[0]?.resolve();
	await first;
	await settle();
	assert.deepEqual(batches, [['a'], ['b', 'c', 'd']]);
	turns[1]?.resolve();
	await Promise.all(others);
});

test('nothing to write waits for all that came before', async () => {
	const {turns, write, settle} = openWriter();
	await write([]);
	let isOver = false;
	const first = write(['a']);
	await settle();
	const nothing = write([]).then(() => {
		isOver = true;
	});
	await settle();
	assert.equal(isOver, false);
	turns[0]?.resolve();
	await Promise.all([first, nothing]);
});

test('what fails fails for those who handed it in, and for nobody else', async () => {
	let isBroken = true;
	const write = inTurns(async () => {
		if (isBroken) {
			throw new Error('broken');
		}
	});
	await assert.rejects(write(['a']), /broken/);
	isBroken = false;
	await write(['b']);
});
