import assert from 'node:assert/strict';
import {test} from 'node:test';
import xterm from '@xterm/headless';
import fc from 'fast-check';
import type {Pen} from '../../../source/wizard/terminal/pen.js';
import {renderChanges} from '../../../source/wizard/terminal/render-changes.js';
import {readFrame, type Screen} from '../../../source/wizard/terminal/screen.js';

const size = {columns: 20, rows: 5};
const nothing: Screen = {lines: [], cursor: undefined};
const start: Pen = {at: {row: 0, column: 0}, style: '', isCursorShown: true};
const read = (frame: string) => readFrame(frame, size, true);

/** What a terminal shows, cell by cell, with the cursor's place. */
function seen({buffer: {active}}: xterm.Terminal) {
	const rows = Array.from({length: size.rows}, (_, row) => active.getLine(row));
	return {
		cursor: [active.cursorY, active.cursorX],
		cells: rows.map(line =>
			Array.from({length: size.columns}, (_, column) => {
				const cell = line?.getCell(column);
				const text = cell?.getChars() || ' ';
				const style = [cell?.isBold(), cell?.isDim(), cell?.getFgColor()];
				return [text, cell?.isInverse(), ...(text === ' ' ? [] : style)].join();
			}),
		),
	};
}

function terminal() {
	const screen = new xterm.Terminal({
		cols: size.columns,
		rows: size.rows,
		allowProposedApi: true,
	});
	const send = (text: string) =>
		new Promise<void>(resolve => {
			screen.write(text, resolve);
		});
	return {screen, send};
}

const piece = fc.oneof(
	fc.string({maxLength: 8}),
	fc.constantFrom(' ', '    ', '✓', '○ ', '字'),
	fc
		.tuple(
			fc.constantFrom(
				'\u001B[1m',
				'\u001B[2m',
				'\u001B[31m',
				'\u001B[1m\u001B[32m',
				'\u001B[7m',
			),
			fc.string({maxLength: 5}),
		)
		.map(([style, text]) => `${style}${text}\u001B[22m\u001B[27m\u001B[39m`),
);
const line = fc.array(piece, {maxLength: 4}).map(pieces => pieces.join(''));
const frame = fc.array(line, {maxLength: size.rows}).map(lines => lines.join('\n'));

test('whatever is shown after whatever else looks as if it were drawn alone', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(frame, {minLength: 2, maxLength: 5}), async frames => {
			const one = terminal();
			let shown = nothing;
			let pen = start;
			for (const next of frames.map(read)) {
				const stroke = renderChanges(shown, next, size, pen);
				await one.send(stroke.text);
				shown = next;
				pen = stroke.pen;
			}

			const other = terminal();
			await other.send(renderChanges(nothing, shown, size, start).text);
			assert.deepEqual(seen(one.screen).cells, seen(other.screen).cells);
		}),
		{numRuns: 200},
	);
});

const cursor = (text: string) => `\u001B[4m\u001B[7m${text}\u001B[27m\u001B[24m`;
const changes = (before: string, after: string, columns = 80) => {
	const wide = {columns, rows: 24};
	const from = readFrame(before, wide, true);
	const pen = {...start, at: from.cursor};
	return renderChanges(from, readFrame(after, wide, true), wide, pen).text;
};

for (const [name, before, after, sent] of [
	[
		'a character typed at the end',
		`Host ab${cursor(' ')}`,
		`Host abc${cursor(' ')}`,
		'c',
	],
	[
		'one taken away at the end',
		`Host abc${cursor(' ')}`,
		`Host ab${cursor(' ')}`,
		'\b\u001B[K',
	],
	['the cursor one to the left', `Host ab${cursor(' ')}`, `Host a${cursor('b')}`, '\b'],
	['nothing', `Host ab${cursor(' ')}`, `Host ab${cursor(' ')}`, ''],
] as const) {
	test(`for ${name}, ${sent.length} bytes are sent`, () => {
		assert.equal(changes(before, after), sent);
	});
}

test('a busy indicator far from the cursor is drawn in few bytes, and leaves it there', () => {
	const busy = (mark: string) => `Host ab${cursor(' ')}\n\n\n${mark} looking`;
	const text = changes(busy('-'), busy('\\'));
	assert.ok(text.length <= 16, JSON.stringify(text));
});

test('without a cursor in the frame, the terminal shows none', () => {
	assert.ok(changes(`a${cursor('b')}`, 'ab').endsWith('\u001B[?25l'));
});

test('between bold and plain words the rendition is switched once', () => {
	const bold = (text: string) => `\u001B[1m${text}\u001B[22m`;
	const text = changes('', `${bold('Esc')} back`);
	assert.equal(text, '\u001B[H\u001B[1mEsc \u001B[mback\u001B[?25l');
});

test('what is taken away after bold text needs no switch before it', () => {
	const bold = (text: string) => `\u001B[1m${text}\u001B[22m`;
	const text = changes(`${bold('a')} and more`, bold('b'));
	assert.equal(text, '\u001B[H\u001B[1mb\u001B[K\u001B[m\u001B[?25l');
});

test('a blank after inverse text is not inverse', () => {
	const text = changes('xyz', '\u001B[7ma\u001B[27m b');
	assert.equal(text, '\u001B[H\u001B[7ma\u001B[m b\u001B[?25l');
});
