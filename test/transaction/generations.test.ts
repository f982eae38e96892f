import assert from 'node:assert/strict';
import {truncate} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {endTrial, writeTrial} from '../../source/transaction/trial-folder.js';
import {exampleRecord} from '../helpers/recorded-transactions.js';
import {openLab, person} from './lab.js';

const at = '2026-11-22T14:02:11.000Z';

test('the ten newest are kept, and no number is given twice', async context => {
	const {transactions, request} = await openLab(context);
	for (let count = 1; count <= 12; count += 1) {
		assert.deepEqual(await transactions.adopt(request()), []);
	}

	const numbers = (await transactions.generations()).map(({number}) => number);
	assert.deepEqual(numbers, [12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
	assert.equal(await transactions.generation(2), undefined);
	assert.equal((await transactions.generation(3))?.number, 3);
});

for (const file of ['record.json', 'policy.json', 'answers.json', 'kept.json']) {
	test(`a generation whose ${file} is cut short is passed over`, async context => {
		const {transactions, request} = await openLab(context);
		await transactions.adopt(request());
		await transactions.adopt(request());
		const newest = await transactions.newest();
		await truncate(join(newest?.folder ?? '', file), 12);
		assert.equal((await transactions.newest())?.number, 1);
		assert.equal(await transactions.generation(2), undefined);
	});
}

test('what was kept is read anew only where it says something else', async context => {
	const {transactions, request} = await openLab(context);
	await transactions.adopt(request());
	const [first, again] = [await transactions.newest(), await transactions.newest()];
	assert.ok(first !== undefined && first.policy === again?.policy);
	assert.equal(first.answers, again?.answers);
});

test('of many who end a trial at once, exactly one does', async context => {
	const {state, request} = await openLab(context);
	for (let round = 1; round <= 20; round += 1) {
		const record = {...exampleRecord, number: round};
		await writeTrial(state, record, request(), new Map([['ruleset', '']]));
		const ends = await Promise.all(
			Array.from({length: 6}, (_, index) =>
				endTrial(
					state,
					round,
					index % 2 === 0
						? {kind: 'kept', at, by: person, proof: {kind: 'none'}}
						: {kind: 'undone', at, reason: 'late'},
				),
			),
		);
		assert.equal(ends.filter(folder => folder !== undefined).length, 1);
	}
});
