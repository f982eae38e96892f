import assert from 'node:assert/strict';
import {test} from 'node:test';
import {judgeTls} from '../../../source/probes/tls/judge-tls.js';
import type {TlsEstablished, TlsSeen} from '../../../source/probes/tls/tls-seen.js';
import {verdictOf} from '../../../source/probes/verdict-of.js';
import {goodTls} from '../recorded-seen.js';

const host = 'license.looker.com';
const [goodCertificate] = goodTls.certificates;
assert.ok(goodCertificate);

const withCertificate = (
	parts: Partial<typeof goodCertificate>,
	more: Partial<TlsEstablished> = {},
): TlsEstablished => ({
	...goodTls,
	certificates: [{...goodCertificate, ...parts}],
	...more,
});
const failed = (outcome: Exclude<TlsSeen['outcome'], 'established'>): TlsSeen => ({
	outcome,
	code: 'ERR_SSL_SOMETHING',
	milliseconds: 3,
});

for (const [outcome, detail] of [
	['timeout', /TCP connects, TLS hangs/],
	['closed', /cut during the TLS handshake/],
	['not-tls', /does not speak TLS/],
	['refused', /no common TLS version/],
	['failed', /TLS fails/],
] as const) {
	for (const isPublic of [true, false]) {
		test(`a handshake that ends as ${outcome} is judged tls.${outcome}, ${isPublic ? 'on the Internet' : 'on the site'}`, () => {
			const judged = judgeTls(failed(outcome), {host, isPublic});
			assert.equal(judged.cause, `tls.${outcome}`);
			assert.equal(verdictOf(judged), 'fail');
			assert.match(judged.detail, detail);
		});
	}
}

const unknown = {trust: 'none', fault: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'} as const;
const byFilter = {issuer: 'Filter CA'};
const bySelf = {issuer: goodCertificate.subject};

for (const [name, seen, publicly, onSite, named] of [
	['a good one', goodTls, null, null, undefined],
	[
		'one by a filter that the system trusts',
		withCertificate(byFilter, {trust: 'site'}),
		...(['tls.intercepted-trusted', null, 'Filter CA'] as const),
	],
	[
		'one by a filter that nobody knows',
		withCertificate(byFilter, unknown),
		...(['tls.intercepted', 'tls.untrusted', 'Filter CA'] as const),
	],
	[
		'one signed by itself',
		withCertificate(bySelf, {trust: 'none', fault: 'DEPTH_ZERO_SELF_SIGNED_CERT'}),
		...(['tls.self-signed', 'tls.self-signed', undefined] as const),
	],
	[
		'one without the link to its authority',
		withCertificate({issuer: 'Middle CA'}, {...unknown, isIncomplete: true}),
		...(['tls.incomplete-chain', 'tls.incomplete-chain', 'Middle CA'] as const),
	],
	[
		'one of the past',
		withCertificate({validTo: '2026-02-03T04:05:06.000Z'}, {fault: 'CERT_HAS_EXPIRED'}),
		...(['tls.expired', 'tls.expired', '2026-02-03'] as const),
	],
	[
		'one of the future',
		withCertificate(
			{validFrom: '2027-02-03T04:05:06.000Z'},
			{fault: 'CERT_NOT_YET_VALID'},
		),
		...(['tls.not-yet-valid', 'tls.not-yet-valid', '2027-02-03'] as const),
	],
	[
		'one for another name',
		{...goodTls, isOtherName: true, names: ['www.uni.edu', 'uni.edu']},
		...(['tls.wrong-name', 'tls.wrong-name', 'www.uni.edu'] as const),
	],
	[
		'one without alternative names',
		withCertificate({subject: 'localhost'}, {isOtherName: true, names: []}),
		...(['tls.wrong-name', 'tls.wrong-name', 'localhost'] as const),
	],
	[
		'one that is not made for servers',
		{...goodTls, fault: 'INVALID_PURPOSE'},
		...(['tls.untrusted', 'tls.untrusted', 'Public CA 1'] as const),
	],
] as const) {
	test(`a certificate, ${name}, is judged ${publicly ?? 'good'} on the Internet`, () => {
		const judged = judgeTls(seen, {host, isPublic: true});
		assert.equal(judged.cause, publicly);
		assert.equal(judged.named, named);
	});

	test(`a certificate, ${name}, is judged ${onSite ?? 'good'} on the site, and never worse than a warning`, () => {
		const judged = judgeTls(seen, {host, isPublic: false});
		assert.equal(judged.cause, onSite);
		assert.match(verdictOf(judged), /^(?:pass|warn)$/);
	});
}

test('on the Internet whoever reads along counts before everything else', () => {
	const both = withCertificate(byFilter, {...unknown, isOtherName: true});
	const judged = judgeTls(both, {host, isPublic: true});
	assert.equal(judged.cause, 'tls.intercepted');
	assert.equal(verdictOf(judged), 'fail');
	assert.match(judged.detail, /read along by "Filter CA"/);
});

for (const [version, cause, detail] of [
	['TLSv1.3', null, 'TLS 1.3'],
	['TLSv1.2', null, 'TLS 1.2'],
	['TLSv1.1', 'tls.version', 'only TLS 1.1'],
	['TLSv1', 'tls.version', 'only TLS 1.0'],
] as const) {
	test(`${version} is ${cause ?? 'good'}, and called "${detail}"`, () => {
		const judged = judgeTls({...goodTls, version}, {host, isPublic: true});
		assert.equal(judged.cause, cause);
		assert.equal(judged.detail, detail);
		assert.notEqual(verdictOf(judged), 'fail');
	});
}
