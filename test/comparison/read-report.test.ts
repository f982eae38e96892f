import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {readReport} from '../../source/comparison/read-report.js';
import {faultOf} from '../reports/sample-faults.js';
import {sampleResult} from '../reports/sample-results.js';
import {reportText, resultsWith} from './sample-reports.js';

const written = reportText('live.college.example');
const rowOf = (id: string, text: string) =>
	readReport(text).summary?.rows.find(row => row.id === id) ?? assert.fail(`no ${id}`);

/** A report in which something was changed by hand. */
const changed = (parts: Readonly<Record<string, unknown>>) =>
	JSON.stringify({...JSON.parse(written), ...parts});

test('what is compared of a report is its server, its answers and its rows', () => {
	const {summary} = readReport(written);
	assert.partialDeepStrictEqual(summary, {
		...{hostname: 'live.college.example', version: '0.1.0', list: 'dd8f4c072fa0'},
		...{backend: 'nftables', isEnforced: true, audience: null},
		...{triedAt: '2026-11-25T14:02:15.000Z', writtenAt: '2026-11-25T15:10:00.000Z'},
	});
	assert.deepEqual(rowOf('sql-tcp', written), {
		...{id: 'sql-tcp', port: '1433 TCP', usage: 'Connection to your SQL database'},
		standings: [{state: 'proven', verdict: 'pass', cause: null, owner: null}],
		...{seen: ['answers'], rule: 'in effect'},
		answers: [
			{
				path: 'sql.host',
				value: 'db.college.example',
				identity: '["db.college.example"]',
			},
			{path: 'sql.port', value: '1433', identity: '["1433"]'},
			{path: 'outbound.mode', value: 'ports', identity: '["ports"]'},
		],
	});
});

test('what a server needs beside the list is there too, with what came of it', () => {
	const text = reportText('live.college.example', {
		results: resultsWith(
			faultOf('dns.server-silent', {id: 'dns-tcp', destination: '10.1.0.53'}),
		),
	});
	assert.partialDeepStrictEqual(rowOf('dns-udp', text), {
		...{port: '53/udp', rule: 'in effect', standings: [{state: 'proven'}]},
	});
	assert.partialDeepStrictEqual(rowOf('dns-tcp', text).standings, [
		{cause: 'dns.server-silent'},
	]);
});

test('of two DNS servers each has what came of it', () => {
	const text = reportText('live.college.example', {
		resolvers: ['10.1.0.53', '10.1.0.54'],
		results: [
			...resultsWith(),
			faultOf('dns.server-silent', {id: 'dns-udp', destination: '10.1.0.54'}),
		],
	});
	assert.deepEqual(
		rowOf('dns-udp', text).standings.map(({cause}) => cause),
		['dns.server-silent', null],
	);
});

test('a report of a real appliance is read', async () => {
	const {summary} = readReport(
		await readFile('test/reports/golden/campus/whole.json', 'utf8'),
	);
	assert.equal(summary?.hostname, 'analytics.uni.edu');
	assert.equal(summary?.rows.length, 26);
});

test("what is not used is nobody's to mend", async () => {
	const text = await readFile('test/reports/golden/campus/whole.json', 'utf8');
	assert.deepEqual(rowOf('sendgrid', text).standings, [
		{state: 'not used', verdict: 'skipped', cause: 'answers.not-used', owner: null},
	]);
});

test('of two destinations of a row that stand alike, one standing is kept, and what was seen once', () => {
	const servers = [1, 2, 3, 4, 5].map(number => `10.8.0.${number}`);
	const text = reportText('live.college.example', {
		answers: {time: {servers}},
		results: servers.map((destination, index) =>
			sampleResult({id: `ntp-${index % 4}`, destination, detail: 'stratum 3'}),
		),
	});
	const {standings, seen, answers} = rowOf('ntp-0', text);
	assert.deepEqual([standings.length, seen], [1, ['stratum 3']]);
	assert.deepEqual(
		answers.map(({value}) => value),
		['10.8.0.1', '10.8.0.5', 'ports'],
	);
});

test('what a later version adds is no fault', () => {
	const {summary} = readReport(changed({later: {more: [1, 2]}}));
	assert.deepEqual(summary, readReport(written).summary);
});

const notReport = /^It is no report that "analytics-setup report --json" has written\.$/;
for (const [what, text, wanted] of [
	['nothing at all', '', notReport],
	['half a report', written.slice(0, written.length / 2), notReport],
	['a number', '1', notReport],
	['null', 'null', notReport],
	['a list of reports', `[${written}]`, notReport],
	['what another command has written', '{"schema":1,"configured":true}', notReport],
	['a later form', changed({schema: 2}), /^Another version of the program/],
	['a time that is none', changed({moment: 'soon'}), notReport],
	['a trace of another kind', changed({trace: {}}), notReport],
	['a hostname that is no text', changed({answers: {server: {hostname: 7}}}), notReport],
	[
		'more rows than any list has',
		changed({trace: Array.from({length: 2000}, () => JSON.parse(written).trace[0])}),
		notReport,
	],
	[
		'keys that mean something to JavaScript',
		'{"schema":1,"__proto__":{"trace":[]}}',
		notReport,
	],
] as const) {
	test(`${what} is refused with a sentence`, () => {
		const {summary, fault} = readReport(text);
		assert.equal(summary, undefined);
		assert.match(fault ?? '', wanted);
	});
}

test('words of others are plain, and none is without an end', () => {
	const evil = `\u001b[2Jgone\u202e\n${'x'.repeat(100_000)}`;
	const text = written.replaceAll('"db.college.example"', JSON.stringify(evil));
	const answer = rowOf('sql-tcp', text).answers[0];
	assert.match(answer?.value ?? '', /^gone x{70,80}…/);
	assert.ok((answer?.identity.length ?? 0) < 200);
});

for (const [what, one, other, areEqual] of [
	['in another order are the same', ['10.1.0.0/16', '10.2.0.0/16'], 'reversed', true],
	['with one more are another answer', ['10.1.0.0/16'], 'longer', false],
] as const) {
	test(`networks ${what}`, () => {
		const others = {
			reversed: one.toReversed(),
			longer: [...one, '10.9.0.0/16'],
		};
		const identities = [one, others[other]].map(
			subnets =>
				rowOf(
					'viewers',
					reportText('live.college.example', {
						answers: {viewers: {subnets: [...subnets]}},
					}),
				).answers[0]?.identity,
		);
		assert.equal(identities[0] === identities[1], areEqual);
	});
}

test('a long list is told by its first entries, their number and a fingerprint', () => {
	const subnets = Array.from(
		{length: 5000},
		(_, index) => `10.${index >> 8}.${index & 255}.0/24`,
	);
	const row = rowOf(
		'viewers',
		reportText('live.college.example', {answers: {viewers: {subnets}}}),
	);
	assert.match(
		row.answers[0]?.value ?? '',
		/^10\.0\.0\.0\/24, 10\.0\.1\.0\/24, 10\.0\.2\.0\/24 and 4,997 more \(fingerprint [\da-f]{12}\)$/,
	);
});
