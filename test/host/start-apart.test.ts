import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {type TestContext, test} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {execa} from 'execa';
import type {OwnCommand} from '../../source/host/own-command.js';
import {keepAlive} from '../../source/host/start-apart.js';
import {temporaryFolder} from '../helpers/sample.js';

/** A program that writes a line at each start and then does as it is told. */
async function partThat(context: TestContext, does: string) {
	const folder = await temporaryFolder(context);
	const log = join(folder, 'log');
	const script = join(folder, 'part.mjs');
	await writeFile(
		script,
		`import {appendFileSync, readFileSync} from 'node:fs';
		import {spawn} from 'node:child_process';
		const log = ${JSON.stringify(log)};
		appendFileSync(log, process.pid + ' ' + process.argv.slice(2).join(' ') + '\\n');
		const starts = readFileSync(log, 'utf8').trimEnd().split('\\n').length;
		${does}`,
	);
	const own: OwnCommand = [process.execPath, script];
	const starts = async () =>
		(await readFile(log, 'utf8').catch(() => '')).trimEnd().split('\n').filter(Boolean);
	return {own, script, starts};
}

const isThere = (pid: number) => {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
};

test('a part that is killed is started again, with the same words', async context => {
	const part = await partThat(
		context,
		"if (starts < 3) process.kill(process.pid, 'SIGKILL');",
	);
	await keepAlive(part.own, ['guard', '--root', '/image']);
	const words = (await part.starts()).map(line => line.replace(/^\d+ /, ''));
	assert.deepEqual(words, Array(3).fill('guard --root /image'));
});

test('a part that has done its work is not started again', async context => {
	const part = await partThat(context, '');
	await keepAlive(part.own, []);
	assert.equal((await part.starts()).length, 1);
});

test('a part that fails for ever is given up', async context => {
	const part = await partThat(context, 'process.exit(1);');
	await keepAlive(part.own, []);
	assert.equal((await part.starts()).length, 5);
});

test('before a part is started again, all that it had started is ended', async context => {
	const part = await partThat(
		context,
		`if (starts === 1) {
			const child = spawn('sleep', ['60'], {stdio: 'ignore'});
			appendFileSync(log, child.pid + ' child\\n');
			process.kill(process.pid, 'SIGKILL');
		}`,
	);
	await keepAlive(part.own, []);
	const child = (await part.starts()).find(line => line.endsWith(' child')) ?? '';
	const end = performance.now() + 5000;
	while (isThere(Number.parseInt(child, 10))) {
		assert.ok(performance.now() < end, 'the child lives on');
		await delay(10);
	}
});

test('a part that is started apart outlives whoever started it, and their group', async context => {
	const part = await partThat(
		context,
		"process.on('SIGHUP', () => {}); setInterval(() => {}, 1000);",
	);
	const source = new URL('../../source/host/start-apart.ts', import.meta.url);
	const starter = `
		const {startApart} = await import(${JSON.stringify(source.href)});
		const run = async () => { throw new Error('systemd is not asked'); };
		await startApart(${JSON.stringify(part.own)}, ['guard'], {run, writes: []});
		process.kill(0, 'SIGKILL');`;
	// With a /run of its own there is no systemd to ask.
	const command = 'mount -t tmpfs none /run && exec "$@"';
	await execa(
		'unshare',
		[
			...['--mount', 'sh', '-c', command, 'sh', process.execPath, '--import=tsx'],
			...['--input-type=module', '--eval', starter],
		],
		{reject: false, timeout: 20_000, detached: true, stdio: 'ignore'},
	);
	const end = performance.now() + 5000;
	while ((await part.starts()).length === 0) {
		assert.ok(performance.now() < end, 'it never starts');
		await delay(10);
	}

	const [line = ''] = await part.starts();
	const pid = Number.parseInt(line, 10);
	context.after(() => process.kill(pid, 'SIGKILL'));
	assert.match(line, / guard --keep-alive$/);
	assert.ok(isThere(pid));
	const status = await readFile(`/proc/${pid}/stat`, 'utf8');
	const [, , , , group, session] = status.replace(/\(.*\)/, 'name').split(' ');
	assert.deepEqual([group, session], [String(pid), String(pid)]);
});
