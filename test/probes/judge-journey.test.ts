import assert from 'node:assert/strict';
import {test} from 'node:test';
import {proxyTarget} from '../../source/answers/proxy-url.js';
import {catalogue} from '../../source/catalogue/catalogue.js';
import {judgeJourney} from '../../source/probes/judge-journey.js';
import type {Errand, Seen, Way} from '../../source/probes/talk.js';
import type {DialOutcome} from '../../source/probes/tcp/dial-outcome.js';
import type {TimeReply} from '../../source/probes/time/sntp.js';
import {addressOf} from './recorded-network.js';
import {
	goodMail,
	goodPage,
	goodProxy,
	goodSql,
	goodTime,
	goodTls,
} from './recorded-seen.js';

const rowOf = (id: string) =>
	catalogue.find(connection => connection.id === id) ?? assert.fail(id);
const license = rowOf('looker-license');
const updates = rowOf('remirepo-cdn');
const timeRow = rowOf('ntp-0');
const everywhere = {way: () => true, name: () => false, dns: true};
const nowhere = {way: () => false, name: () => false, dns: false};

const direct: Way = {via: 'direct', address: addressOf('192.0.2.1')};
const throughProxy: Way = {
	via: 'proxy',
	address: addressOf('10.10.0.8'),
	proxy: proxyTarget('http://proxy.uni.edu:3128') ?? assert.fail(),
};
const errands = {
	https: {talk: 'https', host: 'license.looker.com', port: 443, path: '/'},
	http: {talk: 'http', host: 'cdn.remirepo.net', port: 80, path: '/'},
	sntp: {talk: 'sntp', host: '0.centos.pool.ntp.org', port: 123},
	smtp: {talk: 'smtp', host: 'smtp.uni.edu', port: 587, security: 'starttls'},
	sql: {talk: 'sql', host: 'mssql.uni.edu', port: 1433},
} as const satisfies Record<string, Errand>;

const dialled = (outcome: DialOutcome, code?: string, milliseconds = 11): Seen => ({
	dialled: {outcome, code, milliseconds},
});
const connected = dialled('connected');
const slowly = 3100;

for (const [name, row, errand, seen, cause, detail] of [
	['a refusal', license, errands.https, dialled('refused'), 'tcp.refused', /accepts/],
	['silence', license, errands.https, dialled('timeout'), 'tcp.timeout', /3\.5 s/],
	[
		'no route',
		...([license, errands.https, dialled('unreachable', 'ENETUNREACH')] as const),
		...(['tcp.unreachable', /no way/] as const),
	],
	[
		'a firewall',
		...([license, errands.https, dialled('prohibited', 'EACCES')] as const),
		...(['tcp.prohibited', /firewall/] as const),
	],
	// Linux has one error for both: only a firewall says so at once.
	[
		'"no route to host" at once',
		...([license, errands.https, dialled('unreachable', 'EHOSTUNREACH')] as const),
		...(['tcp.prohibited', /firewall/] as const),
	],
	[
		'"no route to host" after seconds',
		license,
		errands.https,
		dialled('unreachable', 'EHOSTUNREACH', slowly),
		...(['tcp.unreachable', /no way/] as const),
	],
	[
		'a fault of this server',
		...([license, errands.https, dialled('failed', 'EMFILE')] as const),
		...(['probe.failed', /could not be tried \(EMFILE\)/] as const),
	],
	['a refused question', timeRow, errands.sntp, dialled('refused'), 'udp.refused', /acc/],
	['a silent server', timeRow, errands.sntp, dialled('timeout'), 'udp.timeout', /3\.5 s/],
	[
		'no route to it',
		...([timeRow, errands.sntp, dialled('unreachable', 'ENETUNREACH')] as const),
		...(['udp.unreachable', /no way/] as const),
	],
	[
		'a firewall before it',
		...([timeRow, errands.sntp, dialled('prohibited', 'EACCES')] as const),
		...(['udp.prohibited', /firewall/] as const),
	],
	['a connection', license, errands.https, connected, null, /^connected$/],
	[
		'a page with TLS',
		...([license, errands.https, {...connected, tls: goodTls, http: goodPage}] as const),
		...([null, /^TLS 1\.3, HTTP 200$/] as const),
	],
	[
		'a page',
		...([updates, errands.http, {...connected, http: goodPage}] as const),
		...([null, /^HTTP 200$/] as const),
	],
	[
		'a mail server',
		...([rowOf('mail'), errands.smtp, {...connected, smtp: goodMail}] as const),
		...([null, /^STARTTLS, .*login offered$/] as const),
	],
	[
		'a SQL Server',
		...([rowOf('sql-tcp'), errands.sql, {...connected, sql: goodSql}] as const),
		...([null, /^SQL Server 2019, encrypted$/] as const),
	],
	[
		'the time',
		...([timeRow, errands.sntp, {...connected, time: goodTime}] as const),
		...([null, /stratum 2/] as const),
	],
	[
		'a page of somebody who reads along',
		license,
		errands.https,
		{...connected, tls: {...goodTls, trust: 'none'}, http: goodPage},
		...(['tls.intercepted', /read along/] as const),
	],
	[
		'an old version and a fault of the site',
		license,
		errands.https,
		{...connected, tls: {...goodTls, version: 'TLSv1'}, http: {...goodPage, status: 503}},
		...(['tls.version', /TLS 1\.0/] as const),
	],
	// What is graver than a warning counts, whichever came first.
	[
		'an old version and a login page',
		license,
		errands.https,
		{...connected, tls: {...goodTls, version: 'TLSv1'}, http: {...goodPage, status: 511}},
		...(['http.captive-portal', /login/] as const),
	],
	[
		'a refusal of the site itself',
		license,
		errands.https,
		{...connected, tls: goodTls, http: {...goodPage, status: 403}},
		...([null, /^TLS 1\.3, HTTP 403$/] as const),
	],
] as const) {
	test(`${name} of ${row.id} is judged ${cause ?? 'proven'}`, () => {
		const judged = judgeJourney({way: direct, seen}, errand, row, everywhere);
		assert.equal(judged.cause, cause);
		assert.match(judged.detail, detail);
	});
}

