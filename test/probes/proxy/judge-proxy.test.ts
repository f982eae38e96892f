import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	judgeFetch,
	judgeProxy,
	judgeWayToProxy,
} from '../../../source/probes/proxy/judge-proxy.js';
import {goodPage, goodProxy} from '../recorded-seen.js';

for (const [status, cause, named] of [
	[200, null, undefined],
	[201, null, undefined],
	[302, 'proxy.denied', '302'],
	[403, 'proxy.denied', '403'],
	[407, 'proxy.login', 'Basic realm="Campus"'],
	[400, 'proxy.not-a-proxy', undefined],
	[404, 'proxy.denied', '404'],
	[405, 'proxy.not-a-proxy', undefined],
	[501, 'proxy.not-a-proxy', undefined],
	[500, 'proxy.bad-gateway', '500'],
	[502, 'proxy.bad-gateway', '502'],
	[503, 'proxy.bad-gateway', '503'],
	[504, 'proxy.bad-gateway', '504'],
] as const) {
	test(`a proxy that says ${status} is judged ${cause ?? 'good'}`, () => {
		const judged = judgeProxy({...goodProxy, status, login: 'Basic realm="Campus"'});
		assert.equal(judged.cause, cause);
		assert.equal(judged.named, named);
		assert.equal(judged.detail === '', cause === null);
		assert.ok(cause === null || judged.detail.includes(String(status)));
	});
}

for (const [status, lack, cause, named] of [
	[407, undefined, 'proxy.login-refused', 'web'],
	[401, undefined, 'proxy.login-refused', 'web'],
	[407, 'The variable is not set', 'proxy.login-not-sent', 'The variable is not set'],
	[403, undefined, 'proxy.denied', '403'],
	[200, 'The variable is not set', null, undefined],
] as const) {
	test(`a proxy that says ${status} to a login ${lack ? 'that was not sent' : ''} is judged ${cause ?? 'good'}`, () => {
		const sent = {user: 'web', ...(lack === undefined ? {} : {lack})};
		const judged = judgeProxy({...goodProxy, status}, sent);
		assert.deepEqual([judged.cause, judged.named], [cause, named]);
		const fetched = judgeFetch({...goodPage, status}, sent);
		assert.equal(fetched?.cause ?? null, cause);
	});
}

test('a site that says 401 through a proxy is no proxy that refuses a login', () => {
	const seen = {...goodPage, status: 401, marks: ['via: 1.1 proxy']};
	assert.equal(judgeFetch(seen, {user: 'web'}), undefined);
});

for (const [outcome, detail] of [
	['timeout', /no answer in 10 s/],
	['closed', /hangs up/],
	['not-a-proxy', /is no proxy/],
] as const) {
	test(`a proxy whose answer ends as ${outcome} is judged proxy.${outcome}`, () => {
		const judged = judgeProxy({outcome, code: 'ECONNRESET', milliseconds: 3});
		assert.equal(judged.cause, `proxy.${outcome}`);
		assert.match(judged.detail, detail);
	});
}

for (const [outcome, cause, detail] of [
	['connected', null, /^$/],
	['refused', 'proxy.unreachable', /accepts no connection/],
	['timeout', 'proxy.unreachable', /no answer in 3\.5 s/],
	['unreachable', 'proxy.unreachable', /no way to the proxy/],
	['prohibited', 'proxy.unreachable', /a firewall refuses/],
	['failed', 'probe.failed', /EMFILE/],
] as const) {
	test(`a way to a proxy that ends as ${outcome} is judged ${cause ?? 'good'}`, () => {
		const judged = judgeWayToProxy({outcome, code: 'EMFILE', milliseconds: 3});
		assert.equal(judged.cause, cause);
		assert.match(judged.detail, detail);
	});
}
