import assert from 'node:assert/strict';
import process from 'node:process';
import {test} from 'node:test';
import {ExecaError} from 'execa';
import {Failure} from '../../source/failure.js';
import {type CommandOptions, runCommand} from '../../source/host/command.js';

/** The failure of a shell script. */
async function failureOf(script: string, options?: CommandOptions): Promise<Failure> {
	try {
		await runCommand('sh', ['-c', script], options);
	} catch (error) {
		assert.ok(error instanceof Failure, String(error));
		assert.equal(error.code, 'command.failed');
		return error;
	}

	assert.fail('it did not fail');
}

test('what a program prints is handed back, apart', async () => {
	assert.deepEqual(await runCommand('sh', ['-c', 'echo out; echo err >&2']), {
		...{stdout: 'out', stderr: 'err'},
	});
});

test('a program reads what it is given, and nothing of the terminal', async () => {
	assert.equal((await runCommand('cat', [], {input: 'a\nb'})).stdout, 'a\nb');
	assert.equal((await runCommand('cat', [])).stdout, '');
});

test('arguments reach a program as they are, without a shell between', async () => {
	const hostile = '$(reboot); `reboot` "x" | y > z \\ *\n';
	const {stdout} = await runCommand('printf', ['%s.', hostile, '']);
	assert.equal(stdout, `${hostile}..`);
});

test('programs speak English, and keep the rest of the environment', async context => {
	const before = process.env.LC_ALL;
	process.env.LC_ALL = 'de_DE.UTF-8';
	context.after(() => {
		delete process.env.LC_ALL;
		Object.assign(process.env, before === undefined ? {} : {LC_ALL: before});
	});
	const {stdout} = await runCommand('sh', ['-c', 'echo "$LC_ALL $PATH"']);
	assert.equal(stdout, `C ${process.env.PATH}`);
});

test('a program that is missing is called not installed', async () => {
	await assert.rejects(runCommand('no-such-program', []), {
		...{name: 'Failure', code: 'command.failed'},
		message: '"no-such-program" is not installed',
	});
});

test('a program that fails is quoted, its first line only', async () => {
	const {message} = await failureOf(
		'echo "Error: no such table" >&2; echo more >&2; exit 3',
	);
	assert.equal(message, '"sh" Error: no such table');
});

test('a program that fails in silence is told with its exit code', async () => {
	const {message, cause} = await failureOf('exit 3');
	assert.ok(cause instanceof ExecaError);
	assert.equal(cause.exitCode, 3);
	assert.match(message, /^"sh" .*\b3\b/);
});

test('a program that takes too long is ended and told with the limit', async () => {
	const start = performance.now();
	const {message} = await failureOf('echo busy >&2; exec sleep 30', {timeout: 1000});
	assert.equal(message, '"sh" did not end within 1 second');
	assert.ok(performance.now() - start < 5000);
});

test('its children do not hold us past the limit', async () => {
	const start = performance.now();
	const {message} = await failureOf('sleep 30 & sleep 30', {timeout: 1000});
	assert.match(message, /did not end within/);
	assert.ok(performance.now() - start < 5000);
});

test('a program that is killed from outside has failed', async () => {
	assert.match((await failureOf('kill -9 $$')).message, /^"sh" .*(?:killed|SIGKILL)/);
});

test('a program can be called off', async () => {
	const controller = new AbortController();
	const failing = failureOf('exec sleep 30', {signal: controller.signal});
	controller.abort();
	assert.match(
		(await failing).message,
		/^"sh" .*(?:cancel|abort|called off|interrupted)/i,
	);
});

test('of a program that says too much the beginning is kept, where that is asked for', async () => {
	const script = ['-c', 'yes'];
	const {stdout} = await runCommand('sh', script, {most: 1000});
	assert.match(stdout, /^(?:y\n){499}y$/);
});
