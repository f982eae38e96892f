import process from 'node:process';
import {styleText} from 'node:util';
import {type Marks, marksFor} from '../reports/marks.js';
import type {CommonFlags} from './flags.js';
import {progressStyle, tellEvent} from './progress.js';
import type {ToldFailure} from './progress-event.js';

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

/** Messages about the work go to stderr, as events where those are asked for. */
export function tell(message: string): void {
	if (progressStyle === 'json') {
		tellEvent({event: 'message', message});
	} else {
		process.stderr.write(`${message}\n`);
	}
}

/** What went wrong goes to stderr too: a result on stdout is always a whole one. */
export function tellFailure(failure: ToldFailure): void {
	if (progressStyle === 'json') {
		tellEvent({event: 'failure', ...failure});
	} else {
		tell([failure.message, ...failure.remedies].join('\n'));
	}
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
	return Math.min(100, Math.max(60, process.stdout.columns || 80));
}
