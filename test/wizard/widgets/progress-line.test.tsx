import '../../helpers/in-colour.js';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {renderToString} from 'ink';
import {asciiMarks, type Marks, unicodeMarks} from '../../../source/reports/marks.js';
import type {Milestone} from '../../../source/wizard/milestones.js';
import {readFrame} from '../../../source/wizard/terminal/screen.js';
import {LookContext} from '../../../source/wizard/widgets/look.js';
import {ProgressLine} from '../../../source/wizard/widgets/progress-line.js';
import {partsIn} from '../../helpers/styled.js';

const titles = ['Server', 'Viewers', 'Servers', 'Support', 'SQL', 'Mail', 'Time'];
const milestones = [...titles, 'Review'].map(
	(title, index): Milestone => ({
		title,
		state: index < 2 ? 'done' : index === 2 ? 'here' : 'to-come',
		isOpen: index < 4,
	}),
);

type Drawn = {
	readonly pointed?: number;
	readonly columns?: number;
	readonly marks?: Marks;
};

const draw = ({pointed, columns = 80, marks = unicodeMarks}: Drawn = {}) =>
	renderToString(
		<LookContext value={{marks, columns, rows: 24}}>
			<ProgressLine milestones={milestones} pointed={pointed} />
		</LookContext>,
		{columns},
	);
const words = (drawn?: Drawn) => stripVTControlCharacters(draw(drawn));

test('what is done, where we are and what is to come are told apart by marks', () => {
	assert.equal(
		words(),
		'✓ Server  ✓ Viewers  ● Servers  ○ Support  ○ SQL  ○ Mail  ○ Time  ○ Review',
	);
});

test('and so they are with few glyphs', () => {
	assert.equal(
		words({marks: asciiMarks}),
		'x Server  x Viewers  > Servers  . Support  . SQL  . Mail  . Time  . Review',
	);
});

for (const marks of [unicodeMarks, asciiMarks]) {
	test(`a page with an empty list has ${marks.attention} beside ${marks.done}`, () => {
		const line = renderToString(
			<LookContext value={{marks, columns: 80, rows: 24}}>
				<ProgressLine
					milestones={[
						{title: 'Server', state: 'done', isOpen: true},
						{title: 'Viewers', state: 'incomplete', isOpen: true},
					]}
				/>
			</LookContext>,
		);
		assert.equal(
			stripVTControlCharacters(line),
			`${marks.done} Server  ${marks.attention} Viewers`,
		);
	});
}

test('where it is narrow, only the page that we are on has its name', () => {
	assert.equal(words({columns: 60}), '✓  ✓  ● Servers  ○  ○  ○  ○  ○');
});

test('where it is narrow, only the page that is pointed at has its name', () => {
	assert.equal(words({columns: 60, pointed: 1}), '✓  ✓ Viewers  ●  ○  ○  ○  ○  ○');
});

test('nothing is inverse while nobody points at a page', () => {
	assert.deepEqual(partsIn(draw(), '7'), []);
});

for (const [pointed, title, column] of [
	[0, 'Server', 0],
	[2, 'Servers', 21],
	[3, 'Support', 32],
] as const) {
	test(`"${title}" is inverse and not dim while it is pointed at, and has the cursor`, () => {
		const drawing = draw({pointed});
		assert.deepEqual(partsIn(drawing, '7'), [title]);
		assert.ok(!partsIn(drawing, '2').includes(title));
		assert.equal(stripVTControlCharacters(drawing), words());
		const {cursor} = readFrame(drawing, {columns: 80, rows: 1}, true);
		assert.deepEqual(cursor, {row: 0, column});
	});
}
