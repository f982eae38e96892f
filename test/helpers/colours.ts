import type {IBufferCell} from '@xterm/headless';

export const paper = '#1b1f27';
export const ink = '#d7dae0';

const palette = [
	...[
		'#4b5263',
		'#e06c75',
		'#98c379',
		'#e5c07b',
		'#61afef',
		'#c678dd',
		'#56b6c2',
		'#c8ccd4',
	],
	...[
		'#7b8394',
		'#ff8790',
		'#b5e890',
		'#ffd68a',
		'#8cc8ff',
		'#e09bf2',
		'#7fd9e5',
		'#ffffff',
	],
];

const levels = [0, 95, 135, 175, 215, 255];

/** The colours of a cell's text and of its ground, as they meet the eye. */
export function coloursOf(cell: IBufferCell) {
	const text = cell.isFgRGB()
		? rgb(cell.getFgColor())
		: cell.isFgPalette()
			? paletteColour(cell.getFgColor())
			: ink;
	const ground = cell.isBgRGB()
		? rgb(cell.getBgColor())
		: cell.isBgPalette()
			? paletteColour(cell.getBgColor())
			: paper;
	return cell.isInverse() ? {text: ground, ground: text} : {text, ground};
}

/** One of the 256 colours: 16 named ones, a cube of 216, and 24 greys. */
function paletteColour(number: number) {
	if (number < 16) {
		return palette[number] ?? ink;
	}

	if (number > 231) {
		const grey = 8 + (number - 232) * 10;
		return rgb(grey * 0x01_01_01);
	}

	const [red = 0, green = 0, blue = 0] = [36, 6, 1].map(
		step => levels[Math.floor((number - 16) / step) % 6],
	);
	return rgb(red * 0x1_00_00 + green * 0x1_00 + blue);
}

const rgb = (number: number) => `#${number.toString(16).padStart(6, '0')}`;
