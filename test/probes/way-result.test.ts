import assert from 'node:assert/strict';
import {test} from 'node:test';
import {proxyTarget} from '../../source/answers/proxy-url.js';
import {judgement} from '../../source/probes/judgement.js';
import type {Journey} from '../../source/probes/observation.js';
import {durationOf, wayResult} from '../../source/probes/way-result.js';
import {addressOf} from './recorded-network.js';
import {goodMail, goodPage, goodProxy, goodTime, goodTls} from './recorded-seen.js';

const dialled = {outcome: 'connected', code: undefined, milliseconds: 11} as const;
const name = {
	outcome: 'answered',
	addresses: [],
	looks: [],
	milliseconds: 3,
} as const;
const journey: Journey = {
	way: {via: 'direct', address: addressOf('2001:db8::7')},
	seen: {dialled, tls: goodTls, http: goodPage},
};

test('a way is told with its address, its verdict and each stage', () => {
	const judged = {via: 'IPv6', judgement: judgement(null, 'HTTP 200')} as const;
	assert.deepEqual(wayResult(judged, journey, name, 'tcp'), {
		...{via: 'IPv6', address: '2001:db8::7', verdict: 'pass', cause: null},
		detail: 'HTTP 200',
		stages: [
			{stage: 'dns', milliseconds: 3},
			{stage: 'tcp', milliseconds: 11},
			{stage: 'tls', milliseconds: goodTls.milliseconds},
			{stage: 'http', milliseconds: goodPage.milliseconds},
		],
	});
});

test('a failure that something else makes up for is told as a warning', () => {
	const softened = judgement('tcp.timeout', 'no answer', {isSoftened: true});
	const told = wayResult({via: 'IPv6', judgement: softened}, journey, undefined, 'tcp');
	assert.equal(told.verdict, 'warn');
	assert.equal(told.cause, 'tcp.timeout');
});

test('the way through a proxy is told with the address of the proxy', () => {
	const proxy = proxyTarget('http://proxy.uni.edu:3128') ?? assert.fail();
	const through: Journey = {
		way: {via: 'proxy', address: addressOf('10.10.0.8'), proxy},
		seen: {dialled, proxy: goodProxy},
	};
	const judged = {via: 'proxy', judgement: judgement(null, '')} as const;
	const {via, address, stages} = wayResult(judged, through, undefined, 'tcp');
	assert.deepEqual([via, address], ['proxy', '10.10.0.8']);
	assert.deepEqual(stages, [
		{stage: 'tcp', milliseconds: 11},
		{stage: 'proxy', milliseconds: goodProxy.milliseconds},
	]);
});

for (const [what, seen, milliseconds] of [
	['what was only dialled', {dialled}, 11],
	['a mail server', {dialled, smtp: goodMail}, 11 + goodMail.milliseconds],
	// The answer of a time server is what was dialled.
	['a time server', {dialled, time: goodTime}, 11],
	['what hangs', {dialled, path: {outcome: 'hangs'}}, 11],
] as const) {
	test(`how long ${what} took is the sum of its stages`, () => {
		assert.equal(durationOf(seen), milliseconds);
	});
}
