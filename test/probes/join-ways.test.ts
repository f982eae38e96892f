import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {type Cause, diagnoses} from '../../source/probes/diagnoses.js';
import {type JudgedWay, joinWays} from '../../source/probes/join-ways.js';
import {judgement} from '../../source/probes/judgement.js';
import {verdictOf} from '../../source/probes/verdict-of.js';

type Via = JudgedWay['via'];

/** A way that is proven, or why it is not. */
const way = (via: Via, cause: Cause | null = null) => ({
	via,
	judgement: judgement(cause, cause ?? 'connected'),
});

test('where there is no way, nothing is proven', () => {
	assert.equal(joinWays([]), undefined);
});

for (const [name, ways, via, cause, verdict, detail] of [
	['IPv4 alone', [way('IPv4')], 'IPv4', null, 'pass', 'connected'],
	['IPv6 alone', [way('IPv6')], 'IPv6', null, 'pass', 'connected'],
	['both families', [way('IPv4'), way('IPv6')], 'IPv4', null, 'pass', 'connected'],
	[
		'IPv4, and IPv6 that fails',
		[way('IPv4'), way('IPv6', 'tcp.unreachable')],
		...([
			'IPv6',
			'tcp.unreachable',
			'warn',
			'IPv4 works; IPv6: tcp.unreachable',
		] as const),
	],
	[
		'IPv6, and IPv4 that fails',
		[way('IPv4', 'tcp.timeout'), way('IPv6')],
		...(['IPv4', 'tcp.timeout', 'warn', 'IPv6 works; IPv4: tcp.timeout'] as const),
	],
	[
		'IPv4 with a remark, and IPv6',
		[way('IPv4', 'http.server-error'), way('IPv6')],
		...(['IPv4', 'http.server-error', 'warn', 'http.server-error'] as const),
	],
	[
		'one of two addresses that works',
		[way('IPv4', 'tcp.timeout'), way('IPv4')],
		...(['IPv4', null, 'pass', 'connected'] as const),
	],
	[
		'one of two addresses without a remark',
		[way('IPv4', 'http.server-error'), way('IPv4')],
		...(['IPv4', null, 'pass', 'connected'] as const),
	],
	[
		'silence of one family, and no way of the other',
		[way('IPv4', 'tcp.timeout'), way('IPv6', 'tcp.unreachable')],
		...(['IPv4', 'tcp.timeout', 'fail', 'tcp.timeout'] as const),
	],
	[
		'silence of one family, and a refusal of the other',
		[way('IPv4', 'tcp.timeout'), way('IPv6', 'tcp.refused')],
		...(['IPv6', 'tcp.refused', 'fail', 'tcp.refused'] as const),
	],
	[
		'a refusal, and a firewall',
		[way('IPv4', 'tcp.refused'), way('IPv4', 'tcp.prohibited')],
		...(['IPv4', 'tcp.prohibited', 'fail', 'tcp.prohibited'] as const),
	],
	[
		'a firewall, and our own',
		[way('IPv4', 'tcp.prohibited'), way('IPv6', 'local.blocked')],
		...(['IPv6', 'local.blocked', 'fail', 'local.blocked'] as const),
	],
	[
		'our own firewall, and a certificate',
		[way('IPv4', 'local.blocked'), way('IPv6', 'tls.expired')],
		...(['IPv6', 'tls.expired', 'fail', 'tls.expired'] as const),
	],
	[
		'an address that its name is not known to have, and a certificate',
		[way('IPv4', 'names.behind'), way('IPv6', 'tls.expired')],
		...(['IPv6', 'tls.expired', 'fail', 'tls.expired'] as const),
	],
	[
		'what could not be tried, and no way',
		[way('IPv4', 'probe.failed'), way('IPv6', 'tcp.unreachable')],
		...(['IPv6', 'tcp.unreachable', 'fail', 'tcp.unreachable'] as const),
	],
	[
		'the proxy, and nothing else',
		[way('IPv4', 'tcp.timeout'), way('proxy')],
		...(['proxy', null, 'pass', 'connected'] as const),
	],
	[
		'the proxy, and everything else',
		[way('IPv4'), way('IPv6'), way('proxy')],
		...(['proxy', null, 'pass', 'connected'] as const),
	],
	[
		'everything but the proxy',
		[way('IPv4'), way('proxy', 'proxy.denied')],
		...(['proxy', 'proxy.denied', 'warn'] as const),
		'works without the proxy; through it: proxy.denied',
	],
	[
		'neither the proxy nor anything else',
		[way('IPv4', 'tcp.timeout'), way('proxy', 'proxy.denied')],
		...(['proxy', 'proxy.denied', 'fail', 'proxy.denied'] as const),
	],
] as const) {
	test(`of ${name} is said: ${detail}`, () => {
		const joined = joinWays(ways) ?? assert.fail();
		assert.equal(joined.via, via);
		assert.equal(joined.judgement.cause, cause);
		assert.equal(verdictOf(joined.judgement), verdict);
		assert.equal(joined.judgement.detail, detail);
	});
}

const causes = fc.constantFrom(null, ...(Object.keys(diagnoses) as Cause[]));
const anyWays = fc.array(
	fc
		.tuple(fc.constantFrom<Via>('IPv4', 'IPv6', 'proxy'), causes)
		.map(([via, cause]) => way(via, cause)),
	{minLength: 1, maxLength: 6},
);
const verdictsOf = (ways: readonly JudgedWay[]) =>
	ways.map(({judgement: judged}) => verdictOf(judged));

test('the order in which ways are given weighs nothing', () => {
	fc.assert(
		fc.property(anyWays, ways => {
			const [given, turned] = verdictsOf(
				[ways, ways.toReversed()].flatMap(each => joinWays(each) ?? []),
			);
			assert.equal(given === 'fail', turned === 'fail');
			assert.equal(given === 'pass', turned === 'pass');
		}),
	);
});

test('what works on some way is never called failed, and what works on none never proven', () => {
	fc.assert(
		fc.property(anyWays, ways => {
			const joined = joinWays(ways) ?? assert.fail();
			const verdict = verdictOf(joined.judgement);
			const isAnyWorking = verdictsOf(ways).some(each => each !== 'fail');
			assert.equal(verdict === 'fail', !isAnyWorking);
		}),
	);
});
