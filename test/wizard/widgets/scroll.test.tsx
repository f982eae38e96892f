import '../../helpers/in-colour.js';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {renderToString} from 'ink';
import {lastTop, Scroll} from '../../../source/wizard/widgets/scroll.js';
import {partsIn} from '../../helpers/styled.js';

const linesOf = (count: number) =>
	Array.from({length: count}, (_, index) => ({text: `line ${index + 1}`}));
const draw = (count: number, top: number, height = 5) =>
	stripVTControlCharacters(
		renderToString(<Scroll lines={linesOf(count)} top={top} height={height} />, {
			columns: 80,
		}),
	)
		.split('\n')
		.map(line => line.trim());

test('a text that fits is shown whole, without a word about lines', () => {
	assert.deepEqual(draw(5, 0), ['line 1', 'line 2', 'line 3', 'line 4', 'line 5']);
	assert.equal(lastTop(linesOf(5), 5), 0);
});

for (const [top, first] of [
	[0, 1],
	[1, 2],
	[3, 4],
	[16, 17],
] as const) {
	test(`scrolled by ${top}, a long text begins at line ${first}`, () => {
		const lines = draw(20, top);
		assert.equal(lines.length, 5);
		assert.equal(lines[0], `line ${first}`);
		assert.match(lines[4] ?? '', new RegExp(`${first} to ${first + 3} of 20`));
	});
}

test('the end of a long text can be reached, and no further', () => {
	const top = lastTop(linesOf(20), 5);
	assert.equal(draw(20, top)[3], 'line 20');
	assert.equal(draw(20, top - 1)[3], 'line 19');
});

test('an empty line keeps its place', () => {
	const lines = [{text: 'a'}, {text: ''}, {text: 'b'}];
	const shown = renderToString(<Scroll lines={lines} top={0} height={5} />, {
		columns: 80,
	});
	assert.equal(stripVTControlCharacters(shown).split('\n').length, 3);
});

for (const [name, count, top, found] of [
	['a text that fits', 5, 0, 3],
	['a long text', 20, 8, 9],
] as const) {
	test(`of ${name}, only the line that was found is inverse`, () => {
		const drawing = renderToString(
			<Scroll lines={linesOf(count)} top={top} height={5} found={found} />,
			{columns: 80},
		);
		assert.deepEqual(partsIn(drawing, '7'), [`line ${found + 1}`]);
	});
}

test('a mark stands before its line', () => {
	const mark = {text: '✗', colour: 'red'};
	const drawing = renderToString(
		<Scroll
			lines={[
				{mark, text: 'no answer'},
				{text: 'why', isDim: true},
			]}
			top={0}
			height={5}
		/>,
		{columns: 80},
	);
	assert.equal(stripVTControlCharacters(drawing), '✗ no answer\nwhy');
	assert.deepEqual(partsIn(drawing, '31'), ['✗']);
	assert.deepEqual(partsIn(drawing, '2'), ['why']);
});
