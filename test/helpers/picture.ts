import {existsSync} from 'node:fs';
import {Resvg} from '@resvg/resvg-js';
import type {IBufferCell, Terminal} from '@xterm/headless';
import {coloursOf, ink, paper} from './colours.js';

const cellWidth = 10;
const cellHeight = 19;
const margin = 16;
// DejaVu Sans Mono is 1233/2048 of its size wide: this size fills a cell, and its
// box-drawing characters, taller than a cell, join up.
const fontSize = cellWidth / (1233 / 2048);
const baseline = 15;
const fontFolder = '/usr/share/fonts/truetype/dejavu';

type Cell = {
	readonly x: number;
	readonly width: number;
	readonly text: string;
	readonly ground: string;
	/** Everything but the place, as attributes of SVG. */
	readonly style: string;
	readonly isUnderlined: boolean;
};

export type PictureOptions = {readonly isCursorVisible?: boolean};

/** What a terminal shows, as SVG. */
export function pictureOf(
	screen: Terminal,
	{isCursorVisible = true}: PictureOptions = {},
): string {
	const {active} = screen.buffer;
	const width = screen.cols * cellWidth + 2 * margin;
	const height = screen.rows * cellHeight + 2 * margin;
	const rows = Array.from({length: screen.rows}, (_, row) => {
		const isCursorHere =
			isCursorVisible && active.baseY + active.cursorY === active.viewportY + row;
		const cells = cellsOf(screen, row, isCursorHere ? active.cursorX : -1);
		return rowOf(cells, margin + row * cellHeight);
	});
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
		`<rect width="${width}" height="${height}" rx="8" fill="${paper}"/>`,
		`<g font-family="'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="${fontSize.toFixed(3)}">`,
		...rows.flat(),
		'</g>',
		'</svg>',
		'',
	].join('\n');
}

/** A picture as PNG, twice as large as it says, with no fonts but DejaVu. */
export function pngOf(svg: string): Buffer {
	if (!existsSync(fontFolder)) {
		throw new Error('No DejaVu fonts are here. Install "fonts-dejavu-core".');
	}

	const image = new Resvg(svg, {
		fitTo: {mode: 'zoom', value: 2},
		font: {
			fontDirs: [fontFolder],
			loadSystemFonts: false,
			defaultFontFamily: 'DejaVu Sans Mono',
		},
	});
	return image.render().asPng();
}

function cellsOf(screen: Terminal, row: number, cursorColumn: number): readonly Cell[] {
	const line = screen.buffer.active.getLine(screen.buffer.active.viewportY + row);
	return Array.from({length: screen.cols}, (_, column) => {
		const cell = line?.getCell(column);
		return cell && cell.getWidth() > 0
			? [drawn(cell, column, column === cursorColumn)]
			: [];
	}).flat();
}

function drawn(cell: IBufferCell, column: number, isCursor: boolean): Cell {
	const {text, ground} = isCursor ? {text: paper, ground: ink} : coloursOf(cell);
	const style = [
		`fill="${text}"`,
		cell.isBold() && 'font-weight="bold"',
		cell.isItalic() && 'font-style="italic"',
		cell.isDim() && 'opacity="0.6"',
	];
	return {
		x: margin + column * cellWidth,
		width: cell.getWidth() * cellWidth,
		text: cell.isInvisible() ? '' : cell.getChars().trim(),
		ground,
		style: style.filter(Boolean).join(' '),
		isUnderlined: Boolean(cell.isUnderline()),
	};
}

function rowOf(cells: readonly Cell[], y: number): readonly string[] {
	return [
		...runsOf(
			cells.filter(({ground}) => ground !== paper),
			({ground}) => ground,
		).map(run => bar(run, y, cellHeight, `fill="${run[0].ground}"`)),
		...runsOf(
			cells.filter(({isUnderlined}) => isUnderlined),
			({style}) => style,
		).map(run => bar(run, y + baseline + 2, 1, run[0].style)),
		...runsOf(
			cells.filter(({text}) => text !== ''),
			// Two characters in one cell cannot stand in a list of places.
			({style, text, x}) => (text.length > 1 ? `${x}` : style),
		).map(run => words(run, y + baseline)),
	];
}

type Run = readonly [Cell, ...Cell[]];

/** Neighbours that look the same, together. */
function runsOf(cells: readonly Cell[], looks: (cell: Cell) => string): readonly Run[] {
	const runs: Array<[Cell, ...Cell[]]> = [];
	for (const cell of cells) {
		const run = runs.at(-1);
		const last = run?.at(-1);
		if (run && last && last.x + last.width === cell.x && looks(last) === looks(cell)) {
			run.push(cell);
		} else {
			runs.push([cell]);
		}
	}

	return runs;
}

function bar(run: Run, y: number, height: number, style: string) {
	const width = run.reduce((sum, cell) => sum + cell.width, 0);
	return `<rect x="${run[0].x}" y="${y}" width="${width}" height="${height}" ${style} shape-rendering="crispEdges"/>`;
}

function words(run: Run, y: number) {
	const [{style, text}] = run;
	const places = text.length > 1 ? run[0].x : run.map(({x}) => x).join(' ');
	return `<text x="${places}" y="${y}" ${style}>${run.map(cell => escaped(cell.text)).join('')}</text>`;
}

const escaped = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