for (const [name, reply, cause, detail] of [
	['as exact as ours', {offset: 0}, null, /stratum 2, clock exact/],
	['ahead of us', {offset: 4}, null, /clock 4 ms slow/],
	['behind us', {offset: -4}, null, /clock 4 ms fast/],
	// The way to it is proven: how wrong our clock is, is told once, of the clock.
	['far ahead of us', {offset: 90_000}, null, /clock 90 s slow/],
	['without the time', {isUnsynchronised: true}, 'ntp.unsynchronised', /does not know/],
	['that refuses', {stratum: 0, kiss: 'DENY'}, 'ntp.refused', /\(DENY\)/],
	['that is asked too often', {stratum: 0, kiss: 'RATE'}, 'ntp.rate', /\(RATE\)/],
	[
		'that refuses without a word',
		{stratum: 0, kiss: ''},
		'ntp.refused',
		/refuses[^()]*$/,
	],
] satisfies ReadonlyArray<readonly [string, Partial<TimeReply>, string | null, RegExp]>) {
	test(`a time server ${name} is judged ${cause ?? 'proven'}`, () => {
		const seen = {...connected, time: {...goodTime, ...reply}};
		const journey = {way: direct, seen};
		const judged = judgeJourney(journey, errands.sntp, timeRow, everywhere);
		assert.equal(judged.cause, cause);
		assert.match(judged.detail, detail);
	});
}

for (const [outcome, cause] of [
	['prohibited', 'local.blocked'],
	// EHOSTUNREACH at once is how our own reject looks to an IPv4 TCP client.
	['unreachable', 'local.blocked'],
	['timeout', 'tcp.timeout'],
	['refused', 'tcp.refused'],
	['connected', null],
] as const) {
	test(`"${outcome}" where our own rules do not permit it is ${cause ?? 'proven'}`, () => {
		const journey = {way: direct, seen: dialled(outcome)};
		assert.equal(judgeJourney(journey, errands.https, license, nowhere).cause, cause);
	});
}

test('EPERM comes from this server itself, whatever its rules seem to permit', () => {
	for (const way of [direct, throughProxy]) {
		const journey = {way, seen: dialled('prohibited', 'EPERM')};
		const judged = judgeJourney(journey, errands.https, license, everywhere);
		assert.equal(judged.cause, 'local.blocked');
	}
});

