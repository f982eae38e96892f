import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogue} from '../../source/catalogue/catalogue.js';
import {type ProbeResult, verdicts} from '../../source/probes/probe-result.js';
import {type RunOptions, runProbes} from '../../source/probes/run-probes.js';
import {type ContextRecord, probeContext} from './probe-context.js';

const now = () => Date.UTC(2026, 10, 22, 14);
const run = (record: ContextRecord = {}, options: Partial<RunOptions> = {}) =>
	runProbes(probeContext(record), {now, ...options});
const resultOf = (results: readonly ProbeResult[], id: string) =>
	results.find(result => result.id === id) ?? assert.fail(id);
const mirrorlist = {'mirrorlist.centos.org': 'nxdomain'} as const;

test('each of the 22 rows has a result, in the order of the list', async () => {
	const {results, counts, startedAt, schema} = await run({network: {names: mirrorlist}});
	assert.equal(results.length, 22);
	assert.deepEqual(
		results.map(({id}) => id),
		catalogue.map(({id}) => id),
	);
	assert.equal(schema, 1);
	assert.equal(startedAt, '2026-11-22T14:00:00.000Z');
	const sum = verdicts.map(verdict => counts[verdict]).reduce((a, b) => a + b);
	assert.equal(sum, 22);
	assert.ok(results.every(result => !JSON.stringify(result).includes('undefined')));
});

test('a row with two time servers has two results, both in its place', async () => {
	const servers = ['a', 'b', 'c', 'd', 'e'].map(name => `${name}.uni.edu`);
	const {results} = await run({answers: {time: {servers}}});
	assert.equal(results.length, 23);
	const at = results.findIndex(({id}) => id === 'ntp-0');
	assert.deepEqual(
		results.slice(at, at + 3).map(({destination}) => destination),
		['a.uni.edu', 'e.uni.edu', 'b.uni.edu'],
	);
});

test('only the rows that were asked for are proven and told', async () => {
	const context = probeContext();
	const told: string[] = [];
	const onResult = ({id}: ProbeResult) => told.push(id);
	const ids = ['sql-tcp', 'bitbucket'];
	const {results} = await runProbes(context, {now, ids, onResult});
	assert.deepEqual(
		results.map(({id}) => id),
		ids,
	);
	assert.deepEqual(new Set(told), new Set(ids));
	assert.deepEqual(context.asked.filter(line => line.startsWith('resolve')).toSorted(), [
		'resolve bitbucket.org',
		'resolve mssql.uni.edu',
	]);
});

test('a row without a destination can be asked for alone', async () => {
	const context = probeContext();
	const {results} = await runProbes(context, {now, ids: ['http']});
	assert.deepEqual(
		results.map(({id}) => id),
		['http'],
	);
	assert.deepEqual(context.asked.filter(line => line.startsWith('resolve')).toSorted(), [
		'resolve cdn.remirepo.net',
		'resolve mirrorlist.centos.org',
	]);
});

test('a destination that two rows share is tried once', async () => {
	const context = probeContext();
	await runProbes(context, {now});
	const lines = context.asked.filter(line => line === 'resolve bitbucket.org');
	assert.equal(lines.length, 1);
});

test('rows without a destination are as bad as the worst row under them', async () => {
	const {results} = await run({
		network: {
			names: {...mirrorlist, 'license.looker.com': ['192.0.2.9']},
			dials: {'192.0.2.9:443': 'timeout'},
		},
	});
	const https = resultOf(results, 'https');
	assert.equal(https.verdict, 'fail');
	assert.equal(https.cause, 'tcp.timeout');
	assert.equal(https.owner, 'network');
	assert.match(https.detail, /5 of 6 destinations/);
	assert.match(https.remedy ?? '', /443\/tcp from 10\.10\.0\.10 to license\.looker\.com/);
	const http = resultOf(results, 'http');
	assert.equal(http.verdict, 'warn');
	assert.equal(http.owner, 'vendor');
	assert.match(http.remedy ?? '', /mirrorlist\.centos\.org/);
});

test('rows under it that are not used weigh nothing', async () => {
	const {results} = await run({answers: {time: {servers: ['ntp.uni.edu']}}});
	const time = resultOf(results, 'time');
	assert.equal(time.verdict, 'pass');
	assert.match(time.detail, /1 of 1 destinations/);
	assert.equal(time.remedy, null);
});

test('without any time server the time row is skipped, with the reason', async () => {
	const {results} = await run({answers: {time: {servers: []}}});
	const time = resultOf(results, 'time');
	assert.equal(time.verdict, 'skipped');
	assert.match(time.detail, /no destination/);
});

test('a row that never answers delays no other', async () => {
	const controller = new AbortController();
	const told: ProbeResult[] = [];
	const {promise: allOthers, resolve} = Promise.withResolvers<void>();
	const context = probeContext({
		network: {
			names: {'bitbucket.org': ['192.0.2.66']},
			dials: {'192.0.2.66:443': 'never'},
		},
		signal: controller.signal,
	});
	const running = runProbes(context, {
		now,
		onResult(result) {
			told.push(result);
			if (told.length === 20) {
				resolve();
			}
		},
	});
	const ended = assert.rejects(running, /given up/);
	await allOthers;
	// The silent row itself, and the one that is judged by it.
	const missing = catalogue.filter(({id}) => told.every(result => result.id !== id));
	assert.deepEqual(
		missing.map(({id}) => id),
		['https', 'bitbucket'],
	);
	controller.abort(new Error('given up'));
	await ended;
});

test('a probe that breaks is one bad result, and the other rows stand', async () => {
	const context = probeContext();
	const network = {
		...context.network,
		async readTcpSockets() {
			throw new Error('no /proc here');
		},
	};
	const {results} = await runProbes({...context, network}, {now});
	assert.equal(results.length, 22);
	assert.equal(resultOf(results, 'viewers').cause, 'probe.failed');
	assert.equal(resultOf(results, 'bitbucket').verdict, 'pass');
});
