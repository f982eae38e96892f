import assert from 'node:assert/strict';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {Script} from 'node:vm';

const folder = join('dist/code-cache', `${process.version}-${process.arch}`);

test('V8 takes what is kept of each chunk', async () => {
	const names = await readdir('dist/chunks');
	assert.ok(names.length > 100);
	for (const name of names) {
		const script = new Script(await readFile(join('dist/chunks', name), 'utf8'), {
			cachedData: await readFile(join(folder, name)),
		});
		assert.equal(script.cachedDataRejected, false, name);
	}
});
