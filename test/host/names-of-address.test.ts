import assert from 'node:assert/strict';
import {test} from 'node:test';
import {namesOfAddress} from '../../source/host/names-of-address.js';
import {address} from '../helpers/sample.js';

// How real servers are asked is tested in the campus: they all listen on port 53.

test('without a DNS server no address has a name', async () => {
	assert.deepEqual(await namesOfAddress(address('10.10.0.10'), []), {
		outcome: 'no-server',
	});
});
