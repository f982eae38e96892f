import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFile, truncate, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {readAnswersFile} from '../../source/answers/file.js';
import {Failure} from '../../source/failure.js';
import {sampleInput, temporaryFolder} from '../helpers/sample.js';

async function readContent(context: TestContext, content: string | Uint8Array) {
	const path = join(await temporaryFolder(context), 'site.yaml');
	await writeFile(path, content);
	return readAnswersFile(path);
}

/** A person gets a sentence with the file's name and a remedy, never a stack. */
function isUnreadable(words: RegExp) {
	return (error: unknown) => {
		assert.ok(error instanceof Failure, String(error));
		assert.equal(error.code, 'answers.unreadable');
		assert.match(error.message, words);
		assert.match(error.message, /^"[^"]+" cannot be read\. .*\.$/);
		assert.ok(error.remedies.length > 0);
		return true;
	};
}

test('an answers file may be YAML', async () => {
	const {document} = await readAnswersFile('assets/answers.example.yaml');
	assert.deepEqual(document?.settings, sampleInput());
});

test('an answers file may be JSON', async context => {
	const json = JSON.stringify(sampleInput(), undefined, '\t');
	assert.deepEqual((await readContent(context, json)).document?.settings, sampleInput());
});

test('a file written on Windows reads the same', async context => {
	const yaml = await readFile('assets/answers.example.yaml', 'utf8');
	const windows = `\uFEFF${yaml.replaceAll('\n', '\r\n')}`;
	const {document} = await readContent(context, windows);
	assert.deepEqual(document?.settings, sampleInput());
	assert.deepEqual(document?.placeOf(['version']).line, 3);
});

for (const [name, content, line, words] of [
	['UTF-16', Buffer.from('\uFEFFversion: 1\n', 'utf16le'), 1, /^This is UTF-16/],
	['a letter in Latin-1', Buffer.from('a: 1\nb: M\xfcller\n', 'latin1'), 2, /no UTF-8/],
	['a program', Buffer.from('\x7fELF\n\0\0\n', 'latin1'), 2, /This is no text/],
	['a tab before a setting', 'sql:\n\thost: a\n', 2, /A tab/],
] as const) {
	test(`${name} is told with its line, as a fault of the file`, async context => {
		const {document, faults} = await readContent(context, content);
		assert.equal(document, undefined);
		assert.equal(faults.length, 1);
		assert.match(faults[0]?.file ?? '', /site\.yaml$/);
		assert.equal(faults[0]?.line, line);
		assert.match(faults[0]?.reason ?? '', words);
	});
}

test('a file that is not there is told by its name', async () => {
	await assert.rejects(
		readAnswersFile('/nowhere/site.yaml'),
		isUnreadable(/^"\/nowhere\/site\.yaml" .* There is no such file\.$/),
	);
});

test('a folder is no answers file', async context => {
	await assert.rejects(
		readAnswersFile(await temporaryFolder(context)),
		isUnreadable(/This is a folder/),
	);
});

test('a pipe that nobody writes into is no answers file', async context => {
	const path = join(await temporaryFolder(context), 'pipe');
	execFileSync('mkfifo', [path]);
	await assert.rejects(readAnswersFile(path), isUnreadable(/a device or a pipe/));
});

test('a file of 100 MB is refused, and read no further than it may have', async context => {
	const path = join(await temporaryFolder(context), 'large.yaml');
	await writeFile(path, 'version: 1\n');
	await truncate(path, 100_000_000);
	await assert.rejects(readAnswersFile(path), isUnreadable(/larger than 8 MiB/));
});
