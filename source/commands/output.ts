import process from 'node:process';
import {styleText} from 'node:util';
import {type Marks, marksFor} from '../reports/marks.js';
import type {CommonFlags} from './flags.js';

/** Results go to stdout. */
export function print(text: string): void {
	process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function printJson(value: unknown): void {
	print(JSON.stringify(value, undefined, 2));
}

/** One of many values, on a line of its own. */
export function printJsonLine(value: unknown): void {
	print(JSON.stringify(value));
}

/** Messages about the work go to stderr. */
export function tell(text: string): void {
	process.stderr.write(`${text}\n`);
}

export function marksForOutput({ascii}: CommonFlags): Marks {
	return marksFor(ascii === true, process.env);
}

/** Makes a line stand out where colours are allowed; elsewhere it stays as it is. */
export function highlighterFor({color}: CommonFlags): (line: string) => string {
	const {stdout} = process;
	return color && stdout.isTTY && stdout.hasColors()
		? line => styleText('bold', line, {validateStream: false})
		: line => line;
}

/** As wide as the terminal, between 60 and 100 columns; 80 where there is none. */
export function outputWidth(): number {
	return Math.min(100, Math.max(60, process.stdout.columns ?? 80));
}
