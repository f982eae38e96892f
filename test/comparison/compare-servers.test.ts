import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {Answers} from '../../source/answers/schema.js';
import {compareServers} from '../../source/comparison/compare-servers.js';
import type {Comparison} from '../../source/comparison/comparison.js';
import type {ProbeResult} from '../../source/probes/probe-result.js';
import {faultOf} from '../reports/sample-faults.js';
import {sampleResult} from '../reports/sample-results.js';
import {readSample, resultsWith} from './sample-reports.js';

const [one, live] = ['acceptance.college.example', 'live.college.example'];
const silent = resultsWith(
	faultOf('tcp.timeout', {id: 'sql-tcp', destination: 'db.college.example'}),
);

const differing = ({rows}: Comparison) => rows.filter(({groups}) => groups.length > 1);
const rowOf = (id: string, {rows}: Comparison) =>
	rows.find(row => row.id === id) ?? assert.fail(`no row ${id}`);
const traitOf = (name: string, {traits}: Comparison) =>
	traits.find(trait => trait.name === name)?.groups;

test('a row that works on one server only is the one that differs, with its cause and owner', () => {
	const comparison = compareServers([
		readSample(one),
		readSample(live, {results: silent}),
	]);
	assert.deepEqual(
		differing(comparison).map(({id}) => id),
		['sql-tcp'],
	);
	assert.partialDeepStrictEqual(rowOf('sql-tcp', comparison).groups, [
		{servers: [one], value: {standings: [{state: 'proven', verdict: 'pass'}]}},
		{
			servers: [live],
			value: {standings: [{state: 'fails', cause: 'tcp.timeout', owner: 'network'}]},
		},
	]);
});

test('answers behind a row are told where they differ, and only there', () => {
	const sql = {host: 'other.college.example', port: 1433, udp: true};
	const comparison = compareServers([
		readSample(one),
		readSample(live, {answers: {sql}}),
	]);
	assert.deepEqual(
		rowOf('sql-tcp', comparison).groups.map(({answers}) => answers),
		[
			[{path: 'sql.host', values: ['db.college.example']}],
			[{path: 'sql.host', values: ['other.college.example']}],
		],
	);
	assert.deepEqual(
		rowOf('mail', comparison).groups.map(({answers}) => answers),
		[[]],
	);
});

test('an answer that only one server has is told too', () => {
	const host = 'db.college.example';
	const sql = {host, port: 1433, udp: true, instance: 'REPORTS'};
	const comparison = compareServers([
		readSample(one),
		readSample(live, {answers: {sql}}),
	]);
	assert.deepEqual(
		rowOf('sql-tcp', comparison).groups.flatMap(({answers}) => answers),
		[{path: 'sql.instance', values: ['REPORTS']}],
	);
});

test('another time for the same is no difference', () => {
	const slow = resultsWith(
		sampleResult({
			...{id: 'sql-tcp', destination: 'db.college.example', milliseconds: 900},
			detail: 'answers slowly',
		}),
	);
	const comparison = compareServers([readSample(one), readSample(live, {results: slow})]);
	assert.deepEqual(differing(comparison), []);
	assert.deepEqual(rowOf('sql-tcp', comparison).groups[0]?.seen, [
		'answers',
		'answers slowly',
	]);
});

test('a rule that is not in effect makes a row differ', () => {
	const whole = readSample(one);
	const rows = whole.summary.rows.map(row =>
		row.id === 'mail' ? {...row, rule: 'not in effect' as const} : row,
	);
	const comparison = compareServers([
		whole,
		{file: 'live.json', summary: {...whole.summary, hostname: live, rows}},
	]);
	assert.deepEqual(
		rowOf('mail', comparison).groups.map(({value}) => value?.rule),
		['in effect', 'not in effect'],
	);
	assert.equal(differing(comparison).length, 1);
});

test('a rule of its own on one server is missing on the other', () => {
	const own: Answers['extra'][number] = {
		...{id: 'backup', peer: '10.7.0.1', port: 8443, usage: 'Backups'},
		...{direction: 'outbound', protocol: 'tcp'},
	};
	const comparison = compareServers([
		readSample(one),
		readSample(live, {answers: {extra: [own]}}),
	]);
	assert.partialDeepStrictEqual(rowOf('extra-backup', comparison).groups, [
		{servers: [one], value: null},
		{servers: [live], value: {rule: 'in effect'}},
	]);
});

test('two reports of one server are told apart by their files', () => {
	const {servers, rows} = compareServers([
		readSample(live, {}, 'monday.json'),
		readSample(live, {results: silent}, 'today.json'),
		readSample(one),
	]);
	assert.deepEqual(
		servers.map(({name}) => name),
		[one, `${live} (monday.json)`, `${live} (today.json)`],
	);
	assert.deepEqual(
		rows.find(({id}) => id === 'sql-tcp')?.groups.map(group => group.servers),
		[[one, `${live} (monday.json)`], [`${live} (today.json)`]],
	);
});

