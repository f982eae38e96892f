import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, test} from 'node:test';
import {startTerminal, type Terminal} from '../helpers/terminal.js';
import {changePage} from './change-page.js';
import {keys} from './keys.js';
import {answerPage, pages, review, walk} from './walk.js';

// Under --root nothing of the machine is touched.
let root: string;
let terminal: Terminal;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'analytics-setup-'));
	terminal = startTerminal(process.execPath, ['dist/cli.js', '--root', root]);
});
afterEach(async () => {
	terminal.close();
	await terminal.exited;
	await rm(root, {recursive: true});
});

/** The page that is open, by the progress line: `Viewers`. */
const here = (title: string) => new RegExp(`● ${title}(?: |$)`, 'm');

test('every page forwards to the review, and by Esc all the way back', async () => {
	await walk(terminal, pages.length);
	for (const {title, answered} of pages.toReversed()) {
		terminal.type(keys.escape);
		await terminal.shows(here(title));
		await terminal.shows(answered);
	}

	terminal.type(keys.escape);
	await terminal.shows(/You answered 8 of 8 pages before/);
	terminal.type(keys.enter);
	await terminal.shows(review);
});

test('from the review to each page and back: the pointer is where it was', async () => {
	await walk(terminal, pages.length);
	for (const [index, {title, question}] of pages.entries()) {
		const line = new RegExp(`▸ +${index + 1} ${title} `);
		await changePage(terminal, title);
		await terminal.shows(question);
		assert.match(terminal.text(), here(title));
		terminal.type(keys.escape);
		await terminal.shows(line);
		await terminal.shows(review);
		assert.match(terminal.text(), line);
	}
});

test('an answer that is changed from the review is told there, and in the plan', async () => {
	await walk(terminal, pages.length);
	await changePage(terminal, 'Viewers');
	await terminal.shows(/Which networks/);
	terminal.type('10.77.0.0/16\r\r');
	await terminal.shows(/▸ +2 Viewers {3}10\.20\.0\.0\/16, 10\.77\.0\.0\/16/);
	await terminal.shows(review);
	terminal.type('/10.77.0.0/16 may');
	await terminal.shows(/▸ \+ 10\.20\.0\.0\/16, 10\.77\.0\.0\/16 may reach 9999\/tcp/);
});

test('over the progress line to an earlier page, and by Esc to where one was', async () => {
	await walk(terminal, 4);
	await terminal.shows(here('SQL'));
	terminal.type('mssql');
	await terminal.shows(/Host +mssql/);
	terminal.type(keys.up);
	await terminal.shows(/Enter go to/);
	terminal.type(keys.left.repeat(3));
	terminal.type(keys.enter);
	await terminal.shows(/Which networks/);
	terminal.type(keys.escape);
	await terminal.shows(/Where is the SQL Server[\s\S]*Host +mssql/);
});

test('over the progress line an answer is changed, and one goes on where one was', async () => {
	await walk(terminal, 4);
	terminal.type(keys.up);
	await terminal.shows(/Enter go to/);
	terminal.type(keys.left.repeat(4));
	terminal.type(keys.enter);
	await terminal.shows(/What is the name of this server/);
	terminal.type(`${keys.clear}other.uni.edu\r`);
	await terminal.shows(here('SQL'));
	for (const index of [4, 5, 6, 7]) {
		await answerPage(terminal, index);
	}

	await terminal.shows(/1 Server +other\.uni\.edu/);
});

test('the raw rules are one key away, can be searched, and the same key closes them', async () => {
	await walk(terminal, pages.length);
	terminal.type('r');
	await terminal.shows(/Raw rules[\s\S]*ruleset\.nft/);
	terminal.type('/dport 9999');
	await terminal.shows(/Find dport 9999 +1 of[\s\S]*Esc end the search/);
	terminal.type(keys.escape);
	await terminal.shows(/Esc back/);
	terminal.type('r');
	await terminal.shows(/What you answered/);
});

test('no digit does anything in the review', async () => {
	await walk(terminal, pages.length);
	terminal.type('1234567');
	terminal.type('?');
	await terminal.shows(/The review shows everything/);
});
