import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {readAnswersFile} from '../../source/answers/file.js';
import {Failure} from '../../source/failure.js';
import {sampleInput, temporaryFolder} from '../helpers/sample.js';

async function readText(context: TestContext, text: string): Promise<unknown> {
	const path = join(await temporaryFolder(context), 'site.yaml');
	await writeFile(path, text);
	return readAnswersFile(path);
}

/** A person gets a sentence with the file's name and a remedy, never a stack. */
function isUnreadable(words: RegExp) {
	return (error: unknown) => {
		assert.ok(error instanceof Failure, String(error));
		assert.equal(error.code, 'answers.unreadable');
		assert.match(error.message, words);
		assert.match(error.message, /^"[^"]+" .*\.$/);
		assert.ok(error.remedies.length > 0);
		return true;
	};
}

test('an answers file may be YAML', async () => {
	assert.deepEqual(await readAnswersFile('assets/answers.example.yaml'), sampleInput());
});

test('an answers file may be JSON', async context => {
	const json = JSON.stringify(sampleInput(), undefined, '\t');
	assert.deepEqual(await readText(context, json), sampleInput());
});

test('a file written on Windows reads the same', async context => {
	const yaml = await readFile('assets/answers.example.yaml', 'utf8');
	assert.deepEqual(
		await readText(context, `\uFEFF${yaml.replaceAll('\n', '\r\n')}`),
		sampleInput(),
	);
});

test('an empty file reads as nothing', async context => {
	assert.equal(await readText(context, ''), null);
});

for (const [name, text, words] of [
	['a setting that stands twice', 'version: 1\nsql: {}\nsql: {}\n', /unique at line 3/],
	['a tab before a setting', 'sql:\n\thost: a\n', /[Tt]ab.* at line 2/],
	['a bracket that is not closed', 'viewers: {subnets: [10.0.0.0/8\n', /at line/],
	['JSON that is cut off', '{"version": 1, "sql": {', /at line/],
	['two documents', 'version: 1\n---\nversion: 1\n', /multiple documents/],
	['a tag of somebody’s own', 'version: !number 1\n', /tag/],
	['a reference to nothing', 'version: *nothing\n', /nothing/],
	[
		'references that multiply',
		`a: &a [x,x,x,x,x,x,x,x,x]\n${['b', 'c', 'd', 'e'].map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcd'[index]}`).join(',')}]`).join('\n')}\n`,
		/alias/i,
	],
] as const) {
	test(`${name} is told with its place, as a fault of the file`, async context => {
		await assert.rejects(readText(context, text), isUnreadable(words));
	});
}

test('a file that is not there is told by its name', async () => {
	await assert.rejects(
		readAnswersFile('/nowhere/site.yaml'),
		isUnreadable(/^"\/nowhere\/site\.yaml" cannot be read\.$/),
	);
});

test('a folder is no answers file', async context => {
	await assert.rejects(
		readAnswersFile(await temporaryFolder(context)),
		isUnreadable(/cannot be read/),
	);
});
