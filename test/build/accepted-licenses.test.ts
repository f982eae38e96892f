import assert from 'node:assert/strict';
import {test} from 'node:test';
import {checkLicense} from '../../build/bundled-packages.mjs';

for (const license of ['GPL-3.0-only', 'UNLICENSED', undefined] as const) {
	test(`a package with the licence ${license} gets into no release`, () => {
		assert.throws(() => checkLicense('example', license), /example has the licence/);
	});
}

test('a package with an accepted licence does', () => {
	assert.doesNotThrow(() => checkLicense('example', 'MIT'));
});
