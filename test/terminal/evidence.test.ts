import assert from 'node:assert/strict';
import {lstat, mkdir, mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, test} from 'node:test';
import {execa} from 'execa';
import {exampleAnswers} from '../helpers/recorded-machine.js';
import type {Terminal} from '../helpers/terminal.js';
import {answerLines} from './answer-lines.js';
import {choose} from './choose.js';
import {keys} from './keys.js';
import {ownRoot} from './own-root.js';

// What is collected is of the machine that the tests run on; it is only looked at.
const {inside, wizard} = ownRoot();
let home = '';

beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), 'analytics-setup-home-'));
	const folder = inside('etc/analytics-setup');
	await mkdir(folder, {recursive: true});
	// The list of the vendor has uni.edu in it already.
	const answers = JSON.stringify(exampleAnswers).replaceAll('uni.edu', 'campus.example');
	await writeFile(join(folder, 'config.json'), answers, {mode: 0o600});
});
afterEach(() => rm(home, {recursive: true}));

/** All that can take long is cut off by its own limit. */
const longest = 60_000;

const collecting = async () => {
	const terminal = wizard({env: {HOME: home}});
	await choose(terminal, 'Collect evidence for support');
	await terminal.shows(/N hide names/);
	return terminal;
};
const saveAs = async (terminal: Terminal, path: string) => {
	await terminal.shows(/S save/, longest);
	terminal.type('s');
	await terminal.shows(/Save as/);
	terminal.type(`${keys.clear}${path}\r`);
	await terminal.shows(/Saved in/);
};

/** The files in an archive, below its one folder. */
const filesIn = async (path: string) => {
	const {stdout} = await execa('tar', ['--list', '--gzip', '--file', path]);
	return stdout
		.split('\n')
		.map(file => file.slice(file.indexOf('/') + 1))
		.filter(file => file !== '' && !file.endsWith('/'))
		.toSorted();
};

test('all that is listed is saved, as the command saves it, and only for its owner', async () => {
	const terminal = await collecting();
	await saveAs(terminal, '~/for support.tar.gz');
	const [, count = ''] = /(\d+) items, .* not written yet/.exec(terminal.text()) ?? [];
	const path = join(home, 'for support.tar.gz');
	const {mode} = await lstat(path);
	assert.equal(mode & 0o777, 0o600);
	assert.deepEqual(await readdir(home), ['for support.tar.gz']);
	const files = await filesIn(path);
	assert.ok(files.length >= Number(count), `${count} items, ${files.join(', ')}`);
	const other = join(home, 'other.tar.gz');
	await execa(process.execPath, [
		...['dist/cli.js', 'support-bundle', '--root', inside(), '--output', other],
	]);
	assert.deepEqual(await filesIn(other), files);
});

test('names and addresses are hidden when somebody says so', async () => {
	const terminal = await collecting();
	await terminal.shows(/S save/, longest);
	terminal.type('n');
	await terminal.shows(/replaced by tokens[\s\S]*N show names/);
	await saveAs(terminal, 'hidden.tar.gz');
	const {stdout} = await execa('tar', [
		...['--extract', '--to-stdout', '--gzip', '--file', join(home, 'hidden.tar.gz')],
	]);
	assert.ok(stdout.length > 1000);
	const told = /^.*(?:campus\.example|10\.40\.0\.0).*$/m.exec(stdout);
	assert.equal(told?.[0], undefined);
});

test('Esc calls it off, and nothing is left behind', async () => {
	const terminal = await collecting();
	terminal.type(keys.escape);
	await terminal.shows(/Look at the settings/);
	assert.deepEqual(await readdir(home), []);
});

test('a line that drops while it is collected leaves nothing behind', async () => {
	const before = await readdir(tmpdir());
	const terminal = await collecting();
	terminal.close();
	await terminal.exited;
	assert.deepEqual(await readdir(home), []);
	const added = (await readdir(tmpdir())).filter(
		name => !before.includes(name) && /evidence|bundle/.test(name),
	);
	assert.deepEqual(added, []);
});

test('a second session sees the list as the first one does', async () => {
	const terminal = await collecting();
	const second = wizard({env: {HOME: home}});
	await second.shows(/Collect evidence for support[\s\S]*read-only/);
	await terminal.shows(/not written yet/, longest);
	await second.shows(/not written yet/);
});

test('in plain lines each item is told, and all of it is saved', async () => {
	const terminal = wizard({env: {HOME: home}, rows: 80}, ['--plain']);
	await terminal.shows(/(\d): Collect evidence for support/);
	const [, number = ''] =
		/(\d): Collect evidence for support/.exec(terminal.text()) ?? [];
	await answerLines(terminal, 'Number', number);
	await terminal.shows(/In all \d+ items, \d+ [KM]B\. Nothing is written yet\./, longest);
	assert.match(terminal.text(), /The answers: .* (?:KB|bytes)\./);
	await answerLines(terminal, 'What next', 'save');
	await answerLines(terminal, 'Save as', '~/plain.tar.gz');
	await terminal.shows(/Saved in/);
	assert.ok((await filesIn(join(home, 'plain.tar.gz'))).length > 10);
});
