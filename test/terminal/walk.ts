import {until} from '../helpers/screen.js';
import type {Terminal} from '../helpers/terminal.js';
import {keys} from './keys.js';

/** A page of the wizard, and how it is answered. */
export type Page = {
	readonly title: string;
	readonly question: RegExp;
	readonly answer: string;
	/** What it shows of the answer, whenever one comes back. */
	readonly answered: RegExp;
};

/** Every page, answered in addresses only, so that no name has to be resolved. */
export const pages: readonly Page[] = [
	{
		title: 'Server',
		question: /What is the name of this server/,
		answer: `${keys.clear}analytics.uni.edu\r`,
		answered: /^ analytics\.uni\.edu *$/m,
	},
	{
		title: 'Viewers',
		question: /Which networks do the Analytics viewers use/,
		answer: '10.20.0.0/16\r\r',
		answered: /10\.20\.0\.0\/16 +65,536 addresses/,
	},
	{
		title: 'Servers',
		question: /Which are your AppsAnywhere servers/,
		answer: '10.30.0.10\r\r',
		answered: /^ +10\.30\.0\.10/m,
	},
	{
		title: 'Support',
		question: /Who may log in to this server over SSH/,
		answer: '\r10.40.0.0/24\r\r',
		answered: /10\.40\.0\.0\/24 +256 addresses/,
	},
	{
		title: 'SQL',
		question: /Where is the SQL Server/,
		answer: '10.60.0.11\r\r\r\r',
		answered: /Host +10\.60\.0\.11/,
	},
	{
		title: 'Mail',
		question: /Through which mail relay/,
		answer: '10.61.0.25\r\r\r',
		answered: /Relay +10\.61\.0\.25/,
	},
	{
		title: 'Time',
		question: /How does this server reach time servers/,
		answer: '\r\r',
		answered: /^ Time servers +\S+\./m,
	},
	{
		title: 'Outbound',
		question: /Which connections may this server open itself/,
		answer: '\r',
		answered: /only the listed ports, to any address/,
	},
];

/** The rules are worked out. */
export const review = /A (?:apply|write) /;

/** From the welcome to the page after as many pages as are told. */
export async function walk(terminal: Terminal, count: number): Promise<void> {
	await terminal.shows(/Enter begin/);
	terminal.type(keys.enter);
	for (const index of pages.slice(0, count).keys()) {
		await answerPage(terminal, index);
	}
}

/** Answers a page, and waits for the one after it. */
export async function answerPage(
	terminal: Terminal,
	index: number,
	answer = pages[index]?.answer ?? '',
): Promise<void> {
	const page = pages[index];
	const next = pages[index + 1]?.question ?? review;
	if (page !== undefined) {
		await terminal.shows(page.question);
		terminal.type(answer);
		await goOn(terminal, next);
	}
}

/** What fails in the network may be kept with a reason, which is asked for last: none is given. */
async function goOn(terminal: Terminal, next: RegExp): Promise<void> {
	const isAskedWhy = () => lineOfCursor(terminal).startsWith(' Kept because');
	await until(
		() => next.test(terminal.text()) || isAskedWhy(),
		() => `never went on to ${next}\nthe screen:\n${terminal.text()}`,
		10_000,
	);
	if (isAskedWhy()) {
		terminal.type(keys.enter);
	}

	await terminal.shows(next);
}

function lineOfCursor({screen, text}: Terminal): string {
	return text().split('\n')[screen.buffer.active.cursorY] ?? '';
}
