import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ProbeResult} from '../../../source/probes/probe-result.js';
import {proxyRoot} from '../../../source/probes/roots/proxy.js';
import {found} from './recorded-findings.js';

const softened = {verdict: 'warn', detail: 'works without the proxy'} as const;
const wayOf = (detail: string): Partial<ProbeResult> => ({
	ways: [
		{
			...{via: 'proxy', address: '10.10.0.8', verdict: 'fail', cause: 'proxy.login'},
			...{detail, stages: []},
		},
	],
});

for (const [cause, owner] of [
	['proxy.unreachable', 'proxy'],
	['proxy.login', 'proxy'],
	['proxy.login-refused', 'proxy'],
	['proxy.login-not-sent', 'this-host'],
	['proxy.not-a-proxy', 'this-host'],
] as const) {
	test(`${cause} is told once, and stands for every row`, () => {
		const rows = [found('bitbucket', cause), found('remirepo-cdn', cause, softened)];
		const root = proxyRoot(rows);
		assert.ok(root);
		const {id, destination, verdict} = root.result;
		assert.deepEqual([id, destination, verdict], ['proxy', 'the proxy', 'fail']);
		assert.equal(root.result.owner, owner);
		assert.ok(rows.every(root.explains));
	});
}

test('a proxy that only the rows make up for is a fault all the same, in its own words', () => {
	const rows = [
		found('bitbucket', 'proxy.login', {...softened, ...wayOf('wants a login (407)')}),
	];
	const {result} = proxyRoot(rows) ?? assert.fail();
	assert.equal(result.verdict, 'fail');
	assert.equal(result.detail, 'wants a login (407)');
	assert.deepEqual(result.ways, []);
});

for (const cause of ['proxy.denied', 'proxy.bad-gateway', 'proxy.timeout'] as const) {
	test(`${cause} is about one destination, and stays with its row`, () => {
		const rows = [found('bitbucket', cause), found('looker-license', cause)];
		assert.equal(proxyRoot(rows), undefined);
	});
}
