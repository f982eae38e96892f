import assert from 'node:assert/strict';
import {openSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {type TestContext, test} from 'node:test';
import {Failure} from '../../source/failure.js';
import {readPassword} from '../../source/host/read-password.js';
import {temporaryFolder} from '../helpers/sample.js';
import {startTerminal} from '../helpers/terminal.js';

async function read(context: TestContext, content: string | Buffer): Promise<string> {
	const path = join(await temporaryFolder(context), 'password');
	await writeFile(path, content);
	return readPassword(openSync(path, 'r'));
}

for (const [content, password] of [
	['secret', 'secret'],
	['secret\n', 'secret'],
	['secret\r\n', 'secret'],
	[' se cret ', ' se cret '],
	['gehäim\n', 'gehäim'],
	['x'.repeat(1024), 'x'.repeat(1024)],
] as const) {
	test(`${JSON.stringify(content).slice(0, 20)} is read whole`, async context => {
		assert.equal(await read(context, content), password);
	});
}

for (const [content, words] of [
	['', /gives nothing/],
	['\n', /gives nothing/],
	['one\ntwo\n', /more than one line/],
	['secret\n\n', /more than one line/],
	['se\0cret', /more than one line/],
	['x'.repeat(1025), /more than 1024 bytes/],
	[Buffer.from([0x73, 0xff, 0xfe]), /not UTF-8/],
] as const) {
	test(`${JSON.stringify(content).slice(0, 20)} is no password`, async context => {
		await assert.rejects(read(context, content), (error: unknown) => {
			assert.ok(error instanceof Failure);
			assert.equal(error.code, 'usage');
			assert.match(error.message, words);
			assert.ok(!error.message.includes(String(content).trim()) || content.length < 2);
			return true;
		});
	});
}

test('at a terminal no password is read, and it is said how to hand one over', async () => {
	const terminal = startTerminal(process.execPath, [
		...['dist/cli.js', 'probe', 'sql-tcp', '--login', 'looker', '--password-fd', '0'],
	]);
	await terminal.shows(/not asked for at a terminal\.\s+Hand it over from a file/);
	assert.equal(await terminal.exited, 2);
});
