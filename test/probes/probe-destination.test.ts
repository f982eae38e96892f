import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogue} from '../../source/catalogue/catalogue.js';
import {withAddresses} from '../../source/policy/followed-names.js';
import type {Policy} from '../../source/policy/policy.js';
import {probeDestination} from '../../source/probes/probe-destination.js';
import {errandFor, targetsFor} from '../../source/probes/target.js';
import type {DialOutcome} from '../../source/probes/tcp/dial-outcome.js';
import type {Verdict} from '../../source/probes/verdict.js';
import {asInEffect, type ContextRecord, probeContext} from './probe-context.js';
import {addressOf} from './recorded-network.js';
import {goodPage, goodProxy, goodTls} from './recorded-seen.js';

type Changes = Partial<Pick<ReturnType<typeof probeContext>, 'waysOut'>>;

const probe = async (id: string, record: ContextRecord = {}, changes: Changes = {}) => {
	const connection = catalogue.find(row => row.id === id) ?? assert.fail(id);
	const context = {...probeContext(record), ...changes};
	const [target] = targetsFor(connection, context.answers);
	assert.ok(target);
	const errand = errandFor(connection, target, context.answers);
	assert.ok(errand);
	const row = {
		connection,
		source: 'analytics.uni.edu',
		destination: target.host,
		port: target.port,
	};
	const {result, journeys} = await probeDestination(connection, errand, row, context);
	return {...result, journeys, asked: context.asked};
};

const both = {names: {'license.looker.com': ['192.0.2.7', '2001:db8::7']}};
const proxied = {proxy: {url: 'http://10.10.0.8:3128', noProxy: []}};

test('every way to a destination is told, with how far it went and how long it took', async () => {
	const {ways, address, milliseconds, verdict} = await probe('looker-license', {
		network: both,
	});
	assert.equal(verdict, 'pass');
	assert.equal(address, '192.0.2.7');
	assert.deepEqual(
		ways.map(way => [way.via, way.address, way.verdict]),
		[
			['IPv4', '192.0.2.7', 'pass'],
			['IPv6', '2001:db8::7', 'pass'],
		],
	);
	assert.deepEqual(ways[0]?.stages, [
		{stage: 'dns', milliseconds: 3},
		{stage: 'tcp', milliseconds: 11},
		{stage: 'tls', milliseconds: goodTls.milliseconds},
		{stage: 'http', milliseconds: goodPage.milliseconds},
	]);
	assert.equal(milliseconds, 11 + goodTls.milliseconds + goodPage.milliseconds);
});

test('IPv6 that fails beside IPv4 that works is a warning about IPv6', async () => {
	const dials = {'2001:db8::7:443': 'timeout'} as const;
	const {verdict, cause, address, detail, remedy} = await probe('looker-license', {
		network: {...both, dials},
	});
	assert.deepEqual([verdict, cause, address], ['warn', 'tcp.timeout', '2001:db8::7']);
	assert.match(detail, /^IPv4 works; IPv6: no answer/);
	assert.match(remedy ?? '', /2001:db8::7/);
});

test('a family that this server does not have is not tried', async () => {
	const waysOut = {families: [4], lack: undefined} as const;
	const {verdict, asked} = await probe('looker-license', {network: both}, {waysOut});
	assert.equal(verdict, 'pass');
	assert.deepEqual(asked, ['resolve license.looker.com', 'dial 192.0.2.7:443']);
});

test('with a proxy a destination is tried both ways, and the proxy counts', async () => {
	const dials = {'192.0.2.1:443': 'timeout'} as const;
	const {verdict, ways, asked, address} = await probe('looker-license', {
		answers: proxied,
		network: {dials},
	});
	assert.equal(verdict, 'pass');
	assert.equal(address, '10.10.0.8');
	assert.deepEqual(
		ways.map(({via, verdict: each}) => [via, each]),
		[
			['IPv4', 'fail'],
			['proxy', 'pass'],
		],
	);
	assert.deepEqual(asked.slice(1), ['dial 192.0.2.1:443', 'dial 10.10.0.8:3128']);
});

