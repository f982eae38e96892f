import assert from 'node:assert/strict';
import {test} from 'node:test';
import {probeAgain} from '../../source/probes/probe-again.js';
import {
	countVerdicts,
	type ProbeResult,
	type ProbeRun,
} from '../../source/probes/probe-result.js';
import {runProbes} from '../../source/probes/run-probes.js';
import {sampleResult} from '../reports/sample-results.js';
import {type ContextRecord, probeContext} from './probe-context.js';

const first = Date.UTC(2026, 10, 22, 14);
const later = Date.UTC(2026, 10, 22, 15);
const all = 22;
const hosts = {
	'license.looker.com': ['192.0.2.9'],
	'bitbucket.org': ['192.0.2.66'],
	'mssql.uni.edu': ['10.60.0.11'],
} as const;
const silentLicense: ContextRecord = {
	network: {names: hosts, dials: {'192.0.2.9:443': 'timeout'}},
};
const mended: ContextRecord = {network: {names: hosts}};
const deadDns: ContextRecord = {
	network: {
		dns: {'10.62.0.53 udp': 'timeout', '10.62.0.53 tcp': 'timeout'},
		names: {'bitbucket.org': 'timeout', 'license.looker.com': 'timeout'},
	},
};

const probe = (record: ContextRecord) =>
	runProbes(probeContext(record), {now: () => first});
/** Tries a row of a run again in a network that may have changed. */
const again = async (run: ProbeRun, id: string, record: ContextRecord) => {
	const context = probeContext(record);
	const change = await probeAgain(context, {
		id,
		results: run.results,
		now: () => later,
	});
	return {run: change(run), change, asked: context.asked};
};
const resultOf = ({results}: ProbeRun, id: string) =>
	results.find(result => result.id === id) ?? assert.fail(id);
const idsOf = ({results}: ProbeRun) => results.map(({id}) => id);
const namesAsked = (asked: readonly string[]) =>
	asked.filter(line => line.startsWith('resolve')).toSorted();

test('a row is tried alone, and the row that it is judged by follows', async () => {
	const before = await probe(silentLicense);
	assert.equal(resultOf(before, 'https').verdict, 'fail');
	const {run, asked} = await again(before, 'looker-license', mended);
	assert.deepEqual(namesAsked(asked), ['resolve license.looker.com']);
	assert.equal(resultOf(run, 'looker-license').verdict, 'pass');
	assert.equal(resultOf(run, 'https').verdict, 'pass');
	assert.equal(resultOf(run, 'https').detail, '6 of 6 destinations proven');
	assert.equal(resultOf(run, 'https').remedy, null);
});

test('the whole run is given anew, in its order and with its counts', async () => {
	const before = await probe(silentLicense);
	const {run} = await again(before, 'looker-license', mended);
	assert.deepEqual(idsOf(run), idsOf(before));
	assert.deepEqual(run.counts, countVerdicts(run.results));
	assert.equal(run.startedAt, before.startedAt);
	assert.equal(run.finishedAt, new Date(later).toISOString());
});

test('what fails still is tried alone again and again', async () => {
	const before = await probe(silentLicense);
	const {run, asked} = await again(before, 'looker-license', silentLicense);
	assert.deepEqual(namesAsked(asked), ['resolve license.looker.com']);
	assert.equal(resultOf(run, 'looker-license').cause, 'tcp.timeout');
});

test('with a row without a destination those are tried that stand under it', async () => {
	const before = await probe(silentLicense);
	const {run, asked} = await again(before, 'https', mended);
	assert.equal(namesAsked(asked).length, 6);
	assert.equal(resultOf(run, 'looker-license').verdict, 'pass');
	assert.equal(resultOf(run, 'https').verdict, 'pass');
});

for (const id of ['bitbucket', 'dns-udp', 'https'] as const) {
	test(`what waits is tried with all that waits: ${id}`, async () => {
		const before = await probe(deadDns);
		assert.equal(resultOf(before, 'bitbucket').detail, 'waits for the DNS');
		const {run} = await again(before, id, mended);
		for (const mendedId of ['dns-udp', 'dns-tcp', 'bitbucket', 'looker-license']) {
			assert.equal(resultOf(run, mendedId).verdict, 'pass', mendedId);
		}
	});
}

test('a fault behind the row that shows only now is told once', async () => {
	const before = await probe(mended);
	const {run} = await again(before, 'bitbucket', deadDns);
	assert.equal(resultOf(run, 'dns-udp').verdict, 'fail');
	assert.equal(resultOf(run, 'bitbucket').verdict, 'skipped');
	assert.equal(resultOf(run, 'https').verdict, 'skipped');
	// Nobody has looked again: it was proven.
	assert.equal(resultOf(run, 'looker-license').verdict, 'pass');
	assert.equal(idsOf(run).length, idsOf(before).length);
});

test('a fault that a second row shares is named as the one behind both', async () => {
	const names = {'bitbucket.org': 'servfail'} as const;
	const before = await probe({network: {names}});
	assert.equal(resultOf(before, 'bitbucket').cause, 'dns.servfail');
	const {run} = await again(before, 'looker-license', {
		network: {names: {...names, 'license.looker.com': 'servfail'}},
	});
	assert.equal(resultOf(run, 'dns').detail, 'looks up none of 2 names');
	assert.equal(resultOf(run, 'bitbucket').verdict, 'skipped');
	assert.equal(resultOf(run, 'looker-license').verdict, 'skipped');
});

test('a fault of one row alone stays its own', async () => {
	const record = {network: {names: {'bitbucket.org': 'servfail'}}} as const;
	const {run, asked} = await again(await probe(record), 'bitbucket', record);
	assert.deepEqual(namesAsked(asked), ['resolve bitbucket.org']);
	assert.equal(resultOf(run, 'bitbucket').cause, 'dns.servfail');
});

test('two rows that are tried at the same time do not undo each other', async () => {
	const record: ContextRecord = {
		network: {
			names: hosts,
			dials: {'192.0.2.9:443': 'timeout', '192.0.2.66:443': 'timeout'},
		},
	};
	const before = await probe(record);
	const [license, bitbucket] = await Promise.all([
		again(before, 'looker-license', mended),
		again(before, 'bitbucket', mended),
	]);
	const run = bitbucket.change(license.run);
	assert.equal(resultOf(run, 'looker-license').verdict, 'pass');
	assert.equal(resultOf(run, 'bitbucket').verdict, 'pass');
	assert.equal(resultOf(run, 'https').verdict, 'pass');
});

for (const id of ['looker-license', 'dns-udp'] as const) {
	test(`what came of a login stays when ${id} is tried again`, async () => {
		const login: ProbeResult = sampleResult({id: 'sql-login', detail: 'logged in'});
		const {results, ...before} = await probe(mended);
		const at = results.findIndex(({id: row}) => row === 'sql-tcp');
		const {run} = await again(
			{...before, results: results.toSpliced(at + 1, 0, login)},
			id,
			mended,
		);
		assert.equal(resultOf(run, 'sql-login'), login);
		assert.equal(run.results[at + 1], login);
		assert.equal(new Set(idsOf(run)).size, 3 + all + 1);
	});
}
