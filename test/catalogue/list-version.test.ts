import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {test} from 'node:test';
import {listVersion} from '../../source/catalogue/list-version.js';
import {readVendorDocument} from './vendor-document.js';

test('the fingerprint of the list is that of the tables of the document, and of nothing of ours', async () => {
	const rows = await readVendorDocument();
	const documented = rows.map(({table, source, destination, port, usage}) => [
		...[table, source, destination ?? null, port, usage],
	]);
	const hash = createHash('sha256').update(JSON.stringify(documented)).digest('hex');
	assert.deepEqual(listVersion, {rows: 22, fingerprint: hash.slice(0, 12)});
});

// Papers that were sent carry it.
test('the fingerprint of the list of 2026 stays what it is', () => {
	assert.equal(listVersion.fingerprint, 'dd8f4c072fa0');
});
