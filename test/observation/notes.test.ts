import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	beginTable,
	emptyNotes,
	observedOf,
	takeNote,
} from '../../source/observation/notes.js';
import type {Destination} from '../../source/observation/open-destinations.js';
import {destinationKey} from '../../source/observation/parse-seen.js';
import {address} from '../helpers/sample.js';

const web: Destination = {address: address('198.51.100.80'), protocol: 'tcp', port: 443};
const sql: Destination = {address: address('10.60.0.11'), protocol: 'tcp', port: 1433};

const counted = (destination: Destination, tries: number, isAnswered = false) => ({
	counted: [{...destination, tries, isAnswered}],
	isFull: false,
});
const nothing = {counted: [], isFull: false};
const at = (now: number, rest: Partial<Parameters<typeof takeNote>[2]> = {}) => ({
	...{now, namesOf: () => [], open: []},
	...rest,
});

test('a destination is noted with when it was seen first and last', () => {
	const first = takeNote(emptyNotes(0), counted(web, 2), at(1000));
	const second = takeNote(first, counted(web, 2), at(2000));
	const third = takeNote(second, counted(web, 5, true), at(3000));
	assert.deepEqual(observedOf(third).destinations, [
		{...web, tries: 5, isAnswered: true, first: 1000, last: 3000, names: []},
	]);
	assert.equal(second.destinations[0]?.last, 1000);
});

test('a new table goes on from what an earlier one has counted', () => {
	const before = takeNote(emptyNotes(0), counted(web, 7, true), at(1000));
	const after = takeNote(beginTable(before), counted(web, 2), at(2000));
	assert.deepEqual(observedOf(after).destinations, [
		{...web, tries: 9, isAnswered: true, first: 1000, last: 2000, names: []},
	]);
});

test('what is not in the new table yet is not forgotten', () => {
	const before = takeNote(emptyNotes(0), counted(web, 7), at(1000));
	const after = takeNote(beginTable(before), counted(sql, 1), at(2000));
	assert.deepEqual(
		observedOf(after).destinations.map(each => `${destinationKey(each)}: ${each.tries}`),
		['198.51.100.80 443 tcp: 7', '10.60.0.11 1433 tcp: 1'],
	);
});

test('a connection that was open before anybody counted is seen as long as it is open', () => {
	const first = takeNote(emptyNotes(0), nothing, at(1000, {open: [sql]}));
	const second = takeNote(first, nothing, at(2000, {open: [sql]}));
	const third = takeNote(second, nothing, at(3000));
	assert.deepEqual(observedOf(third).destinations, [
		{...sql, tries: 0, isAnswered: true, first: 1000, last: 2000, names: []},
	]);
});

test('an open connection leaves the count as it is', () => {
	const first = takeNote(emptyNotes(0), counted(sql, 3), at(1000));
	const second = takeNote(first, counted(sql, 3), at(2000, {open: [sql]}));
	assert.deepEqual(observedOf(second).destinations, [
		{...sql, tries: 3, isAnswered: true, first: 1000, last: 2000, names: []},
	]);
});

test('names are noted, and stay when nobody remembers them any more', () => {
	const first = takeNote(
		emptyNotes(0),
		counted(web, 1),
		at(1000, {namesOf: () => ['a.example']}),
	);
	const second = takeNote(
		first,
		counted(web, 1),
		at(2000, {namesOf: () => ['b.example']}),
	);
	const third = takeNote(second, counted(web, 1), at(3000));
	assert.deepEqual(third.destinations[0]?.names, ['a.example', 'b.example']);
});

test('that something is missing is said for good', () => {
	const full = takeNote(emptyNotes(0), {counted: [], isFull: true}, at(1000));
	assert.equal(takeNote(beginTable(full), nothing, at(2000)).isFull, true);
});

test('the notes have a bound over all tables', () => {
	let notes = emptyNotes(0);
	for (let table = 0; table < 6; table += 1) {
		const reading = Array.from({length: 4000}, (_, index) => ({
			...web,
			address: {family: 4 as const, value: BigInt(table * 4000 + index)},
			...{tries: 1, isAnswered: false},
		}));
		notes = takeNote(beginTable(notes), {counted: reading, isFull: false}, at(table));
	}

	assert.equal(notes.destinations.length, 20_000);
	assert.equal(notes.isFull, true);
});
