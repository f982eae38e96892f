import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {listInWords} from '../../source/reports/list-in-words.js';

for (const [items, room, wanted] of [
	[[], 20, ''],
	[['one'], 20, 'one'],
	[['one', 'two'], 20, 'one, two'],
	[['one', 'two', 'three'], 15, 'one, two, three'],
	[['one', 'two', 'three'], 14, 'one and 2 more'],
	[['much-longer-than-the-room', 'two'], 10, 'much-longer-than-the-room and 1 more'],
] as const) {
	test(`${items.join(' ')} in ${room} columns is "${wanted}"`, () => {
		assert.equal(listInWords(items, room), wanted);
	});
}

test('what is told and what is counted are all the items, and they fit', () => {
	const item = fc.stringMatching(/^[a-z]{1,12}$/);
	fc.assert(
		fc.property(fc.array(item, {minLength: 1}), fc.nat(100), (items, room) => {
			const [words = '', rest = '0'] = listInWords(items, room).split(/ and (\d+) more$/);
			const told = words.split(', ');
			assert.deepEqual(told, items.slice(0, told.length));
			assert.equal(told.length + Number(rest), items.length);
			assert.ok(told.length === 1 || listInWords(items, room).length <= room);
		}),
	);
});
