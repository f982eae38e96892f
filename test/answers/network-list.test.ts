import assert from 'node:assert/strict';
import {test} from 'node:test';
import {holdsAddress, networkList} from '../../source/answers/network-list.js';
import {addressOf} from '../probes/recorded-network.js';

test('a list that stays as it is is read once', () => {
	const texts = ['10.0.0.0/8', 'x'];
	assert.equal(networkList(texts), networkList(texts));
	assert.notEqual(networkList(texts), networkList([...texts]));
});

for (const [address, isHeld] of [
	['10.1.2.3', true],
	['10.255.255.255', true],
	['11.0.0.0', false],
	['2001:db8::1', true],
	['2001:db9::1', false],
] as const) {
	test(`${address} is ${isHeld ? '' : 'not '}in the list`, () => {
		const list = networkList([
			'x',
			'10.1.0.0/16',
			'10.0.0.0/8',
			'2001:db8::/32',
			'aa.uni.edu',
		]);
		assert.equal(holdsAddress(list, addressOf(address)), isHeld);
	});
}
