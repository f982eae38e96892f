import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {type ListEdit, listEditOf} from '../../../source/wizard/widgets/list-changes.js';
import {
	pressInList,
	settle,
	typedIn,
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
	[
		'an entry is changed where it stands',
		['a', 'b'],
		['<up>', '<up>', '<enter>', 'x', '<enter>'],
		['ax', 'b'],
	],
	[
		'Esc gives the change up',
		['a', 'b'],
		['<up>', '<up>', '<enter>', 'x', '<escape>'],
		['a', 'b'],
	],
	['so does Ctrl-Z', ['a', 'b'], ['<up>', '<enter>', 'x', '<undo>'], ['a', 'b']],
	[
		'an entry that is emptied goes',
		['a', 'b'],
		['<up>', '<up>', '<enter>', '<clear>', '<enter>'],
		['b'],
	],
	[
		'several in the place of one stand in its place',
		['a', 'b'],
		['<up>', '<up>', '<enter>', ', x y', '<enter>'],
		['a', 'x', 'y', 'b'],
	],
	[
		'the arrows put a changed entry back',
		['a', 'b'],
		['<up>', '<enter>', 'x', '<up>', '<delete>'],
		['bx'],
	],
	[
		'Tab puts it back and goes to the typing line',
		['a'],
		['<up>', '<enter>', 'x', '<tab>', 'c', '<enter>'],
		['ax', 'c'],
	],
	[
		'the cursor moves in an entry that is changed',
		['bc'],
		['<up>', '<enter>', '<home>', 'a', '<end>', 'd', '<enter>'],
		['abcd'],
	],
	['what is there already is not added again', ['a'], ['a', '<enter>'], ['a']],
	['nor twice by one line', [], ['a b a', '<enter>'], ['a', 'b']],
	[
		'an entry that becomes equal to another goes',
		['ax', 'a'],
		['<up>', '<enter>', 'x', '<enter>'],
		['ax'],
	],
	[
		'Ctrl-Z brings back what was removed',
		['a', 'b'],
		['<up>', '<up>', '<delete>', '<undo>'],
		['a', 'b'],
	],
	[
		'Ctrl-Z brings back what was replaced',
		['a'],
		['<up>', '<enter>', 'x', '<enter>', '<undo>'],
		['a'],
	],
	['Ctrl-Z takes back what was added', ['a'], ['b', '<enter>', '<undo>'], ['a']],
	[
		'Ctrl-Z goes back any number of times',
		['a', 'b', 'c'],
		[
			'<up>',
			'<delete>',
			'<up>',
			'<delete>',
			'<up>',
			'<delete>',
			'<undo>',
			'<undo>',
			'<undo>',
		],
		['a', 'b', 'c'],
	],
	[
		'Ctrl-Z takes back several that came in the place of one, however often each',
		['a', 'b'],
		['<up>', '<up>', '<enter>', ' x x', '<enter>', '<undo>'],
		['a', 'b'],
	],
	['and no further than to the beginning', ['a'], ['<undo>', '<undo>'], ['a']],
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

test('what replaces an entry counts before it is put back', () => {
	const list = after(['a', 'b'], '<up>', '<up>', '<enter>', 'x');
	assert.deepEqual(withTyped(list), ['ax', 'b']);
	assert.deepEqual(typedIn(list), ['ax']);
});

test('changing an entry does not lose what was being typed', () => {
	const list = after(['a', 'b'], '10.0', '<up>', '<enter>', 'x', '<enter>');
	assert.deepEqual(withTyped(list), ['a', 'bx', '10.0']);
});

test('a list that is left has all that was typed in it', () => {
	assert.deepEqual(settle(after(['a'], 'b', '<up>', '<enter>', 'x')).entries, [
		'ax',
		'b',
	]);
});

test('a piece that is pasted into the typing line is typed there', () => {
	const list = paste(after([], '10.0.0.0'), '/8');
	assert.deepEqual(list.entries, []);
	assert.equal(list.edit.value, '10.0.0.0/8');
});

test('several that are pasted do not lose what was being typed', () => {
	const list = paste(after([], '10.0.0.0'), '10.1.0.0/16\n10.2.0.0/16');
	assert.deepEqual(withTyped(list), ['10.1.0.0/16', '10.2.0.0/16', '10.0.0.0']);
});

test('several that are pasted into an entry stand in its place', () => {
	const list = paste(after(['a', 'z'], '<up>', '<up>', '<enter>'), 'b\nc\n');
	assert.deepEqual(list.entries, ['b', 'c', 'z']);
	assert.equal(list.inPlace, undefined);
	assert.deepEqual(pressInList(list, {kind: 'key', name: 'undo'})?.entries, ['a', 'z']);
});

test('one that is pasted into an entry is typed there', () => {
	const list = paste(after(['10.0.0.0'], '<up>', '<enter>'), '/8\n');
	assert.equal(list.inPlace?.value, '10.0.0.0/8');
	assert.deepEqual(list.entries, ['10.0.0.0']);
});

test('what was undone is pointed at', () => {
	assert.equal(
		after(['a', 'b', 'c'], '<up>', '<home>', '<delete>', '<end>', '<undo>').at,
		0,
	);
});

const words = fc.stringMatching(/^[a-z]{1,3}$/);
test('what is pasted is what is in the list, each once and in its order', () => {
	fc.assert(
		fc.property(fc.array(words), fc.array(words), (first, second) => {
			const list = paste(paste(listEditOf([]), first.join('\n')), second.join(', '));
			assert.deepEqual(list.entries, [...new Set([...first, ...second])]);
		}),
	);
});

/** The list after a press as a test writes it, `paste …` for a paste. */
const afterPress = (list: ListEdit, input: string): ListEdit => {
	if (input.startsWith('paste ')) {
		return paste(list, input.slice(6));
	}

	return pressed(input).reduce((now, press) => pressInList(now, press) ?? now, list);
};

test('Ctrl-Z brings back exactly what was there, whatever was done', () => {
	const keys = ['<up>', '<down>', '<enter>', '<tab>', '<delete>', '<home>', '<clear>'];
	const pastes = fc.array(words).map(text => `paste ${text.join('\n')}`);
	const inputs = fc.array(fc.oneof(fc.constantFrom(...keys), words, pastes));
	fc.assert(
		fc.property(fc.uniqueArray(words), inputs, (entries, presses) => {
			let list = listEditOf(entries);
			const seen = [list.entries];
			for (const input of [...presses, '<escape>']) {
				list = afterPress(list, input);
				if (list.entries !== seen.at(-1)) {
					seen.push(list.entries);
				}
			}

			for (const before of seen.slice(0, -1).toReversed()) {
				list = afterPress(list, '<undo>');
				assert.deepEqual(list.entries, before);
			}

			assert.equal(list.past.length, 0);
		}),
	);
});

test('whatever is pressed, the pointer stays in the list', () => {
	const inputs = ['a', 'b c', '<up>', '<down>', '<enter>', '<tab>', '<delete>'];
	const more = [
		'<escape>',
		'<undo>',
		'<backspace>',
		'<home>',
		'<end>',
		'<page-up>',
		'<page-down>',
		'<clear>',
	];
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...inputs, ...more)), presses => {
			const {entries, at, edit, inPlace} = after([], ...presses);
			assert.ok(at >= 0 && at <= entries.length);
			assert.ok(edit.cursor >= 0 && edit.cursor <= edit.value.length);
			assert.ok(inPlace === undefined || at < entries.length);
			assert.ok(entries.every(entry => /^\S+$/.test(entry)));
		}),
	);
});
