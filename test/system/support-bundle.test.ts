import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {campusSkip} from '../campus/need.js';

const bundle = '/var/lib/analytics-setup/../evidence.tar.gz';

suite('a support bundle of an appliance', {skip: campusSkip()}, () => {
	let campus: Campus;
	const inside = async (file: string, ...arguments_: readonly string[]) => {
		const {exitCode, stdout, stderr} = await campus.hosts.appliance.run(file, arguments_);
		assert.equal(exitCode, 0, stderr);
		return stdout;
	};

	/** All that could be changed, as one text. */
	const state = async () =>
		[
			await inside(
				'sh',
				'-c',
				'find /etc /var/lib/analytics-setup /run/analytics-setup -xdev -printf "%p %m %u %s %T@\\n" | sort',
			),
			await inside(
				'sh',
				'-c',
				'find /etc /var/lib/analytics-setup -xdev -type f -exec sha256sum {} + | sort',
			),
			await inside('nft', '-s', 'list', 'ruleset'),
		].join('\n');

	before(async () => {
		campus = await openCampus();
		await furnishAppliance(campus);
		const applied = await runProgram(campus, [
			...['apply', '--no-confirm', '--answers', answersPath],
		]);
		assert.equal(applied.exitCode, 0, applied.stderr);
		await runProgram(campus, ['probe']);
	});
	after(() => campus.close());

	test('changes nothing on the appliance', async () => {
		const before = await state();
		const {exitCode, stdout, stderr} = await runProgram(campus, [
			...['support-bundle', '--output', bundle],
		]);
		assert.equal(exitCode, 0, stderr);
		assert.equal(stdout, '/var/lib/evidence.tar.gz');
		assert.match(stderr, /will hold:\n *\d+ (?:bytes|KB) {2}The answers\n/);
		assert.equal(await state(), before);
	});

	test('holds what tar lists, for its owner only', async () => {
		const listing = await inside(
			'tar',
			'--list',
			'--verbose',
			'--gzip',
			`--file=${bundle}`,
		);
		const lines = listing.trimEnd().split('\n');
		assert.ok(lines.length > 25);
		for (const line of lines) {
			assert.match(
				line,
				/^(?:-rw-------|drwx------) .* analytics-setup-evidence-[\w.-]+\//,
			);
		}

		assert.equal(await inside('stat', '--format=%a', bundle), '600');
	});

	for (const [name, words] of [
		['answers.json', /"hostname": "analytics\.uni\.edu"/],
		['policy.json', /"id": "viewers"|"rules": \[/],
		['status.json', /"configured": true/],
		['results.json', /"verdict": "pass"/],
		['report.txt', /analytics\.uni\.edu/],
		['report.html', /<!doctype html>/],
		['trials.txt', /generations\/0001\/record\.json ==/],
		['audit-log.jsonl', /"event":"kept"/],
		['firewall/ruleset.txt', /table inet analytics_setup \{/],
		['firewall/own-table.txt', /counter packets \d+ bytes/],
		['network/names.txt', /nameserver 10\.62\.0\.53/],
		['network/interfaces.txt', /10\.10\.0\.10\/24/],
		['network/routes.txt', /default via/],
		['system/versions.txt', /nftables v/],
		['index.html', /The answers/],
		['index.json', /"name": "answers\.json"/],
	] as const) {
		test(`has ${name} in it`, async () => {
			const text = await inside(
				...([
					'tar',
					'--extract',
					'--to-stdout',
					'--gzip',
					`--file=${bundle}`,
					'--wildcards',
					`*/${name}`,
				] as const),
			);
			assert.match(text, words);
		});
	}

	test('without the names of the site it has none of them', async () => {
		const path = '/var/lib/anonymous.tar.gz';
		const {exitCode} = await runProgram(campus, [
			...['support-bundle', '--anonymous', '--output', path],
		]);
		assert.equal(exitCode, 0);
		const text = await inside(
			'tar',
			'--extract',
			'--to-stdout',
			'--gzip',
			`--file=${path}`,
		);
		for (const word of ['uni.edu', '10.20.', '10.10.0', '10.60.', '2001:db8:20']) {
			assert.ok(
				!text.includes(word),
				`${word}: ${text.slice(text.indexOf(word) - 80, text.indexOf(word) + 80)}`,
			);
		}

		assert.match(text, /ipv4-net-\d+\/16/);
		assert.match(text, /"host-1\.example"/);
		assert.match(text, /license\.looker\.com/);
	});
});
