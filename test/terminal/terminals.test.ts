import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, test} from 'node:test';
import {until} from '../helpers/screen.js';
import {startTerminal, type Terminal} from '../helpers/terminal.js';
import {keys} from './keys.js';
import {type Documented, unknownIn} from './known-sequences.js';
import {answerPage, pages, review} from './walk.js';

// The whole way forwards and back, on each kind of terminal and in each size.
let root: string;
let terminal: Terminal;
let sent = '';
/** What stood on the screen each time that it was erased: whole, as the frame before has ended. */
let erased: string[] = [];

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'analytics-setup-'));
	sent = '';
	erased = [];
});
afterEach(async () => {
	terminal.close();
	await terminal.exited;
	await rm(root, {recursive: true});
});

/** Where nothing can be reached, whatever is tried in the background is answered at once. */
const withoutNetwork = process.getuid?.() === 0 ? ['unshare', '--net'] : [];

function open(name: string, columns: number, rows: number): Terminal {
	const [file = '', ...arguments_] = [
		...withoutNetwork,
		...[process.execPath, 'dist/cli.js', '--root', root],
	];
	const opened = startTerminal(file, arguments_, {
		...{name, columns, rows},
		onOutput(data) {
			sent += data;
		},
	});
	const {parser} = opened.screen;
	parser.registerCsiHandler({final: 'J'}, () => {
		erased.push(opened.text());
		return false;
	});
	if (withoutAlternate.includes(name)) {
		for (const final of ['h', 'l']) {
			parser.registerCsiHandler({prefix: '?', final}, modes => modes.includes(1049));
		}
	}

	return opened;
}

/** The others have xterm's alternate screen, which brings back what stood there before. */
const withoutAlternate = ['linux', 'vt220'];

/** Every page has all its lines, and nothing on it is left from the page before. */
async function lookAt(title: string): Promise<void> {
	await terminal.shows(/^(?![\s\S]*trying)/);
	const [text, again] = await drawnAnewAfter(() => terminal.type('\f'));
	const lines = text.split('\n').map(line => line.trimEnd());
	const [heading = '', progress = ''] = lines;
	const footer = lines.at(-1) ?? '';
	assert.match(heading, /^ AppsAnywhere Analytics setup .*\S only files$/);
	assert.match(progress, new RegExp(`[●>] ${title}(?: |$)`));
	assert.match(footer, /^ Enter .* Esc back/);
	assert.doesNotMatch(footer, /…|\.\.\./);
	assert.equal(lines.length, terminal.screen.rows);
	for (const rule of [lines[2], lines.at(-2)]) {
		assert.match(rule ?? '', new RegExp(`^[─-]{${terminal.screen.cols}}$`));
	}

	assert.equal(again, text);
}

/** The page as it stood, and as it was drawn from its first line to its footer after an erasure. */
async function drawnAnewAfter(act: () => void): Promise<readonly [string, string]> {
	const before = erased.length;
	act();
	await until(
		() => erased.length > before,
		() => 'never drawn anew',
	);
	await terminal.shows(/\n Enter .*Esc back.*$/);
	return [erased[before] ?? '', terminal.text()];
}

const resizeTo = (columns: number, rows: number) =>
	drawnAnewAfter(() => terminal.resize(columns, rows));

for (const [name, columns, rows, other] of [
	['linux', 80, 24, [60, 20]],
	['vt220', 80, 24, [132, 50]],
	['vt220', 132, 50, [80, 24]],
	['screen', 60, 20, [132, 50]],
	['xterm', 132, 50, [60, 20]],
	['xterm-256color', 60, 20, [80, 24]],
	['xterm-256color', 80, 24, [100, 30]],
] as const) {
	test(`${name}, ${columns} by ${rows}: every page forwards and back, with a resize between`, async () => {
		terminal = open(name, columns, rows);
		await terminal.shows(/Enter begin/);
		terminal.type(keys.enter);
		for (const [index, {title, question}] of pages.entries()) {
			await terminal.shows(question);
			await lookAt(title);
			if (title === 'Support') {
				const [otherColumns, otherRows] = other;
				await resizeTo(otherColumns, otherRows);
				await lookAt(title);
				await resizeTo(columns, rows);
				await lookAt(title);
			}

			await answerPage(terminal, index);
		}

		await terminal.shows(review);
		for (const {title, question, answered} of pages.toReversed()) {
			terminal.type(keys.escape);
			await terminal.shows(question);
			await terminal.shows(answered);
			await lookAt(title);
		}

		terminal.type(keys.interrupt);
		await terminal.shows(/Leave the setup\?/);
		terminal.type(keys.enter);
		assert.equal(await terminal.exited, 130);
		assertGivenBack(name);
		if (isDocumented(name)) {
			assert.deepEqual(unknownIn(sent, name), []);
		}
	});
}

function isDocumented(name: string): name is Documented {
	return ['linux', 'vt220', 'screen'].includes(name);
}

/** The cursor is seen, and pastes are keys again; the last screen stays where it can. */
function assertGivenBack(name: string): void {
	const {modes, buffer} = terminal.screen;
	assert.ok(terminal.isCursorVisible());
	assert.equal(modes.bracketedPasteMode, false);
	assert.equal(buffer.active.type, 'normal');
	if (withoutAlternate.includes(name)) {
		assert.match(terminal.text(), /Leave the setup\?/);
		assert.equal(buffer.active.cursorY, terminal.screen.rows - 1);
	} else {
		assert.doesNotMatch(terminal.text(), /Leave the setup\?/);
	}
}
