import assert from 'node:assert/strict';
import {afterEach, suite, test} from 'node:test';
import {Box, Text} from 'ink';
import {asciiMarks, unicodeMarks} from '../../../source/reports/marks.js';
import {LookContext} from '../../../source/wizard/widgets/look.js';
import {
	type Item,
	linesShown,
	PointerList,
} from '../../../source/wizard/widgets/pointer-list.js';
import {useCommands} from '../../../source/wizard/widgets/use-commands.js';
import {type Pointed, usePointer} from '../../../source/wizard/widgets/use-pointer.js';
import {keys, mount} from '../../helpers/screen.js';

const heading = (text: string): Item => ({
	id: `heading ${text}`,
	lines: [{text, isBold: true}],
	isPassedOver: true,
});
const item = (id: string, ...lines: readonly string[]): Item => ({
	id,
	lines: (lines.length === 0 ? [id] : lines).map(text => ({
		mark: {text: '+', colour: 'green'},
		text,
	})),
});
const many = (count: number) =>
	Array.from({length: count}, (_, index) => item(`item ${index}`));
const some: readonly Item[] = [
	heading('First'),
	item('one'),
	item('two', 'two begins', 'and goes on'),
	heading('Then'),
	item('three'),
];

let entered: string[];
let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

type ListProps = {
	readonly items: readonly Item[];
	readonly begin?: Pointed;
	readonly height?: number;
};

function List({items, begin, height = 8}: ListProps) {
	const pointer = usePointer(items, begin);
	useCommands({
		...pointer.moves,
		enter: () => entered.push(items[pointer.latest()]?.id ?? 'nothing'),
		r: () => pointer.goTo(3),
	});
	const list = {items, at: pointer.at, height};
	return (
		<Box flexDirection="column">
			<PointerList {...list} />
			<Text>{linesShown(list)}.</Text>
		</Box>
	);
}

const open = (props: ListProps, marks = unicodeMarks) => {
	entered = [];
	screen = mount(
		<LookContext value={{marks, columns: 40, rows: 20}}>
			<List {...props} />
		</LookContext>,
	);
};

test('the pointer stands beside the first item, and a heading to the left of them', () => {
	open({items: some});
	assert.equal(
		screen.text(),
		[
			'First',
			'▸ + one',
			'  + two begins',
			'  + and goes on',
			'Then',
			'  + three',
			'.',
		].join('\n'),
	);
});

test('it is drawn in ASCII where there are few glyphs', () => {
	open({items: some}, asciiMarks);
	assert.match(screen.text(), /^> \+ one$/m);
});

for (const [name, input, expected] of [
	['Down goes to the next item', keys.down, 'two'],
	['it passes over headings', keys.down.repeat(2), 'three'],
	['and back', keys.down.repeat(2) + keys.up, 'two'],
	['it stays at the last one', keys.down.repeat(9), 'three'],
	['it stays at the first one', keys.up, 'one'],
	['End goes to the last one', keys.end, 'three'],
	['Home goes to the first one', keys.end + keys.home, 'one'],
	['Page Down goes on', keys.pageDown, 'three'],
	['Page Up goes back', keys.end + keys.pageUp, 'one'],
	['a heading that is gone to leads to what it is over', 'r', 'three'],
] as const) {
	test(`${name}: keys in one chunk each see what the one before did`, () => {
		open({items: some});
		screen.type(input);
		screen.type(keys.enter);
		assert.deepEqual(entered, [expected]);
	});
}

suite('the pointer begins', () => {
	for (const [name, begin, expected] of [
		['at the item of that name', {id: 'two'}, 'two'],
		['near it when that is gone', {id: 'gone', near: 'three'}, 'three'],
		['at the first item when both are gone', {id: 'gone', near: 'also'}, 'one'],
		['never at a heading', {id: 'heading Then'}, 'one'],
	] as const) {
		test(name, () => {
			open({items: some, begin});
			screen.type(keys.enter);
			assert.deepEqual(entered, [expected]);
		});
	}
});

test('it stays where it is when items come before it', async () => {
	open({items: some, begin: {id: 'two'}});
	screen.again(
		<LookContext value={{marks: unicodeMarks, columns: 40, rows: 20}}>
			<List items={[item('new'), ...some]} />
		</LookContext>,
	);
	await screen.shows(/ {2}\+ new[\s\S]*▸ \+ two begins/);
});

test('of a long list the part around the pointer is drawn, and told', async () => {
	open({items: many(20_000), height: 5});
	assert.match(screen.text(), /^▸ \+ item 0[\s\S]*item 4\nLines 1 to 5 of 20,000\.$/);
	screen.type(keys.end);
	await screen.shows(/▸ \+ item 19999\nLines 19,996 to 20,000 of 20,000\.$/);
});

test('a list that can be seen whole has nothing to tell of', () => {
	open({items: many(5), height: 5});
	assert.match(screen.text(), /item 4\n\.$/);
});

test('a list without items can be moved in', () => {
	open({items: []});
	screen.type(keys.down + keys.enter);
	screen.type(keys.enter);
	assert.deepEqual(entered, ['nothing', 'nothing']);
});