test('servers are in the order in which people count, each group of them too', () => {
	const names = ['a1', 'a2', 'a3', 'a10', 'a20'];
	const reports = ['a10', 'a3', 'a20', 'a1', 'a2'].map(name => readSample(name));
	const {servers, rows} = compareServers(reports);
	assert.deepEqual(
		servers.map(({name}) => name),
		names,
	);
	assert.deepEqual(rows[0]?.groups[0]?.servers, names);
});

test('two servers stand as they were named', () => {
	const {servers} = compareServers([readSample('test'), readSample('live')]);
	assert.deepEqual(
		servers.map(({name}) => name),
		['test', 'live'],
	);
});

test('what a report for one team leaves out is no difference', () => {
	const comparison = compareServers([
		readSample(one),
		readSample(live, {results: silent, audience: 'dba'}),
	]);
	assert.deepEqual(
		differing(comparison).map(({id}) => id),
		['sql-tcp'],
	);
	assert.deepEqual(
		rowOf('mail', comparison).groups.map(({servers}) => servers),
		[[one]],
	);
});

test('a report for the network team has every row, and is a whole one', () => {
	const {summary} = readSample(live, {audience: 'network'});
	assert.deepEqual(summary, readSample(live).summary);
});

test('what a whole report does not have is missing, also beside one for a team', () => {
	const {file, summary} = readSample(one);
	const rows = summary.rows.filter(({id}) => id !== 'sql-tcp');
	const comparison = compareServers([
		{file, summary: {...summary, rows}},
		readSample(live, {audience: 'dba'}),
	]);
	assert.deepEqual(
		rowOf('sql-tcp', comparison).groups.map(({servers, value}) => [
			servers,
			value === null,
		]),
		[
			[[one], true],
			[[live], false],
		],
	);
});

for (const [name, parts, values] of [
	['Version of the program', {version: '0.2.0'}, ['0.1.0', '0.2.0']],
	['Backend', {backend: 'files', isEnforced: false}, ['nftables', 'files']],
	[
		'Rules in effect',
		{isEnforced: false},
		['all that the answers ask for', 'not all that the answers ask for'],
	],
	[
		'Age of the results',
		{finishedAt: '2026-11-22T14:02:15.000Z'},
		['within an hour of the newest', '3 days older than the newest'],
	],
	[
		'Age of the results',
		{finishedAt: '2026-11-25T12:02:15.000Z'},
		['within an hour of the newest', 'up to a day older than the newest'],
	],
	[
		'Age of the results',
		{results: null},
		['within an hour of the newest', 'nothing was tried'],
	],
	[
		'proxy.url',
		{answers: {proxy: {url: 'http://proxy.college.example:3128', noProxy: []}}},
		['none', 'http://proxy.college.example:3128'],
	],
	['dns.servers', {answers: {dns: {servers: ['10.1.0.54']}}}, ['none', '10.1.0.54']],
] as const satisfies ReadonlyArray<
	readonly [string, Parameters<typeof readSample>[1], readonly string[]]
>) {
	test(`${name} is told where it differs: ${values[1]}`, () => {
		const comparison = compareServers([readSample(one), readSample(live, parts)]);
		assert.deepEqual(
			traitOf(name, comparison)?.map(({value}) => value),
			values,
		);
	});
}

test('servers that agree in everything have no traits to tell of', () => {
	assert.deepEqual(compareServers([readSample(one), readSample(live)]).traits, []);
});

/** What may come of the database, the mail and the DNS. */
const arbitraryResults: fc.Arbitrary<readonly ProbeResult[]> = fc
	.tuple(
		fc.constantFrom('tcp.timeout', 'tcp.refused', null),
		fc.constantFrom('smtp.relay-denied', 'tcp.timeout', null),
	)
	.map(([sql, mail]) =>
		resultsWith(
			...(sql === null
				? []
				: [faultOf(sql, {id: 'sql-tcp', destination: 'db.college.example'})]),
			...(mail === null
				? []
				: [faultOf(mail, {id: 'mail', destination: 'relay.college.example'})]),
		),
	);
const arbitraryReports = fc
	.array(arbitraryResults, {minLength: 2, maxLength: 8})
	.map(all =>
		all.map((results, index) => readSample(`a${index}.college.example`, {results})),
	);

test('each server is in one group of each row, whatever the reports say', () => {
	fc.assert(
		fc.property(arbitraryReports, reports => {
			const {servers, rows} = compareServers(reports);
			for (const {groups} of rows) {
				assert.deepEqual(
					groups.flatMap(group => group.servers).toSorted(),
					servers.map(({name}) => name).toSorted(),
				);
			}
		}),
		{numRuns: 40},
	);
});

test('the order of more files than two changes nothing', () => {
	fc.assert(
		fc.property(arbitraryReports, reports => {
			fc.pre(reports.length > 2);
			assert.deepEqual(compareServers(reports), compareServers(reports.toReversed()));
		}),
		{numRuns: 40},
	);
});

test('the largest group is first', () => {
	fc.assert(
		fc.property(arbitraryReports, reports => {
			for (const {groups} of compareServers(reports).rows) {
				const sizes = groups.map(group => group.servers.length);
				assert.deepEqual(
					sizes,
					sizes.toSorted((a, b) => b - a),
				);
			}
		}),
		{numRuns: 40},
	);
});
