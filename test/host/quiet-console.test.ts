import assert from 'node:assert/strict';
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, test} from 'node:test';
import {quietConsole} from '../../source/host/quiet-console.js';

let root: string;
let told: boolean[];
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'analytics-setup-'));
	told = [];
	await mkdir(join(root, 'proc/sys/kernel'), {recursive: true});
	await writeFile(join(root, 'proc/sys/kernel/printk'), '7\t4\t1\t7\n');
});
afterEach(() => rm(root, {recursive: true}));

const levels = () => readFile(join(root, 'proc/sys/kernel/printk'), 'utf8');

/** A console, and a systemd that writes down what it is told. */
const consoleOf = (name: string, isShown = true) =>
	quietConsole({
		root,
		run: join(root, 'run/analytics-setup'),
		name,
		status: {
			isShown: async () => told.at(-1) ?? isShown,
			show: value => told.push(value),
		},
	});

test('only emergencies of the kernel are shown, and no status of systemd, until it is released', async () => {
	const tty1 = consoleOf('tty1');
	await tty1.hush();
	assert.equal(await levels(), '1\t4\t1\t7\n');
	assert.deepEqual(told, [false]);
	await tty1.release();
	assert.equal(await levels(), '7\t4\t1\t7\n');
	assert.deepEqual(told, [false, true]);
	assert.deepEqual(await readdir(join(root, 'run/analytics-setup')), []);
});

test('status messages that were off before stay off', async () => {
	const tty1 = consoleOf('tty1', false);
	await tty1.hush();
	await tty1.release();
	assert.deepEqual(told, [false, false]);
});

test('it stays quiet until the last console is released', async () => {
	const [tty1, serial] = [consoleOf('tty1'), consoleOf('pts/3')];
	await tty1.hush();
	await serial.hush();
	await tty1.release();
	assert.equal(await levels(), '1\t4\t1\t7\n');
	await serial.release();
	assert.equal(await levels(), '7\t4\t1\t7\n');
	assert.equal(told.at(-1), true);
});

test('another process may release it after it was killed, also more than once', async () => {
	await consoleOf('tty1').hush();
	await consoleOf('tty1').release();
	await writeFile(join(root, 'proc/sys/kernel/printk'), '3\t4\t1\t7\n');
	await consoleOf('tty1').release();
	assert.equal(await levels(), '3\t4\t1\t7\n');
});

test('a console that was killed and opens again does not take the quiet for what was before', async () => {
	await consoleOf('tty1').hush();
	await consoleOf('tty1').hush();
	await consoleOf('tty1').release();
	assert.equal(await levels(), '7\t4\t1\t7\n');
	assert.equal(told.at(-1), true);
});

test('where the kernel has no such setting, systemd is quiet all the same', async () => {
	await rm(join(root, 'proc'), {recursive: true});
	const container = consoleOf('console');
	await container.hush();
	await container.release();
	assert.deepEqual(told, [false, true]);
});
