import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	clockFinding,
	clockRoot,
	isAboutDates,
} from '../../../source/probes/roots/clock.js';
import type {TimeReply} from '../../../source/probes/time/sntp.js';
import {goodMail, goodPage, goodSql, goodTime, goodTls} from '../recorded-seen.js';
import {found, place, wentTo} from './recorded-findings.js';

const day = 86_400_000;
const timeOf = (parts: Partial<TimeReply>) =>
	found('ntp-0', null, {}, [wentTo('192.0.2.123', {time: {...goodTime, ...parts}})]);
const webOf = (clockAhead: number | undefined) =>
	found('remirepo-cdn', null, {}, [
		wentTo('192.0.2.80', {http: {...goodPage, clockAhead}}),
	]);
/** A row whose certificate is valid in a year, and fails by its dates now. */
const datedOf = (year: number, inside: 'tls' | 'smtp' | 'sql' = 'tls') => {
	const tls = {
		...goodTls,
		certificates: goodTls.certificates.map(certificate => ({
			...certificate,
			validFrom: `${year}-01-01T00:00:00.000Z`,
			validTo: `${year + 1}-01-01T00:00:00.000Z`,
		})),
	};
	const seen = {
		tls: {tls},
		smtp: {smtp: {...goodMail, tls}},
		sql: {sql: {...goodSql, tls}},
	};
	return found('bitbucket', year < 2026 ? 'tls.expired' : 'tls.not-yet-valid', {}, [
		wentTo('192.0.2.1', seen[inside]),
	]);
};

for (const [name, findings, cause, detail] of [
	['the clock of a server like ours', [timeOf({offset: 0})], null, 'clock exact'],
	[
		'time servers that are far ahead',
		[timeOf({offset: 2 * day}), timeOf({offset: 2 * day})],
		...(['clock.off', 'clock 2 days slow'] as const),
	],
	[
		'one that lies among three',
		[timeOf({offset: 5}), timeOf({offset: 9 * day}), timeOf({offset: 7})],
		...(['clock.disputed', 'the time servers disagree'] as const),
	],
	[
		'time servers that do not know the time, beside one that does',
		[timeOf({offset: day, isUnsynchronised: true}), timeOf({offset: 0})],
		...([null, 'clock exact'] as const),
	],
	[
		'time servers that refuse, beside one that does not',
		[timeOf({offset: day, kiss: 'RATE', stratum: 0}), timeOf({offset: 0})],
		...([null, 'clock exact'] as const),
	],
	[
		'web servers alone, all of them far ahead',
		[webOf(3 * day), webOf(3 * day), webOf(3 * day)],
		...(['clock.off', 'clock 3 days slow'] as const),
	],
	// Time servers are exact, so they count.
	[
		'web servers that are far ahead, and a time server that is not',
		[webOf(3 * day), webOf(3 * day), webOf(3 * day), timeOf({offset: 0})],
		...([null, 'clock exact'] as const),
	],
] as const) {
	test(`by ${name} the clock is judged ${cause ?? 'good'}`, () => {
		const finding = clockFinding(findings, place);
		assert.equal(finding?.result.id, 'clock');
		assert.equal(finding?.result.cause, cause);
		assert.equal(finding?.result.detail, detail);
	});
}

for (const [name, findings] of [
	['nobody', []],
	['nobody who knows the time', [timeOf({isUnsynchronised: true})]],
	['two web servers, which may both be wrong', [webOf(3 * day), webOf(3 * day)]],
	['web servers that are about right', [webOf(900), webOf(-900), webOf(0)]],
	['web servers without a date', [webOf(undefined), webOf(undefined), webOf(undefined)]],
] as const) {
	test(`by ${name} nothing is said of the clock`, () => {
		assert.equal(clockFinding(findings, place), undefined);
	});
}

/** What a clock that is so far behind explains. */
const rootAt = (offset: number) => {
	const clock = clockFinding([timeOf({offset})], place);
	return clock && clockRoot([clock], place);
};

for (const [name, offset, finding, isExplained] of [
	[
		'a certificate that begins later, on a clock that is slow',
		400 * day,
		datedOf(2027),
		true,
	],
	[
		'a certificate that has ended, on a clock that is fast',
		-400 * day,
		datedOf(2025),
		true,
	],
	['a certificate inside SMTP', 400 * day, datedOf(2027, 'smtp'), true],
	['a certificate inside TDS', 400 * day, datedOf(2027, 'sql'), true],
	['a certificate that has ended anyway', 400 * day, datedOf(2025), false],
	['a certificate that begins still later', 30 * day, datedOf(2028), false],
	['a certificate for another name', 400 * day, found('mail', 'tls.wrong-name'), false],
	['what is not reached', 400 * day, found('mail', 'tcp.timeout'), false],
] as const) {
	test(`by a wrong clock, ${name} is ${isExplained ? '' : 'not '}explained`, () => {
		assert.equal(rootAt(offset)?.explains(finding), isExplained);
	});
}

test('a clock that is good, or disputed, explains nothing', () => {
	assert.equal(rootAt(5000), undefined);
	const findings = [timeOf({offset: 0}), timeOf({offset: 9 * day})];
	const disputed = clockFinding(findings, place);
	assert.ok(disputed);
	assert.equal(clockRoot([disputed], place), undefined);
	assert.equal(clockRoot([datedOf(2027)], place), undefined);
});

test('only what fails by its dates is about dates', () => {
	assert.ok(isAboutDates(datedOf(2025)));
	assert.ok(isAboutDates(datedOf(2027)));
	assert.ok(!isAboutDates(found('mail', 'tls.intercepted')));
	assert.ok(!isAboutDates(found('mail', null)));
});
