import assert from 'node:assert/strict';
import {test} from 'node:test';
import {judgeSmtp} from '../../../source/probes/smtp/judge-smtp.js';
import type {SmtpSeen} from '../../../source/probes/smtp/smtp-seen.js';
import {verdictOf} from '../../../source/probes/verdict-of.js';
import {goodMail, goodTls} from '../recorded-seen.js';

const expected = {host: 'smtp.uni.edu', security: 'starttls', isPublic: false} as const;
const silent = {code: undefined, trouble: 'timeout'} as const;
const closed = {code: undefined, trouble: 'closed'} as const;
const rubbish = {code: undefined, trouble: 'not-smtp'} as const;
const milliseconds = 14;
const {banner, hello} = goodMail;
assert.ok(banner !== undefined && hello !== undefined);
const greeted = {banner, bannerAfter: 5, milliseconds};
const inClear = {...greeted, hello, logins: ['PLAIN'], milliseconds};
const said = (code: number, ...lines: readonly string[]) => ({code, lines});

for (const [name, seen, security, cause, named] of [
	['a good relay', goodMail, 'starttls', null, undefined],
	[
		'a relay with TLS',
		{...greeted, hello, tls: goodTls, milliseconds},
		'tls',
		null,
		undefined,
	],
	['a relay in clear', inClear, 'none', null, undefined],
	['silence', {banner: silent, milliseconds}, 'starttls', 'smtp.no-banner', undefined],
	['a cut', {banner: closed, milliseconds}, 'starttls', 'smtp.closed', undefined],
	['no mail server', {banner: rubbish, milliseconds}, 'none', 'smtp.not-smtp', undefined],
	[
		'a refusal',
		{banner: said(554, 'no service', 'for you'), milliseconds},
		...(['starttls', 'smtp.rejected', '554 no service for you'] as const),
	],
	[
		'a server that is busy',
		{banner: said(421, 'too many'), milliseconds},
		...(['starttls', 'smtp.busy', '421 too many'] as const),
	],
	[
		'a refusal of our name',
		{...greeted, hello: said(550, 'who are you')},
		...(['starttls', 'smtp.rejected', '550 who are you'] as const),
	],
	[
		'a cut after the greeting',
		{...greeted, hello: closed},
		'none',
		'smtp.closed',
		undefined,
	],
	[
		'no STARTTLS',
		{...inClear, isStartTlsOffered: false},
		...(['starttls', 'smtp.no-starttls', undefined] as const),
	],
	[
		'STARTTLS written over in the capabilities',
		{...inClear, hello: said(250, 'smtp', 'XXXXXXXA'), isStartTlsOffered: false},
		...(['starttls', 'smtp.starttls-removed', undefined] as const),
	],
	[
		'a banner written over',
		{...inClear, banner: said(220, '*'.repeat(30)), isStartTlsOffered: false},
		...(['starttls', 'smtp.starttls-removed', undefined] as const),
	],
	[
		'STARTTLS that is refused',
		{...inClear, isStartTlsOffered: true, startTls: said(454, 'not now')},
		...(['starttls', 'smtp.starttls-refused', '454 not now'] as const),
	],
	[
		'STARTTLS that is cut',
		{...inClear, isStartTlsOffered: true, startTls: closed},
		...(['starttls', 'smtp.starttls-refused', 'no answer'] as const),
	],
	[
		'STARTTLS that fails',
		{...goodMail, tls: {outcome: 'failed', code: 'ERR_SSL', milliseconds: 3}},
		...(['starttls', 'smtp.tls-failed', undefined] as const),
	],
	[
		'no TLS from the first byte',
		{tls: {outcome: 'not-tls', code: 'ERR_SSL', milliseconds: 3}, milliseconds},
		...(['tls', 'smtp.no-implicit-tls', undefined] as const),
	],
	[
		'TLS from the first byte that hangs',
		{tls: {outcome: 'timeout', code: 'ETIMEDOUT', milliseconds: 3}, milliseconds},
		...(['tls', 'tls.timeout', undefined] as const),
	],
	[
		'a certificate that has ended',
		{...goodMail, tls: {...goodTls, fault: 'CERT_HAS_EXPIRED'}},
		...(['starttls', 'tls.expired', '2027-01-01'] as const),
	],
	[
		'a banner after 9 s',
		{...goodMail, bannerAfter: 9200},
		...(['starttls', 'smtp.slow', '9 s'] as const),
	],
	[
		'a banner after 3 s',
		{...goodMail, bannerAfter: 3000},
		...(['starttls', null, undefined] as const),
	],
] satisfies ReadonlyArray<
	readonly [
		string,
		SmtpSeen,
		'starttls' | 'tls' | 'none',
		string | null,
		string | undefined,
	]
>) {
	test(`${name} is judged ${cause ?? 'good'}`, () => {
		const judged = judgeSmtp(seen, {...expected, security});
		assert.equal(judged.cause, cause);
		assert.equal(judged.named, named);
		assert.notEqual(judged.detail, '');
	});
}

test('a wrong certificate of a relay of the site is a warning, and of SendGrid a failure', () => {
	const seen = {...goodMail, tls: {...goodTls, isOtherName: true}};
	const onSite = judgeSmtp(seen, expected);
	assert.deepEqual([onSite.cause, verdictOf(onSite)], ['tls.wrong-name', 'warn']);
	const publicly = judgeSmtp(seen, {...expected, isPublic: true});
	assert.deepEqual([publicly.cause, verdictOf(publicly)], ['tls.wrong-name', 'fail']);
});

test('somebody who reads along before SendGrid is named', () => {
	const [certificate = assert.fail()] = goodTls.certificates;
	const tls = {
		...goodTls,
		trust: 'none',
		certificates: [{...certificate, issuer: 'Filter CA'}],
	} as const;
	const judged = judgeSmtp({...goodMail, tls}, {...expected, isPublic: true});
	assert.deepEqual([judged.cause, judged.named], ['tls.intercepted', 'Filter CA']);
});

for (const [name, seen, security, detail] of [
	['STARTTLS and a login', goodMail, 'starttls', /^STARTTLS, .*login offered$/],
	[
		'STARTTLS alone',
		{...goodMail, logins: []},
		'starttls',
		/^STARTTLS, .*no login asked$/,
	],
	[
		'TLS alone',
		{...greeted, hello, tls: goodTls, logins: [], milliseconds},
		...(['tls', /^TLS.*no login asked$/] as const),
	],
	['a login in clear', inClear, 'none', /^in clear, login offered$/],
] as const) {
	test(`a server that offers ${name} is told so`, () => {
		assert.match(judgeSmtp(seen, {...expected, security}).detail, detail);
	});
}
