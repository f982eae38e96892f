import assert from 'node:assert/strict';
import {test} from 'node:test';
import {gunzipSync} from 'node:zlib';
import {unpackTar} from 'modern-tar';
import {Failure} from '../../source/failure.js';
import {flowOn} from '../../source/flow/flow.js';
import {rememberSecret} from '../../source/redaction/known-secrets.js';
import type {Evidence, EvidenceItem} from '../../source/support/evidence.js';
import {
	exampleAnswers,
	type MachineRecord,
	recordedMachine,
} from '../helpers/recorded-machine.js';

const record: MachineRecord = {
	saved: exampleAnswers,
	sources: {
		files: {
			'/etc/resolv.conf': 'search dept.uni.edu\nnameserver 10.62.0.53\n',
			'/etc/passwd': 'root:x:0:0\ndaemon:x:2:2\njsmith:x:1000:1000\n',
			'/var/lib/analytics-setup/audit.log':
				'{"by":{"user":"jsmith","from":"10.40.0.7"}}\n{"said":"Fl4g-in-memory"}\n',
			'/var/lib/analytics-setup/draft.json': '{"typed": "half an answer"}',
			'/var/lib/analytics-setup/trial/record.json': '{"number": 4}',
			'/var/lib/analytics-setup/trial/before/ruleset': 'what was',
		},
		programs: {
			'nft -s list ruleset': 'ip saddr 10.20.3.4 accept\n',
			'ip address': 'inet 10.10.0.10/24\n',
		},
	},
};

async function collect(
	machine: MachineRecord,
	{isAnonymous = false, signal = new AbortController().signal} = {},
) {
	const heard: EvidenceItem[] = [];
	const flow = flowOn(recordedMachine(machine));
	const evidence = await flow.collectEvidence({
		signal,
		isAnonymous,
		onItem: item => heard.push(item),
	});
	assert.deepEqual(heard, evidence.items);
	return evidence;
}

async function filesIn(evidence: Evidence): Promise<ReadonlyMap<string, string>> {
	const entries = await unpackTar(gunzipSync(await evidence.archive()));
	return new Map(
		entries.map(({header: {name}, data}) => [
			name.slice(name.indexOf('/') + 1),
			new TextDecoder().decode(data),
		]),
	);
}

test('what is listed is what the archive holds', async () => {
	const evidence = await collect(record);
	const files = await filesIn(evidence);
	for (const {name, bytes} of evidence.items) {
		assert.equal(Buffer.byteLength(files.get(name) ?? ''), bytes, name);
	}

	assert.equal(
		evidence.fileName,
		'analytics-setup-evidence-analytics.uni.edu-2026-11-22T1402.tar.gz',
	);
	assert.match(files.get('answers.json') ?? '', /"hostname": "analytics\.uni\.edu"/);
	assert.match(files.get('firewall/ruleset.txt') ?? '', /10\.20\.3\.4/);
});

test('what was tried is told by its records, not by what was there before', async () => {
	const files = await filesIn(await collect(record));
	const text = files.get('trials.txt') ?? '';
	assert.match(text, /trial\/record\.json ==\n\{"number": 4\}/);
	assert.ok(!text.includes('what was'));
});

test('of what somebody is typing only the length is told', async () => {
	const files = await filesIn(await collect(record));
	assert.equal(files.get('draft.txt'), 'There is a draft of 27 characters.\n');
	assert.ok(![...files.values()].some(text => text.includes('half an answer')));
});

test('a secret that was typed before is in none of it', async () => {
	rememberSecret({user: 'looker', value: 'Fl4g-in-memory'});
	const files = await filesIn(await collect(record));
	assert.match(files.get('audit-log.jsonl') ?? '', /"said":"\[secret-[\da-f]{8}\]"/);
	assert.ok(![...files.values()].some(text => text.includes('Fl4g')));
});

test('without the names of the site, the same tokens stand in all files', async () => {
	const evidence = await collect(record, {isAnonymous: true});
	const files = await filesIn(evidence);
	assert.match(evidence.fileName, /^analytics-setup-evidence-host-1\.example-2026/);
	const [, viewers] =
		/"subnets": \[\s+"(ipv4-net-\d+)\/16"/.exec(files.get('answers.json') ?? '') ?? [];
	assert.match(
		files.get('firewall/ruleset.txt') ?? '',
		new RegExp(`ip saddr ${viewers}-host-1 accept`),
	);
	assert.match(
		files.get('audit-log.jsonl') ?? '',
		/"user":"user-1","from":"ipv4-net-\d+-host-\d+"/,
	);
	assert.match(files.get('network/names.txt') ?? '', /^search host-\d+\.example$/m);
	for (const [name, text] of files) {
		assert.ok(!/uni\.edu|10\.20\.|10\.40\.|jsmith/.test(text), name);
	}
});

test('what is followed and seen is told, and disguised where the site is', async () => {
	const files = {
		'/var/lib/analytics-setup/names.json':
			'{"names":[{"name":"mssql.uni.edu","addresses":[{"address":"10.60.0.11"}]}]}',
		'/var/lib/analytics-setup/observed.json':
			'{"destinations":[{"address":"192.0.2.9","names":["shop.partner.org"]}]}',
	};
	const programs = {
		'nft -s list ruleset':
			'ip daddr @to-mssql.uni.edu-4 accept\nip daddr @to-license.looker.com-4 accept\n',
	};
	const machine = {saved: exampleAnswers, sources: {files, programs}};
	const open = await filesIn(await collect(machine));
	assert.match(open.get('names.json') ?? '', /"name":"mssql\.uni\.edu"/);
	assert.match(open.get('observed.json') ?? '', /shop\.partner\.org/);
	const hidden = await filesIn(await collect(machine, {isAnonymous: true}));
	const [, host] =
		/"name":"(host-\d+\.example)"/.exec(hidden.get('names.json') ?? '') ?? [];
	assert.match(hidden.get('firewall/ruleset.txt') ?? '', new RegExp(`@to-${host}-4 `));
	assert.match(hidden.get('firewall/ruleset.txt') ?? '', /@to-license\.looker\.com-4/);
	for (const [name, text] of hidden) {
		assert.ok(!/uni\.edu|partner|10\.60\.|192\.0\.2\.9/.test(text), name);
	}
});

for (const [name, machine, note] of [
	['no answers', {sources: {}}, 'this server has not been set up yet'],
	['nothing that could be read', {}, 'this server has not been set up yet'],
] as const) {
	test(`with ${name} there is a bundle too`, async () => {
		const {items} = await collect(machine);
		assert.equal(items.find(item => item.name === 'answers.json')?.note, note);
		assert.equal(items.find(item => item.name === 'status.json')?.note, undefined);
	});
}

test('interrupted, it ends with the reason and holds nothing back', async () => {
	const controller = new AbortController();
	const hangs = {sources: {programs: {ip: null, nft: null}}};
	const collecting = collect(hangs, {signal: controller.signal});
	controller.abort(new Failure('interrupted', 'Interrupted.'));
	await assert.rejects(collecting, /Interrupted\./);
});
