import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {renderToString} from 'ink';
import {parseAddress} from '../../../source/addresses/address.js';
import {describeNetworks} from '../../../source/wizard/describe-entries.js';
import {type ListEdit, listEditOf} from '../../../source/wizard/widgets/list-changes.js';
import {pressInList} from '../../../source/wizard/widgets/list-edit.js';
import {ListField} from '../../../source/wizard/widgets/list-field.js';
import {editOf} from '../../../source/wizard/widgets/text-edit.js';

const draw = (
	list: ListEdit,
	faults: Readonly<Record<number, string>> = {},
	height = 8,
) =>
	stripVTControlCharacters(
		renderToString(
			<ListField
				list={list}
				isFocused
				example="10.20.0.0/16"
				height={height}
				width={78}
				describe={describeNetworks}
				context={{sshClient: parseAddress('10.20.3.4')}}
				faults={new Map(Object.entries(faults).map(([at, fault]) => [Number(at), fault]))}
			/>,
			{columns: 80},
		),
	).split('\n');
const typing = (text: string, entries: readonly string[] = []): ListEdit => ({
	...listEditOf(entries),
	edit: editOf(text),
});

test('an empty list shows where to type, and what', () => {
	assert.deepEqual(draw(listEditOf([])), ['▸   for example 10.20.0.0/16']);
});

test('each entry stands on its line, with its note', () => {
	const [first, second, third] = draw(listEditOf(['10.20.0.0/16', '10.20.4.1/24']));
	assert.match(
		first ?? '',
		/^ {2}10\.20\.0\.0\/16 +65,536 addresses, you are in it, 1 more inside$/,
	);
	assert.match(second ?? '', /^! 10\.20\.4\.1\/24 +already inside 10\.20\.0\.0\/16/);
	assert.match(third ?? '', /^▸ /);
});

test('an entry with a fault is marked, and its fault is said below the list', () => {
	const [line, , fault] = draw(listEditOf(['10.0.0.0/33']), {0: 'at most /32.'});
	assert.match(line ?? '', /^✗ 10\.0\.0\.0\/33/);
	assert.match(fault ?? '', /^✗ at most \/32\.$/);
});

test('the note on what is typed stands beside it', () => {
	assert.match(
		draw(typing('10.20.4.1/16')).join(),
		/▸ 10\.20\.4\.1\/16 {2,}read as 10\.20\.0\.0/,
	);
});

test('the entry pointed at is marked', () => {
	const lines = draw({...listEditOf(['10.0.0.1', '10.0.0.2']), at: 0});
	assert.match(lines[0] ?? '', /^▸ 10\.0\.0\.1/);
	assert.doesNotMatch(lines.slice(1).join(), /▸/);
});

test('of a list that is too long, the part around the pointer is shown', () => {
	const entries = Array.from({length: 30}, (_, index) => `10.0.0.${index}`);
	const end = draw(listEditOf(entries));
	assert.equal(end.length, 8);
	assert.match(end.join('\n'), /10\.0\.0\.29 [\s\S]*24 to 30 of 30 shown/);
	const top = draw({...listEditOf(entries), at: 0}).join('\n');
	assert.match(top, /▸ 10\.0\.0\.0 [\s\S]*1 to 7 of 30 shown/);
});

test('thousands are counted so that they can be read', () => {
	const entries = Array.from(
		{length: 5000},
		(_, index) => `10.${index >> 8}.${index & 255}.0/24`,
	);
	assert.match(draw(listEditOf(entries)).join(), /4,994 to 5,000 of 5,000 shown/);
});

test('an entry is changed where it stands, with its note and its fault', () => {
	const list = {...listEditOf(['10.20.0.0/16', '10.30.0.7']), at: 0};
	const [first, second, ...others] = draw({...list, inPlace: editOf('10.20.0.0/20')});
	assert.match(first ?? '', /^▸ 10\.20\.0\.0\/20 {12,}4,096 addresses, you are in it$/);
	assert.match(second ?? '', /^ {2}10\.30\.0\.7 /);
	assert.doesNotMatch(others.join(), /▸|addresses/);
	const [faulty, , , fault] = draw(
		{...list, inPlace: editOf('10.20.0.0/33')},
		{0: 'at most /32.'},
	);
	assert.match(faulty ?? '', /^▸ 10\.20\.0\.0\/33 *$/);
	assert.match(fault ?? '', /^✗ at most \/32\.$/);
});

test('an entry that is changed is not held against what it was', () => {
	const list = {...listEditOf(['10.20.0.0/16', '10.30.0.7']), at: 0};
	const [line] = draw({...list, inPlace: editOf('10.20.0.0/16')});
	assert.match(line ?? '', / 65,536 addresses/);
});

test('several in the place of one are counted', () => {
	const list = {...listEditOf(['10.20.0.0/16']), at: 0};
	const [line] = draw({...list, inPlace: editOf('10.0.0.1-10.0.0.9')});
	assert.match(line ?? '', / 4 entries$/);
});

const pasted = (list: ListEdit, text: string) =>
	pressInList(list, {kind: 'paste', text}) ?? list;
for (const [name, list, text, faults, said] of [
	['many', [], '10.0.0.1\n10.0.0.2', {}, '2 entries added'],
	['one', [], '10.0.0.1', {}, '1 entry added'],
	[
		'known ones',
		['10.0.0.1'],
		'10.0.0.1 10.0.0.2',
		{},
		'1 entry added, 1 was there already',
	],
	[
		'faulty ones',
		['10.0.0.1'],
		'10.0.0.2 10.0.0.33/33 10.0.0/8',
		{1: '', 2: 'No.', 3: 'No.'},
		'3 entries added, 3 cannot be read (the first: "10.0.0.2")',
	],
	['nothing new', ['10.0.0.1'], '10.0.0.1', {}, 'Nothing added, 1 was there already'],
	['a fault elsewhere', ['x'], '10.0.0.2', {0: 'No.'}, '1 entry added'],
	[
		'other words',
		[],
		'10.0.0.2 the library',
		{},
		'1 entry added, 2 other words left out',
	],
	['nothing', [], '# nothing', {}, 'There are no entries in it.'],
] as const) {
	test(`what comes of pasting ${name} is told in one line`, () => {
		assert.equal(draw(pasted(listEditOf(list), text), faults).at(-1), said);
	});
}

test('it is told until the next key', () => {
	const list = pasted(listEditOf([]), '10.0.0.1\n10.0.0.2');
	const next = pressInList(list, {kind: 'key', name: 'up'}) ?? list;
	assert.doesNotMatch(draw(next).join(), /added/);
});

const long =
	'"10.20.0.0/255.0.255.0": write the mask as a prefix length, for example /24 for 255.255.255.0.';

test('a long fault does not break what is being typed into two lines', () => {
	const lines = draw(typing('10.20.0.0/255.0.255.0'), {0: long});
	assert.match(lines[0] ?? '', /▸ 10\.20\.0\.0\/255\.0\.255\.0/);
});

test('no line is wider than its place', () => {
	const entries = ['a'.repeat(200), '10.20.0.0/16'];
	for (const list of [listEditOf(entries), typing('b'.repeat(200), entries)]) {
		assert.ok(draw(list, {0: long}).every(line => line.length <= 78));
	}
});
