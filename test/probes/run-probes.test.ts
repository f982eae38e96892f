import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogue} from '../../source/catalogue/catalogue.js';
import type {ProbeResult} from '../../source/probes/probe-result.js';
import {type RunOptions, runProbes} from '../../source/probes/run-probes.js';
import {verdicts} from '../../source/probes/verdict.js';
import {type ContextRecord, probeContext} from './probe-context.js';
import {goodPage, goodTime, goodTls} from './recorded-seen.js';

const now = () => Date.UTC(2026, 10, 22, 14);
const run = (record: ContextRecord = {}, options: Partial<RunOptions> = {}) =>
	runProbes(probeContext(record), {now, ...options});
const resultOf = (results: readonly ProbeResult[], id: string) =>
	results.find(result => result.id === id) ?? assert.fail(id);
const idsOf = (results: readonly ProbeResult[]) => results.map(({id}) => id);
const mirrorlist = {'mirrorlist.centos.org': 'nxdomain'} as const;
const rowIds = catalogue.map(({id}) => id);
/** What is found about this server itself when all is well. */
const ownIds = ['clock', 'dns-udp', 'dns-tcp'];

test('each of the 22 rows has a result, in the order of the list, after what is about this server', async () => {
	const {results, counts, startedAt, schema} = await run({network: {names: mirrorlist}});
	assert.equal(rowIds.length, 22);
	assert.deepEqual(idsOf(results), [...ownIds, ...rowIds]);
	assert.equal(schema, 1);
	assert.equal(startedAt, '2026-11-22T14:00:00.000Z');
	const sum = verdicts.map(verdict => counts[verdict]).reduce((a, b) => a + b);
	assert.equal(sum, results.length);
	assert.ok(results.every(result => !JSON.stringify(result).includes('undefined')));
});

test('a row with two time servers has two results, both in its place', async () => {
	const servers = ['a', 'b', 'c', 'd', 'e'].map(name => `${name}.uni.edu`);
	const {results} = await run({answers: {time: {servers}}});
	assert.equal(results.length, ownIds.length + 23);
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
	assert.deepEqual(idsOf(results), ids);
	assert.deepEqual(new Set(told), new Set(ids));
	assert.deepEqual(context.asked.filter(line => line.startsWith('resolve')).toSorted(), [
		'resolve bitbucket.org',
		'resolve mssql.uni.edu',
	]);
});

test('what is about this server itself can be asked for alone', async () => {
	const {results} = await run({}, {ids: ['dns-tcp']});
	assert.deepEqual(idsOf(results), ['dns-tcp']);
});

test('a row without a destination can be asked for alone', async () => {
	const context = probeContext();
	const {results} = await runProbes(context, {now, ids: ['http']});
	assert.deepEqual(idsOf(results), ['http']);
	assert.deepEqual(context.asked.filter(line => line.startsWith('resolve')).toSorted(), [
		'resolve cdn.remirepo.net',
		'resolve mirrorlist.centos.org',
	]);
});

test('a row that waits for what was not asked for brings it along', async () => {
	const dns = {'10.62.0.53 udp': 'timeout', '10.62.0.53 tcp': 'timeout'} as const;
	const names = {'bitbucket.org': 'timeout'} as const;
	const {results} = await run({network: {dns, names}}, {ids: ['bitbucket']});
	assert.deepEqual(
		results.map(({id, verdict}) => [id, verdict]),
		[
			['dns-udp', 'fail'],
			['dns-tcp', 'skipped'],
			['bitbucket', 'skipped'],
		],
	);
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

const expired = {
	tls: {...goodTls, fault: 'CERT_HAS_EXPIRED'},
	http: goodPage,
};

test('a certificate that fails by its dates has the time servers asked, although no row is', async () => {
	const context = probeContext({
		network: {
			names: {'bitbucket.org': ['192.0.2.66'], '0.centos.pool.ntp.org': ['192.0.2.123']},
			seen: {
				'192.0.2.66:443': expired,
				'192.0.2.123:123': {time: {...goodTime, offset: 4}},
			},
		},
	});
	const {results} = await runProbes(context, {now, ids: ['bitbucket']});
	assert.ok(context.asked.includes('time 192.0.2.123:123'));
	// The clock is good: the certificate is what it seems.
	assert.deepEqual(idsOf(results), ['bitbucket']);
	assert.equal(resultOf(results, 'bitbucket').cause, 'tls.expired');
});

test('a clock that is wrong is told once, and what it breaks waits for it', async () => {
	const slow = {time: {...goodTime, offset: -400 * 86_400_000}};
	const {results} = await run({
		network: {
			names: {'bitbucket.org': ['192.0.2.66']},
			seen: {
				'192.0.2.1:123': slow,
				'192.0.2.66:443': {
					...expired,
					tls: {
						...expired.tls,
						certificates: goodTls.certificates.map(certificate => ({
							...certificate,
							validFrom: '2025-01-01T00:00:00.000Z',
							validTo: '2026-01-01T00:00:00.000Z',
						})),
					},
				},
			},
		},
	});
	assert.equal(resultOf(results, 'clock').cause, 'clock.off');
	const bitbucket = resultOf(results, 'bitbucket');
	assert.deepEqual(
		[bitbucket.verdict, bitbucket.cause, bitbucket.detail],
		['skipped', 'clock.off', 'waits for the clock'],
	);
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
	// The silent row itself, and those that are judged by others at the end.
	assert.deepEqual(
		rowIds.filter(id => !idsOf(told).includes(id)),
		['time', 'https', 'http', 'bitbucket'],
	);
	controller.abort(new Error('given up'));
	await ended;
});

test('however many destinations there are, only so many are tried at the same time', async () => {
	const servers = Array.from({length: 300}, (_, index) => `ntp-${index}.uni.edu`);
	const context = probeContext({answers: {time: {servers}}});
	let underWay = 0;
	let most = 0;
	const network = {
		...context.network,
		async travel(...[way, errand, signal]: Parameters<typeof context.network.travel>) {
			underWay += 1;
			most = Math.max(most, underWay);
			await new Promise(resolve => {
				setImmediate(resolve);
			});
			underWay -= 1;
			return context.network.travel(way, errand, signal);
		},
	};
	const {results} = await runProbes({...context, network}, {now});
	assert.equal(results.filter(({port}) => port === 123).length, 301);
	assert.equal(most, 100);
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
	assert.deepEqual(idsOf(results), [...ownIds, ...rowIds]);
	assert.equal(resultOf(results, 'viewers').cause, 'probe.failed');
	assert.equal(resultOf(results, 'bitbucket').verdict, 'pass');
});
