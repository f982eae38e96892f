import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {causesDocument} from './causes-document.js';

test('docs/probe-causes.md tells every cause as the program does (npm run causes writes it)', async () => {
	const written = await readFile('docs/probe-causes.md', 'utf8');
	assert.ok(written === causesDocument(), 'run "npm run causes"');
});