test('our own rules are asked about the very address that failed', () => {
	const onlyIpv4 = {...everywhere, way: ({address}: Way) => address.family === 4};
	for (const [text, cause] of [
		['192.0.2.1', 'tcp.prohibited'],
		['2001:db8::1', 'local.blocked'],
	] as const) {
		const way = {via: 'direct', address: addressOf(text)} as const;
		const journey = {way, seen: dialled('prohibited', 'EACCES')};
		assert.equal(judgeJourney(journey, errands.https, license, onlyIpv4).cause, cause);
	}
});

for (const [what, named, permitted, cause] of [
	['an address that its name does not have here yet', true, false, 'names.behind'],
	['an address that is permitted by name', true, true, 'tcp.prohibited'],
	['an address whose name is not permitted', false, false, 'local.blocked'],
] as const) {
	test(`a refusal of ${what} is judged ${cause}`, () => {
		const journey = {way: direct, seen: dialled('prohibited', 'EACCES')};
		const rules = {way: () => permitted, name: () => named, dns: true};
		assert.equal(judgeJourney(journey, errands.https, license, rules).cause, cause);
	});
}

for (const [name, errand, row, seen, cause, detail] of [
	[
		'a proxy that is not reached',
		...([errands.https, license, dialled('timeout')] as const),
		...(['proxy.unreachable', /the proxy gives no answer/] as const),
	],
	[
		'a proxy that connects',
		errands.https,
		license,
		{...connected, proxy: goodProxy, tls: goodTls, http: goodPage},
		...([null, /^TLS 1\.3, HTTP 200$/] as const),
	],
	[
		'a proxy that refuses',
		errands.https,
		license,
		{...connected, proxy: {...goodProxy, status: 403}},
		...(['proxy.denied', /the proxy says 403/] as const),
	],
	[
		'a proxy that reads along',
		errands.https,
		license,
		{...connected, proxy: goodProxy, tls: {...goodTls, trust: 'none'}},
		...(['tls.intercepted', /read along/] as const),
	],
	[
		'a proxy that fetches',
		...([errands.http, updates, {...connected, http: goodPage}] as const),
		...([null, /^HTTP 200$/] as const),
	],
	[
		'a proxy that wants a login before it fetches',
		errands.http,
		updates,
		{...connected, http: {...goodPage, status: 407}},
		...(['proxy.login', /login/] as const),
	],
	[
		'a proxy that does not get what it fetches',
		errands.http,
		updates,
		{...connected, http: {...goodPage, status: 504}},
		...(['proxy.bad-gateway', /504/] as const),
	],
	// Inside TLS it is the site that speaks.
	[
		'a site behind a proxy that has a fault of its own',
		errands.https,
		license,
		{...connected, proxy: goodProxy, tls: goodTls, http: {...goodPage, status: 503}},
		...(['http.server-error', /503/] as const),
	],
] as const) {
	test(`${name} is judged ${cause ?? 'proven'}`, () => {
		const journey = {way: throughProxy, seen};
		const judged = judgeJourney(journey, errand, row, everywhere);
		assert.equal(judged.cause, cause);
		assert.match(judged.detail, detail);
	});
}

const hung: Seen = {
	...connected,
	tls: {outcome: 'timeout', code: 'ETIMEDOUT', milliseconds: 3500},
};

for (const [name, path, cause, detail] of [
	[
		'and goes on with small packets',
		{outcome: 'passes', largest: 1280},
		'tcp.mtu',
		/lost/,
	],
	['and does so with small packets', {outcome: 'hangs'}, 'tls.timeout', /small packets/],
	['alone', {outcome: 'untested', reason: 'needs root'}, 'tls.timeout', /hangs$/],
] as const) {
	test(`a handshake that hangs ${name} is judged ${cause}`, () => {
		const journey = {way: direct, seen: {...hung, path}};
		const judged = judgeJourney(journey, errands.https, license, everywhere);
		assert.equal(judged.cause, cause);
		assert.match(judged.detail, detail);
		assert.equal(judged.named, cause === 'tcp.mtu' ? '1280' : undefined);
	});
}
