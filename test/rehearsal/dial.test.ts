import assert from 'node:assert/strict';
import {test} from 'node:test';
import {dial} from '../../source/rehearsal/dial.js';

for (const protocol of ['tcp', 'udp'] as const) {
	test(`${protocol}: an attempt that could not be made is no refusal`, async () => {
		const wanted = {protocol, address: '127.0.0.1', port: 9, patience: 1000};
		await assert.rejects(dial({...wanted, from: '192.0.2.1'}), {code: 'EADDRNOTAVAIL'});
	});
}
