import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {HttpAnswered} from '../../../source/probes/http/http-seen.js';
import {judgeHttp} from '../../../source/probes/http/judge-http.js';
import {verdictOf} from '../../../source/probes/verdict-of.js';
import {goodPage} from '../recorded-seen.js';

const judge = (parts: Partial<HttpAnswered>, host = 'cdn.remirepo.net') =>
	judgeHttp({...goodPage, ...parts}, {host, isSiteItself: false});

for (const [outcome, detail] of [
	['timeout', /answers no request/],
	['closed', /hangs up on the request/],
	['not-http', /does not speak HTTP/],
] as const) {
	test(`a request that ends as ${outcome} is judged http.${outcome}`, () => {
		for (const isSiteItself of [true, false]) {
			const seen = {outcome, code: 'ECONNRESET', milliseconds: 3};
			const judged = judgeHttp(seen, {host: 'cdn.remirepo.net', isSiteItself});
			assert.equal(judged.cause, `http.${outcome}`);
			assert.match(judged.detail, detail);
		}
	});
}

for (const status of [200, 204, 206, 301, 302, 304, 400, 404, 405, 410, 429]) {
	test(`the status ${status} proves that the site is reached`, () => {
		const judged = judge({status});
		assert.equal(judged.cause, null);
		assert.equal(judged.detail, `HTTP ${status}`);
	});
}

for (const status of [500, 502, 503, 504]) {
	test(`the status ${status} is a fault of the site, and only a warning`, () => {
		const judged = judge({status});
		assert.equal(judged.cause, 'http.server-error');
		assert.equal(judged.named, `HTTP ${status}`);
		assert.equal(verdictOf(judged), 'warn');
	});
}

for (const status of [401, 403, 451]) {
	test(`the status ${status} in plain HTTP is a refusal of whoever answers`, () => {
		assert.equal(judge({status, title: 'Welcome'}).cause, 'http.refused');
	});
}

for (const [name, parts, cause, named] of [
	['a proxy that wants a login', {status: 407}, 'http.proxy-login', undefined],
	['a network that wants a login', {status: 511}, 'http.captive-portal', undefined],
	[
		'a page that is elsewhere, at a private address',
		{status: 302, location: 'http://10.0.0.1:8000/login'},
		...(['http.captive-portal', '10.0.0.1'] as const),
	],
	[
		'a page that is elsewhere, at a private IPv6 address',
		{status: 307, location: 'https://[fd00::1]/login'},
		...(['http.captive-portal', 'fd00::1'] as const),
	],
	[
		'a page of another site',
		{status: 302, location: 'https://filter.uni.edu/blocked?url=x'},
		...(['http.redirected', 'filter.uni.edu'] as const),
	],
	[
		'a page of another site without its protocol',
		{status: 302, location: '//filter.uni.edu/blocked'},
		...(['http.redirected', 'filter.uni.edu'] as const),
	],
	[
		'a page at another public address',
		{status: 302, location: 'http://192.0.2.80/'},
		...(['http.redirected', '192.0.2.80'] as const),
	],
	[
		'a block page by its title',
		{status: 403, title: 'FortiGuard Intrusion Prevention'},
		...(['http.block-page', 'FortiGuard'] as const),
	],
	[
		'a block page that pretends to be good',
		{status: 200, beginning: 'Blocked by Zscaler'},
		...(['http.block-page', 'Zscaler'] as const),
	],
	[
		'a refusal of Squid',
		{status: 403, marks: ['server: squid/5.7', 'x-squid-error: ERR_ACCESS_DENIED 0']},
		...(['http.block-page', 'Squid'] as const),
	],
] as const) {
	test(`${name} is judged ${cause}`, () => {
		const judged = judge(parts);
		assert.equal(judged.cause, cause);
		assert.equal(judged.named, named);
		assert.equal(verdictOf(judged), 'fail');
	});
}

for (const [name, parts] of [
	['a page on the same host', {status: 301, location: '/index.html'}],
	['the same page with TLS', {status: 301, location: 'https://cdn.remirepo.net/'}],
	['another host of the same site', {status: 302, location: 'http://rpms.remirepo.net/'}],
	['another host without the protocol', {status: 302, location: '//rpms.remirepo.net/'}],
	[
		'the site in capitals, to the dot',
		{status: 302, location: 'http://CDN.Remirepo.Net./'},
	],
	['nothing that is an address', {status: 302, location: 'http://['}],
	['nothing', {status: 302, location: ''}],
	['a Squid on the way', {status: 200, marks: ['via: 1.1 cache (squid/5.7)']}],
	['a fault that Squid passes on', {status: 404, marks: ['via: 1.1 cache (squid/5.7)']}],
] as const) {
	test(`an answer that sends on to, or shows, ${name} is good`, () => {
		assert.equal(judge(parts).cause, null);
	});
}

for (const [host, target, isSame] of [
	['www.uni.ac.uk', 'login.uni.ac.uk', true],
	['www.uni.ac.uk', 'www.other.ac.uk', false],
	['mirrors.fedoraproject.org', 'admin.fedoraproject.org', true],
	['license.looker.com', 'looker.com', true],
	['license.looker.com', 'looker.com.evil.example', false],
] as const) {
	test(`${host} and ${target} are ${isSame ? 'one site' : 'two sites'}`, () => {
		const judged = judge({status: 302, location: `http://${target}/`}, host);
		assert.equal(judged.cause, isSame ? null : 'http.redirected');
	});
}

test('where TLS has shown that it is the site, whatever it says is its own', () => {
	for (const parts of [
		{status: 403},
		{status: 302, location: 'https://elsewhere.example/'},
		{status: 200, beginning: 'Our firewalls are by Sophos'},
	]) {
		const expected = {host: 'license.looker.com', isSiteItself: true};
		assert.equal(judgeHttp({...goodPage, ...parts}, expected).cause, null);
	}
});
