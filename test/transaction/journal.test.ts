import assert from 'node:assert/strict';
import {appendFile, chmod, readFile, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {Failure} from '../../source/failure.js';
import {journalSteps, noteStep, readSteps} from '../../source/transaction/journal.js';
import {temporaryFolder} from '../helpers/sample.js';

test('each step is a line with its time, and read back in its order', async context => {
	const folder = await temporaryFolder(context);
	for (const step of journalSteps) {
		await noteStep(folder, step);
	}

	assert.deepEqual([...(await readSteps(folder))], [...journalSteps]);
	const path = join(folder, 'journal.jsonl');
	const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
	assert.ok(lines.every(line => /^\{"at":"20\d\d-.*Z","step":"[a-z-]+"\}$/.test(line)));
	assert.equal((await stat(path)).mode & 0o777, 0o600);
});

test('a last line that was torn off was never acted upon', async context => {
	const folder = await temporaryFolder(context);
	await noteStep(folder, 'began');
	await appendFile(join(folder, 'journal.jsonl'), '{"at":"2026-11-22T14:02:11.000Z","st');
	assert.deepEqual([...(await readSteps(folder))], ['began']);
});

test('without a journal no step was taken', async context => {
	assert.equal((await readSteps(await temporaryFolder(context))).size, 0);
});

test('a journal that others may write to is not trusted', async context => {
	const folder = await temporaryFolder(context);
	await noteStep(folder, 'began');
	await chmod(join(folder, 'journal.jsonl'), 0o666);
	await assert.rejects(
		readSteps(folder),
		(error: unknown) => error instanceof Failure && error.code === 'state.unsafe',
	);
});
