import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	type ListEdit,
	listEditOf,
	pressInList,
	withTyped,
} from '../../../source/wizard/widgets/list-edit.js';
import {pressed} from '../press.js';

const after = (entries: readonly string[], ...inputs: readonly string[]): ListEdit =>
	pressed(...inputs).reduce(
		(list, press) => pressInList(list, press) ?? list,
		listEditOf(entries),
	);
const paste = (list: ListEdit, text: string) =>
	pressInList(list, {kind: 'paste', text}) ?? assert.fail();

for (const [name, entries, inputs, wanted] of [
	['Enter adds what is typed', [], ['a', '<enter>'], ['a']],
	['Tab adds what is typed', ['a'], ['b', '<tab>'], ['a', 'b']],
	['several may be typed at once', [], ['a, b;c  d', '<enter>'], ['a', 'b', 'c', 'd']],
	['blanks add nothing', ['a'], ['   ', '<enter>'], ['a']],
	['Delete removes the entry pointed at', ['a', 'b'], ['<up>', '<delete>'], ['a']],
	['so does Backspace', ['a', 'b'], ['<up>', '<up>', '<backspace>'], ['b']],
	['after the last entry nothing more goes', ['a'], ['<up>', '<delete>', '<delete>'], []],
	['Enter picks an entry up', ['a', 'b'], ['<up>', '<up>', '<enter>'], ['b']],
	[
		'and it can be put back',
		['a', 'b'],
		['<up>', '<up>', '<enter>', 'x', '<enter>'],
		['b', 'ax'],
	],
	[
		'Home and Delete remove the first',
		['a', 'b', 'c'],
		['<up>', '<home>', '<delete>'],
		['b', 'c'],
	],
	['a letter goes to the typing line', ['a'], ['<up>', 'b', '<enter>'], ['a', 'b']],
	[
		'Ctrl-U clears the typing line only',
		['a'],
		['wrong', '<clear>', 'b', '<enter>'],
		['a', 'b'],
	],
] as const) {
	test(name, () => {
		assert.deepEqual(after(entries, ...inputs).entries, wanted);
	});
}

for (const [name, entries, inputs] of [
	['Enter with nothing typed', ['a'], ['<enter>']],
	['Tab with nothing typed', ['a'], ['<tab>']],
	['Down below the list', ['a'], ['<down>']],
	['Up above the list', ['a'], ['<up>', '<up>']],
	['Up on an empty list', [], ['<up>']],
	['back-tab', ['a'], ['<back-tab>']],
	['Esc on an entry', ['a'], ['<up>', '<escape>']],
] as const) {
	test(`${name} is for what is around the list`, () => {
		const before = after(entries, ...inputs.slice(0, -1));
		const [last] = pressed(...inputs.slice(-1));
		assert.equal(last && pressInList(before, last), undefined);
	});
}

for (const [keys, at] of [
	['<up>', 29],
	['<up> <page-up>', 19],
	['<up> <page-up> <page-up> <page-up> <page-up>', 0],
	['<up> <home>', 0],
	['<up> <home> <page-down>', 10],
	['<up> <home> <end>', 30],
	['<up> <page-down>', 30],
	['<up> <down>', 30],
	['<up> <home> <tab>', 30],
] as const) {
	test(`in a list of 30, ${keys} points at ${at}`, () => {
		const entries = Array.from({length: 30}, (_, index) => `e${index}`);
		assert.equal(after(entries, ...keys.split(' ')).at, at);
	});
}

test('a list may be pasted as it stands in a file', () => {
	const text =
		'# viewers\n10.0.0.0/8, 10.1.0.0/16;10.2.0.0/16\r\n\t2001:db8::/32 # campus\n\n';
	assert.deepEqual(paste(listEditOf(['a']), text).entries, [
		'a',
		'10.0.0.0/8',
		'10.1.0.0/16',
		'10.2.0.0/16',
		'2001:db8::/32',
	]);
});

test('a pasted entry has no control characters', () => {
	assert.deepEqual(paste(listEditOf([]), 'a\u001B[2Jb\u200B').entries, ['a[2Jb']);
});

test('1,000 lines are pasted in their order', () => {
	const lines = Array.from(
		{length: 1000},
		(_, index) => `10.${index >> 8}.${index & 255}.0/24`,
	);
	const list = paste(listEditOf([]), lines.join('\n'));
	assert.deepEqual(list.entries, lines);
	assert.equal(list.at, 1000);
});

test('what is typed counts as an entry before it is one', () => {
	assert.deepEqual(withTyped(after(['a'], ' b ')), ['a', 'b']);
	assert.deepEqual(withTyped(after(['a'], '  ')), ['a']);
});

test('picking an entry up does not lose what was being typed', () => {
	const list = after(['a', 'b'], '10.0', '<up>', '<enter>');
	assert.ok(withTyped(list).includes('10.0'), JSON.stringify(list));
});

test('a paste does not lose what was being typed', () => {
	const list = paste(after([], '10.0.0.0'), '/8');
	assert.ok(withTyped(list).join(' ').includes('10.0.0.0'), JSON.stringify(list));
});

test('whatever is pressed, the pointer stays in the list', () => {
	const inputs = ['a', 'b c', '<up>', '<down>', '<enter>', '<tab>', '<delete>'];
	const more = ['<backspace>', '<home>', '<end>', '<page-up>', '<page-down>', '<clear>'];
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...inputs, ...more)), presses => {
			const {entries, at, edit} = after([], ...presses);
			assert.ok(at >= 0 && at <= entries.length);
			assert.ok(edit.cursor >= 0 && edit.cursor <= edit.value.length);
			assert.ok(entries.every(entry => /^\S+$/.test(entry)));
		}),
	);
});
