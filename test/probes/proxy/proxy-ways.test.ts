import assert from 'node:assert/strict';
import {test} from 'node:test';
import {formatAddress} from '../../../source/addresses/address.js';
import {proxyWays} from '../../../source/probes/proxy/proxy-ways.js';
import {probeContext} from '../probe-context.js';
import {addressOf, type NetworkRecord} from '../recorded-network.js';

const https = {talk: 'https', host: 'license.looker.com', port: 443, path: '/'} as const;
const http = {talk: 'http', host: 'cdn.remirepo.net', port: 80, path: '/'} as const;
const sql = {talk: 'sql', host: 'mssql.uni.edu', port: 1433} as const;
const byName = 'http://proxy.uni.edu:3128';
const byAddress = 'https://10.10.0.8:3129';

for (const [name, errand, url, noProxy, network, tried] of [
	['without a proxy', https, null, [], {}, []],
	['with one by its address', https, byAddress, [], {}, ['10.10.0.8 3129 with TLS']],
	['with one by its name', https, byName, [], {}, ['192.0.2.1 3128']],
	['in plain HTTP', http, byName, [], {}, ['192.0.2.1 3128']],
	[
		'with one that has many addresses',
		...([https, byName, []] as const),
		{names: {'proxy.uni.edu': ['2001:db8::8', '10.10.0.8', '10.10.0.9']}},
		['10.10.0.8 3128'],
	],
	[
		'with one whose name has no address',
		...([https, byName, [], {names: {'proxy.uni.edu': 'nxdomain'}}, []] as const),
	],
	['for what needs no proxy', https, byName, ['looker.com'], {}, []],
	['for addresses that need no proxy', https, byName, ['192.0.2.0/24'], {}, []],
	['for what a proxy cannot carry', sql, byName, [], {}, []],
] as const satisfies ReadonlyArray<
	readonly [string, unknown, string | null, readonly string[], NetworkRecord, unknown]
>) {
	test(`${name} there ${tried.length === 0 ? 'is no way' : 'is one way'} through a proxy`, async () => {
		const proxy = {url, noProxy: [...noProxy]};
		const context = probeContext({answers: {proxy}, network});
		const ways = await proxyWays(errand, [addressOf('192.0.2.7')], context);
		const told = ways.map(way => {
			assert.ok(way.via === 'proxy');
			const {port, isSecure} = way.proxy;
			return `${formatAddress(way.address)} ${port}${isSecure ? ' with TLS' : ''}`;
		});
		assert.deepEqual(told, tried);
	});
}
