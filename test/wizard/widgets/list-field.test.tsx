import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {renderToString} from 'ink';
import {describeNetworks} from '../../../source/wizard/describe-entries.js';
import {type ListEdit, listEditOf} from '../../../source/wizard/widgets/list-edit.js';
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
				faultAt={index => faults[index]}
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
	assert.match(first ?? '', /^ {2}10\.20\.0\.0\/16 +65,536 addresses$/);
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

const long =
	'"10.20.0.0/255.255.0.0": write the mask as a prefix length, for example /24 for 255.255.255.0.';

test('a long fault does not break what is being typed into two lines', () => {
	const lines = draw(typing('10.20.0.0/255.255.0.0'), {0: long});
	assert.match(lines[0] ?? '', /▸ 10\.20\.0\.0\/255\.255\.0\.0/);
});

test('no line is wider than its place', () => {
	const entries = ['a'.repeat(200), '10.20.0.0/16'];
	for (const list of [listEditOf(entries), typing('b'.repeat(200), entries)]) {
		assert.ok(draw(list, {0: long}).every(line => line.length <= 78));
	}
});
