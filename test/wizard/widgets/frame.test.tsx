import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {Text} from 'ink';
import type {ReactNode} from 'react';
import {asciiMarks, unicodeMarks} from '../../../source/reports/marks.js';
import {Frame} from '../../../source/wizard/widgets/frame.js';
import {frameRows} from '../../../source/wizard/widgets/frame-rows.js';
import type {Hint} from '../../../source/wizard/widgets/hints.js';
import {LookContext} from '../../../source/wizard/widgets/look.js';
import {Scroll} from '../../../source/wizard/widgets/scroll.js';
import {mount} from '../../helpers/screen.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

const open = ({
	marks = unicodeMarks,
	lines = 3,
	status = 'nothing applied',
	rows = 24,
	columns = 80,
	prompt = undefined as ReactNode,
	hints = [
		['Enter', 'next'],
		['Esc', 'back'],
	] as readonly Hint[],
} = {}) => {
	screen = mount(
		<LookContext value={{marks, columns, rows}}>
			<Frame
				title="AppsAnywhere Analytics setup"
				status={status}
				progress={<Text>the steps</Text>}
				note="the note"
				prompt={prompt}
				hints={hints}
			>
				{Array.from({length: lines}, (_, index) => `line ${index + 1}`).map(line => (
					<Text key={line}>{line}</Text>
				))}
			</Frame>
		</LookContext>,
		{columns, rows},
	);
	return screen.text().split('\n');
};

for (const rows of [20, 24, 50]) {
	test(`a frame fills ${rows} rows, each thing at its place`, () => {
		const lines = open({rows});
		assert.equal(lines.length, rows);
		assert.match(lines[0] ?? '', /^ AppsAnywhere Analytics setup +nothing applied$/);
		assert.match(lines[1] ?? '', /^ the steps/);
		assert.match(lines[2] ?? '', /^─{80}$/);
		assert.match(lines[3] ?? '', /^ line 1/);
		assert.match(lines.at(-3) ?? '', /^ the note/);
		assert.match(lines.at(-2) ?? '', /^─{80}$/);
		assert.match(lines.at(-1) ?? '', /^ Enter next · Esc back$/);
	});
}

test('a long note is told whole, over the last lines, and covers no line by half', () => {
	const note = `Saved in /root/${'a long name '.repeat(8)}.html, for its owner only.`;
	const texts = Array.from({length: 18}, (_, index) => ({text: `line ${index + 1}.`}));
	screen = mount(
		<Frame title="A title" status="" note={note} hints={[['Esc', 'back']]}>
			<Scroll lines={texts} top={0} height={18} />
		</Frame>,
	);
	const lines = screen.text().split('\n');
	assert.equal(lines.length, 24);
	assert.deepEqual(
		lines.slice(3, 20).map(line => line.trim()),
		texts.slice(0, 17).map(({text}) => text),
	);
	assert.match(lines.slice(-4).join(' ').replaceAll(/\s+/g, ' '), /Saved .* only\. ─/);
});

test('content that is too long leaves the footer and the title where they are', () => {
	const lines = open({lines: 60});
	assert.equal(lines.length, 24);
	assert.match(lines[0] ?? '', /AppsAnywhere/);
	assert.match(lines.at(-1) ?? '', /Enter next/);
	assert.equal(lines.filter(line => line.startsWith(' line')).length, 24 - frameRows);
});

test('a long status does not push the title away, nor break the line', () => {
	const [first = '', second = ''] = open({
		status: `${'long.'.repeat(20)} nothing applied`,
	});
	assert.match(first, /^ AppsAnywhere Analytics setup .*nothing applied$/);
	assert.match(second, /the steps/);
});

test('a line to type in takes the place of the note, and moves nothing else', () => {
	const before = open();
	screen.unmount();
	const lines = open({prompt: <Text>what to find</Text>});
	assert.match(lines.at(-3) ?? '', /^ what to find/);
	assert.deepEqual(lines.toSpliced(-3, 1), before.toSpliced(-3, 1));
});

test('a terminal with few glyphs gets few glyphs', () => {
	const text = open({marks: asciiMarks}).join('\n');
	assert.match(text, /^-{80}$/m);
	assert.doesNotMatch(text, /\P{ASCII}/u);
});

for (const [columns, shown] of [
	[80, ' Enter next · ↑↓ move · Tab next · Esc back · ? help · Ctrl-C leave'],
	[66, ' Enter next · Tab next · Esc back · ? help · Ctrl-C leave'],
	[54, ' Enter next · Esc back · ? help · Ctrl-C leave'],
	[40, ' Enter next · Esc back · ? help'],
] as const) {
	test(`in ${columns} columns the footer leaves out what people try by themselves`, () => {
		const lines = open({
			columns,
			hints: [
				['Enter', 'next'],
				['↑↓', 'move'],
				['Tab', 'next'],
				['Esc', 'back'],
				['?', 'help'],
				['Ctrl-C', 'leave'],
			],
		});
		assert.equal(lines.at(-1), shown);
	});
}
