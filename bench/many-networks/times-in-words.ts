import {inFigures} from '../../source/in-figures.js';
import type {WorkTimes} from './work.js';

const headings = [
	...['networks', 'compile', 'explain a packet', 'save and read'],
	...['nft -c', 'load', 'read back', 'peak memory'],
];

/** How each thing grows with the number of networks, as a table of Markdown. */
export function timesInWords(
	curve: ReadonlyArray<readonly [count: number, times: WorkTimes]>,
): string {
	const lines = [headings, headings.map(() => '--:'), ...curve.map(cellsOf)];
	return `\nTime and memory by the number of viewers' networks, each in a process of its own; beyond 100,000 the kernel is left alone:\n\n${lines
		.map(cells => `| ${cells.join(' | ')} |\n`)
		.join('')}`;
}

function cellsOf([count, times]: readonly [
	count: number,
	times: WorkTimes,
]): readonly string[] {
	const {compile, explain, save, kernel, peak} = times;
	return [
		inFigures(count),
		inMilliseconds(compile),
		// A thousand were asked about.
		`${explain.toFixed(1)} µs`,
		inMilliseconds(save),
		...[kernel?.check, kernel?.load, kernel?.readBack].map(inMilliseconds),
		`${Math.round(peak)} MB`,
	];
}

function inMilliseconds(time: number | undefined): string {
	return time === undefined ? '' : `${time.toFixed(time < 10 ? 1 : 0)} ms`;
}
