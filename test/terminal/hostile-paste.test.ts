import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {beforeEach, test} from 'node:test';
import type {Terminal} from '../helpers/terminal.js';
import {keys, pasted} from './keys.js';
import {unknownIn} from './known-sequences.js';
import {ownRoot} from './own-root.js';
import {answerPage, pages, review, walk} from './walk.js';

// What a web page may have put into somebody's clipboard, pasted into every kind of field.
const {inside, wizard} = ownRoot();
let terminal: Terminal;
let sent = '';
let titles: string[] = [];

beforeEach(() => {
	sent = '';
	titles = [];
	// A terminal whose document says what may be sent to it.
	terminal = wizard({
		name: 'screen',
		onOutput(data) {
			sent += data;
		},
	});
	terminal.screen.onTitleChange(title => titles.push(title));
});

/** Each between two letters, so that the paste can be seen to have come. */
const hostile = [
	'\u001B]52;c;cm0gLXJmIC8=\u0007', // the clipboard
	'\u001B]0;another title\u0007',
	'\u001B]0;another title\u001B\\',
	'\u001BP+q544E\u001B\\', // DCS: asks for a capability
	'\u001B[6n', // asks where the cursor is
	'\u001B[2J\u001B[H',
	'\u001B[?1049l\u001Bc',
	'\u009B2J\u009D0;another title\u009C',
	'\u0000\u0007\u0008\u000B\u007F\u0003',
	'\u202E\u2066\u061C', // turn the text round
	'\u200B\u2060\uFEFF\u00AD', // are not seen
];
const paste = pasted(`${hostile.map(text => `h${text}`).join('')}zzz`);

/** Only what a terminal has a name for, of what our own writer sends; no erasing but its own. */
function assertHarmless(since: string): void {
	assert.deepEqual(unknownIn(since, 'screen'), []);
	assert.deepEqual(titles, []);
	assert.ok(!since.includes('\u001B[2J'), 'the screen was erased');
}

for (const [kind, index, before] of [
	['a text', 0, keys.clear],
	['a list', 1, ''],
	['a list, over an entry that is corrected', 1, `10.20.0.0/16\r${keys.up}\r`],
	['a search', 1, '10.20.0.0/16\r/'],
	['the name of a file', 1, '\u000F'],
	['the host of an SQL Server', 4, ''],
	['a named instance', 4, `10.60.0.11\r\r`],
	['a web proxy', 6, '\r'],
] as const) {
	test(`pasted into ${kind}, nothing of it reaches the terminal`, async () => {
		await walk(terminal, index);
		const page = pages[index] ?? assert.fail(kind);
		await terminal.shows(page.question);
		terminal.type(before);
		sent = '';
		terminal.type(paste);
		await terminal.shows(/zzz/);
		assertHarmless(sent);
	});
}

test('pasted where nothing is typed, nothing of it does anything', async () => {
	await walk(terminal, 3);
	await terminal.shows(/▸ open/);
	const before = terminal.text();
	sent = '';
	terminal.type(paste + keys.down + keys.up);
	await terminal.shows(/▸ open/);
	assert.equal(terminal.text(), before);
	assertHarmless(sent);
});

test('from a terminal that does not tell a paste from keys, nothing unseen comes through', async () => {
	await walk(terminal, 0);
	await terminal.shows(/What is the name/);
	sent = '';
	terminal.type(`${keys.clear}h\u202Eh\u2066h\u200Bzzz`);
	await terminal.shows(/^ hhhzzz/m);
	assertHarmless(sent);
});

test('what is not seen in an answer is neither in the review nor in what is saved', async () => {
	const unseen = '\u202E\u200B\u2066\u0007\u009B\u001B';
	const soiled = (answer: string) =>
		answer.replaceAll(/[\w./]{2,}/g, text =>
			pasted(text[0] + unseen + text.slice(1) + unseen),
		);
	await terminal.shows(/Enter begin/);
	terminal.type(keys.enter);
	for (const [index, page] of pages.entries()) {
		await answerPage(terminal, index, soiled(page.answer));
	}

	await terminal.shows(review);
	terminal.type('s');
	await terminal.shows(/Saved, and nothing applied/);
	assertHarmless(sent.slice(sent.indexOf('Server')));
	const saved = await readFile(inside('etc/analytics-setup/config.json'), 'utf8');
	assert.doesNotMatch(saved.replaceAll(/[\n\t]/g, ''), /\p{C}|\\u/u);
	const {server, viewers, sql} = JSON.parse(saved);
	assert.deepEqual(server, {hostname: 'analytics.uni.edu'});
	assert.deepEqual(viewers, {subnets: ['10.20.0.0/16']});
	assert.equal(sql.host, '10.60.0.11');
});
