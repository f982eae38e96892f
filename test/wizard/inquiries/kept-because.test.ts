import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {keyOfQuestion, type Reply} from '../../../source/flow/inquiries/inquiry.js';
import type {Verdict} from '../../../source/probes/verdict.js';
import type {Heard} from '../../../source/wizard/inquiries/heard.js';
import {
	faultInReason,
	inNeedOfReason,
	isOutdated,
	keptNotes,
	notesAfter,
} from '../../../source/wizard/inquiries/kept-because.js';
import {time} from '../../../source/wizard/steps/time.js';

const question = (name: string) => ({about: 'name', name}) as const;
const heard = (index: number, name: string, verdict?: Verdict): Heard => ({
	path: `time.servers[${index}]`,
	key: keyOfQuestion(question(name)),
	reply: verdict === undefined ? undefined : replyOf(verdict),
	isTrying: false,
});
const replyOf = (verdict: Verdict): Reply => ({
	...{destination: '', address: null, verdict, cause: null},
	...{owner: null, detail: '', remedy: null},
});
/** Notes of the page for time, by the names that they are about. */
const keptFor = (notes: Readonly<Record<string, string>>) =>
	new Map(
		Object.entries(notes).map(([name, note]) => [keyOfQuestion(question(name)), note]),
	);

const none = keptFor({});
const monday = 'opened on Monday';

for (const [name, after, before, reason, notes] of [
	['nothing fails, so nothing needs a reason', [heard(0, 'a', 'pass')], {}, '', {}],
	[
		'what fails is kept with the reason',
		[heard(0, 'a', 'pass'), heard(1, 'b', 'fail')],
		{},
		monday,
		{'time.servers[1]': monday},
	],
	[
		'one reason is for all that fails on the page',
		[heard(0, 'a', 'fail'), heard(1, 'b', 'fail')],
		{},
		monday,
		{'time.servers[0]': monday, 'time.servers[1]': monday},
	],
	['it may be kept without a reason', [heard(0, 'a', 'fail')], {}, '', {}],
	['a warning needs no reason', [heard(0, 'a', 'warn')], {}, monday, {}],
	[
		'a note stays while its value is not known again yet',
		[heard(0, 'a')],
		{a: monday},
		monday,
		{'time.servers[0]': monday},
	],
	[
		'a note on what works again is dropped',
		[heard(0, 'a', 'pass')],
		{a: monday},
		monday,
		{},
	],
	['a note on another value is dropped', [heard(0, 'b')], {a: monday}, monday, {}],
	[
		'a note goes with its entry of a list',
		[heard(0, 'new', 'pass'), heard(1, 'a', 'fail')],
		{a: monday},
		monday,
		{'time.servers[1]': monday},
	],
	[
		'notes that differ stay as they are while nobody writes another',
		[heard(0, 'a', 'fail'), heard(1, 'b', 'fail')],
		{a: monday, b: 'retired'},
		monday,
		{'time.servers[0]': monday, 'time.servers[1]': 'retired'},
	],
	['a note that is emptied is dropped', [heard(0, 'a', 'fail')], {a: monday}, '', {}],
] as const) {
	test(name, () => {
		const end = {heard: after, kept: keptFor(before), reason};
		assert.deepEqual(notesAfter(time, {}, end), notes);
	});
}

test('notes of other pages stay', () => {
	const notes = {'sql.host': monday, 'time.servers[3]': 'long gone'};
	const end = {heard: [heard(0, 'a', 'pass')], kept: none, reason: ''};
	assert.deepEqual(notesAfter(time, {notes}, end), {'sql.host': monday});
});

test('a page begins with the notes on its own values', () => {
	const inquiries = ['a', 'b'].map((name, index) => ({
		path: `time.servers[${index}]`,
		question: question(name),
	}));
	const notes = {'sql.host': 'another page', 'time.servers[1]': monday};
	assert.deepEqual([...keptNotes(inquiries, {notes})], [...keptFor({b: monday})]);
	assert.deepEqual([...keptNotes(inquiries, {})], []);
});

suite('a reason', () => {
	test('is asked for what fails, and for what was kept until it is known again', () => {
		const all = [
			heard(0, 'a', 'fail'),
			heard(1, 'b', 'pass'),
			heard(2, 'c', 'warn'),
			heard(3, 'd'),
			heard(4, 'e'),
		];
		const needed = inNeedOfReason(all, keptFor({b: monday, e: monday}));
		assert.deepEqual(
			needed.map(({path}) => path),
			['time.servers[0]', 'time.servers[4]'],
		);
	});

	for (const [name, before, after, isGone] of [
		['is gone once its value is another one', ['a'], ['b'], true],
		['stays while one of its values does', ['a', 'b'], ['b', 'c'], false],
		['is no matter where none was needed', [], ['a'], false],
	] as const) {
		test(name, () => {
			const heardOf = (names: readonly string[]) =>
				names.map((each, index) => heard(index, each));
			assert.equal(isOutdated(heardOf(before), heardOf(after)), isGone);
		});
	}

	for (const [text, fault] of [
		[monday, undefined],
		['', undefined],
		['x'.repeat(200), undefined],
		['x'.repeat(201), 'At most 200 characters.'],
		['a\u202Eb', 'Only one line of plain text.'],
	] as const) {
		test(`of ${text.length} characters ${JSON.stringify(text.slice(0, 9))} is ${fault ?? 'good'}`, () => {
			assert.equal(faultInReason(text), fault);
		});
	}
});