test('a proxy may know a name that this server does not', async () => {
	const names = {'license.looker.com': 'nxdomain'} as const;
	const record = {answers: proxied, network: {names}};
	const {verdict, ways} = await probe('looker-license', record);
	assert.equal(verdict, 'pass');
	assert.deepEqual(
		ways.map(({via}) => via),
		['proxy'],
	);
});

test('a proxy that refuses is named, also where the straight way works', async () => {
	const seen = {'10.10.0.8:3128': {proxy: {...goodProxy, status: 403}}};
	const {verdict, cause, owner, detail} = await probe('looker-license', {
		answers: proxied,
		network: {seen},
	});
	assert.deepEqual([verdict, cause, owner], ['warn', 'proxy.denied', 'proxy']);
	assert.match(detail, /works without the proxy/);
});

for (const id of ['sql-tcp', 'mail', 'ntp-0'] as const) {
	test(`${id} cannot go through a proxy, and is not tried so`, async () => {
		const {asked} = await probe(id, {answers: proxied});
		assert.ok(asked.every(line => !line.includes('10.10.0.8')));
	});
}

for (const [name, record, cause, owner, detail] of [
	[
		'a name that there is not',
		{network: {names: {'license.looker.com': 'nxdomain'}}},
		...(['dns.nxdomain', 'dns', /no such name/] as const),
	],
	[
		'a DNS that is silent',
		{network: {names: {'license.looker.com': 'timeout'}}},
		...(['dns.timeout', 'dns', /does not answer/] as const),
	],
	[
		'a private address for a public name, where nothing answers',
		{
			network: {
				names: {'license.looker.com': ['10.0.0.1']},
				dials: {'10.0.0.1:443': 'refused'},
			},
		},
		...(['dns.private-answer', 'dns', /the DNS says 10\.0\.0\.1/] as const),
	],
	[
		'a private address for a public name, where somebody else answers',
		{
			network: {
				names: {'license.looker.com': ['10.0.0.1']},
				seen: {'10.0.0.1:443': {tls: {...goodTls, trust: 'none'}}},
			},
		},
		...(['dns.private-answer', 'dns', /the DNS says 10\.0\.0\.1/] as const),
	],
	[
		'a private address for a public name, where the site itself answers',
		{network: {names: {'license.looker.com': ['10.0.0.1']}}},
		...([null, null, /HTTP 200/] as const),
	],
] satisfies ReadonlyArray<
	readonly [string, ContextRecord, string | null, string | null, RegExp]
>) {
	test(`${name} is judged ${cause ?? 'proven'}`, async () => {
		const result = await probe('looker-license', record);
		assert.equal(result.cause, cause);
		assert.equal(result.owner, owner);
		assert.match(result.detail, detail);
	});
}

test('what is neither a name nor an address is not tried, and not called the fault of others', async () => {
	const connection = catalogue.find(({id}) => id === 'sql-tcp') ?? assert.fail();
	const errand = {talk: 'sql', host: '300.1.1.1', port: 1433} as const;
	const row = {...errand, connection, source: '', destination: errand.host};
	const {result} = await probeDestination(connection, errand, row, probeContext());
	assert.deepEqual([result.cause, result.owner], ['probe.failed', 'this-host']);
	assert.match(result.detail, /nothing was tried/);
});

test('an address in the answers is not looked up', async () => {
	const sql = {host: '10.60.0.11', port: 1433, udp: true};
	const {asked, ways} = await probe('sql-tcp', {answers: {sql}});
	assert.deepEqual(asked, ['dial 10.60.0.11:1433']);
	assert.ok(ways[0]?.stages.every(({stage}) => stage !== 'dns'));
});

