import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isExempt} from '../../../source/probes/proxy/is-exempt.js';
import {addressOf} from '../recorded-network.js';

for (const [host, addresses, noProxy, isIt] of [
	['license.looker.com', [], [], false],
	['license.looker.com', [], ['license.looker.com'], true],
	['license.looker.com', [], ['LICENSE.Looker.com'], true],
	['License.Looker.COM', [], ['license.looker.com'], true],
	['license.looker.com', [], ['looker.com'], true],
	['license.looker.com', [], ['.looker.com'], true],
	['license.looker.com', [], ['*.looker.com'], true],
	['license.looker.com', [], [' looker.com '], true],
	['license.looker.com', [], ['*'], true],
	['license.looker.com', [], [' * '], true],
	['license.looker.com', [], ['com'], true],
	['mylooker.com', [], ['looker.com'], false],
	['license.looker.com', [], ['uni.edu', 'bitbucket.org'], false],
	['license.looker.com', [], [''], false],
	['license.looker.com', ['192.0.2.7'], ['192.0.2.0/24'], true],
	['license.looker.com', ['192.0.2.7'], ['192.0.2.7'], true],
	['license.looker.com', ['2001:db8::7'], ['2001:db8::/32'], true],
	['license.looker.com', ['198.51.100.7', '192.0.2.7'], ['192.0.2.0/24'], true],
	['license.looker.com', ['198.51.100.7'], ['192.0.2.0/24'], false],
	['license.looker.com', [], ['0.0.0.0/0'], false],
	['192.0.2.7', ['192.0.2.7'], ['192.0.2.0/24'], true],
] as const) {
	test(`${host} (${addresses.join(', ') || 'no address'}) ${isIt ? 'needs no' : 'goes through a'} proxy with "${noProxy.join(', ')}"`, () => {
		assert.equal(isExempt(host, addresses.map(addressOf), noProxy), isIt);
	});
}