for (const [outcome, cause] of [
	['timeout', 'vendor.retired'],
	['refused', 'vendor.retired'],
	['connected', null],
] as const) {
	test(`a retired destination whose way ends as ${outcome} is judged ${cause ?? 'proven'}`, async () => {
		const dials = {'192.0.2.1:80': outcome};
		const result = await probe('mirrorlist-centos', {network: {dials}});
		assert.equal(result.cause, cause);
		assert.match(result.detail, cause === null ? /HTTP 200/ : /2024-07-01/);
	});
}

test('what is seen on the ways is the evidence', async () => {
	const {evidence, journeys} = await probe('looker-license', {network: both});
	assert.equal(journeys.length, 2);
	assert.deepEqual(journeys[0]?.way, {via: 'direct', address: addressOf('192.0.2.7')});
	const text = JSON.stringify(evidence);
	assert.match(text, /"address":"2001:db8::7"/);
	assert.match(text, /TLS_AES_256_GCM_SHA384/);
});

const strict = {outbound: {mode: 'destinations'}} as const;
const looker = 'license.looker.com';
const reject = {'192.0.2.1:443': 'prohibited'} as const;

/** The rules of a policy in effect, where its names have no address but this one. */
const inEffectWith =
	(...addresses: readonly string[]) =>
	(policy: Policy) =>
		asInEffect()(withAddresses(policy, new Map([[looker, addresses.map(addressOf)]])));

for (const [what, inEffect, inEffectLater, cause, owner] of [
	[
		'whose name nobody follows',
		inEffectWith(),
		inEffectWith(),
		...(['names.behind', 'this-host'] as const),
	],
	[
		'that is permitted, and refused elsewhere',
		inEffectWith('192.0.2.1'),
		inEffectWith('192.0.2.1'),
		...(['tcp.prohibited', 'network'] as const),
	],
	// It was told when the name was looked up, which is after the rules were read.
	[
		'that has come to be permitted meanwhile, and is refused elsewhere',
		inEffectWith(),
		inEffectWith('192.0.2.1'),
		...(['tcp.prohibited', 'network'] as const),
	],
] as const) {
	test(`an address ${what} is judged ${cause}`, async () => {
		const result = await probe('looker-license', {
			...{answers: strict, inEffect, inEffectLater, network: {dials: reject}},
		});
		assert.deepEqual([result.cause, result.owner], [cause, owner]);
	});
}

test('what works is proven, whatever the rules were before its name was looked up', async () => {
	const {verdict} = await probe('looker-license', {
		answers: strict,
		inEffect: inEffectWith(),
	});
	assert.equal(verdict, 'pass');
});

for (const [what, answers, text, dials, verdict, cause] of [
	['no address at all', strict, '0.0.0.0', 'prohibited', 'fail', 'dns.sinkhole'],
	['an address inside', strict, '10.0.0.1', 'prohibited', 'fail', 'dns.inside'],
	[
		'an address inside that still answers',
		...([strict, '10.0.0.1', 'connected', 'warn', 'dns.inside'] as const),
	],
	[
		'an address inside that the site has permitted',
		{
			...strict,
			extra: [
				{
					...({id: 'copy', direction: 'outbound', peer: '10.0.0.1'} as const),
					...({port: 443, protocol: 'tcp', usage: ''} as const),
				},
			],
		},
		...(['10.0.0.1', 'connected', 'pass', null] as const),
	],
	[
		'an address inside, by way of a proxy',
		{...strict, ...proxied},
		...(['10.0.0.1', 'connected', 'pass', null] as const),
	],
] satisfies ReadonlyArray<
	readonly [string, ContextRecord['answers'], string, DialOutcome, Verdict, string | null]
>) {
	test(`where only names are permitted, ${what} is judged ${cause ?? 'proven'}`, async () => {
		const result = await probe('looker-license', {
			answers,
			inEffect: inEffectWith(),
			network: {names: {[looker]: [text]}, dials: {[`${text}:443`]: dials}},
		});
		assert.deepEqual([result.verdict, result.cause], [verdict, cause]);
	});
}
