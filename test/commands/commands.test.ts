import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {campusSkip} from '../campus/need.js';

type Json = Readonly<Record<string, unknown>>;

// Each command on the answers file of the design, as its contract says.
suite('the commands, on an appliance in the campus', {skip: campusSkip()}, () => {
	let campus: Campus;
	const run = (...arguments_: readonly string[]) => runProgram(campus, arguments_);
	const withAnswers = (...arguments_: readonly string[]) =>
		run(...arguments_, '--answers', answersPath);
	const json = async (...arguments_: readonly string[]) => {
		const {stdout} = await withAnswers(...arguments_, '--json');
		return JSON.parse(stdout) as Json;
	};

	before(async () => {
		campus = await openCampus();
		await furnishAppliance(campus);
		const {appliance} = campus.hosts;
		await Promise.all(
			[22, 9999, 19_999].map(port => appliance.listen({protocol: 'tcp', port})),
		);
	});
	after(() => campus.close());

	test('before the set-up, a command without answers says what to do', async () => {
		const {exitCode, stderr} = await run('plan');
		assert.equal(exitCode, 2);
		assert.match(
			stderr,
			/has not been set up yet\.\nRun analytics-setup, or name a file/,
		);
	});

	test('before the set-up, status says so', async () => {
		const {exitCode, stdout} = await run('status', '--json');
		assert.equal(exitCode, 0);
		assert.equal((JSON.parse(stdout) as Json).configured, false);
	});

	test('check accepts the file, in words and as JSON', async () => {
		const words = await run('check', answersPath);
		assert.deepEqual([words.exitCode, words.stdout], [0, `${answersPath} is valid.`]);
		const {stdout} = await run('check', answersPath, '--json');
		assert.deepEqual(JSON.parse(stdout), {
			schema: 1,
			valid: true,
			faults: [],
			warnings: [],
		});
	});

	test('check tells every fault at once and exits with 2', async () => {
		await campus.hosts.appliance.write(
			'/etc/faulty.yaml',
			'version: 1\nserver: {hostname: "bad name"}\nviewers: {subnets: [10.20.0.0/33]}\n',
		);
		const {exitCode, stdout} = await run('check', '/etc/faulty.yaml');
		assert.equal(exitCode, 2);
		assert.match(stdout, /server\.hostname = "bad name": .* space/);
		assert.match(stdout, /viewers\.subnets\[0\] = "10\.20\.0\.0\/33": .*at most \/32/);
		assert.match(stdout, /sql: This setting is missing/);
	});

	test('plan names each change, and the raw files', async () => {
		const plan = await json('plan');
		assert.deepEqual(Object.keys(plan), [
			'schema',
			'backend',
			'fronts',
			'changed',
			'changes',
			'raw',
			'neighbours',
			'refusal',
		]);
		assert.equal(plan.backend, 'nftables');
		const changes = plan.changes as readonly Json[];
		assert.deepEqual(changes[0], {
			action: 'add',
			rule: 'viewers',
			text: '10.20.0.0/16, 2001:db8:20::/48 may reach 9999/tcp: viewers',
		});
		const raw = plan.raw as readonly Json[];
		assert.deepEqual(
			raw.map(({path}) => path),
			[
				'/etc/analytics-setup/ruleset.nft',
				'/etc/systemd/system/analytics-setup-firewall.service',
				'/etc/systemd/system/analytics-setup-recovery.service',
				'/etc/systemd/system/analytics-setup-names.service',
				'/etc/systemd/system/nftables.service.d/analytics-setup.conf',
			],
		);
		const {stdout} = await withAnswers('plan', '--raw');
		assert.match(stdout, /^table inet analytics_setup \{$/m);
	});

	test('explain says by which rule a packet passes, or why not', async () => {
		const passed = await json('explain', '--from', '10.20.3.4', '--port', '9999/tcp');
		assert.equal(passed.verdict, 'accept');
		assert.equal((passed.rule as Json).id, 'viewers');
		const dropped = await json('explain', '--from', '10.99.0.9', '--port', '9999/tcp');
		const refusal = {
			verdict: 'drop',
			rule: null,
			reason: '9999/tcp is open (rule "viewers"), but not for 10.99.0.9.',
		};
		assert.deepEqual(dropped, {
			...{schema: 1, ...refusal, inEffect: false, name: null, trouble: null},
			addresses: [{address: '10.99.0.9', ...refusal}],
		});
		const out = await json('explain', '--to', '2001:db8:60::11', '--port', '1433/udp');
		assert.equal((out.rule as Json).id, 'sql-udp');
	});

	test('apply that nobody confirms is taken back, and keeps no answers', async () => {
		const {exitCode, stderr} = await withAnswers('apply', '--confirm-within', '1');
		assert.equal(exitCode, 4);
		assert.match(stderr, /are on trial; the old ones return in 0:0\d\.\nLog in again/);
		assert.match(stderr, /The old rules are back\. Nobody kept the new rules in time\.$/);
		const {stdout} = await run('status', '--json');
		assert.partialDeepStrictEqual(JSON.parse(stdout), {
			configured: false,
			generation: null,
			undone: {id: 1, restored: true},
		});
	});

	for (const [name, arguments_, exitCode, words] of [
		['confirm', ['confirm'], 4, /^Too late: the old rules are back since/],
		['rollback', ['rollback'], 2, /^Nothing is on trial\.$/],
		['rollback --list', ['rollback', '--list'], 0, /^Nothing was kept yet\.$/],
	] as const) {
		test(`${name} then says how things stand`, async () => {
			const result = await run(...arguments_);
			assert.equal(result.exitCode, exitCode);
			assert.match(result.stdout || result.stderr, words);
		});
	}

	test('apply --no-confirm applies, and keeps the answers for the commands after it', async () => {
		const applied = await json('apply', '--no-confirm');
		assert.deepEqual([applied.backend, applied.applied], ['nftables', true]);
		assert.deepEqual([applied.generation, applied.proof], [1, {kind: 'unattended'}]);
		const {stdout} = await run('plan');
		assert.match(stdout, /^Nothing to change/);
		const mode = await campus.hosts.appliance.run('stat', [
			'--format=%a',
			'/etc/analytics-setup',
			'/etc/analytics-setup/config.json',
			'/etc/analytics-setup/ruleset.nft',
			'/var/lib/analytics-setup',
		]);
		assert.equal(mode.stdout, '700\n600\n600\n700');
	});

	test('status says that all is as asked, and then what somebody changed', async () => {
		const before = await run('status', '--json');
		assert.equal(before.exitCode, 0);
		const {neighbours, ...rest} = JSON.parse(before.stdout) as Json;
		assert.ok(Array.isArray(neighbours));
		assert.deepEqual(rest, {
			schema: 1,
			configured: true,
			backend: 'nftables',
			transaction: null,
			undone: null,
			drift: [],
			generation: 1,
			names: null,
		});
		const table = ['inet', 'analytics_setup'];
		const {appliance} = campus.hosts;
		await appliance.run('nft', [
			'add',
			'rule',
			...table,
			'input',
			'tcp dport 8080 accept',
		]);
		const after = await run('status');
		assert.equal(after.exitCode, 3);
		assert.match(after.stdout, /not asked for: anyone may reach 8080\/tcp: unknown/);
		await run('apply', '--no-confirm');
		assert.equal((await run('status')).exitCode, 0);
	});

	test('probe gives a result for each of the 22 rows, in the shape of the contract', async () => {
		const {exitCode, stdout} = await run('probe', '--json');
		const probed = JSON.parse(stdout) as {results: readonly Json[]; counts: Json};
		const {stdout: message} = await campus.hosts.appliance.run('cat', [
			'/run/motd.d/analytics-setup',
		]);
		assert.match(message, /^\d+ of 22 connections were proven on .* UTC\.$/m);
		const ids = probed.results.map(({id}) => id);
		const own = ['clock', 'dns-udp', 'dns-tcp'];
		// What is about this server itself stands before the rows of the list.
		assert.deepEqual(ids.slice(0, own.length), own);
		assert.equal(new Set(ids.slice(own.length)).size, 22);
		for (const result of probed.results) {
			assert.deepEqual(Object.keys(result), [
				'id',
				'direction',
				'source',
				'destination',
				'address',
				'port',
				'protocol',
				'verdict',
				'cause',
				'owner',
				'detail',
				'remedy',
				'milliseconds',
				'ways',
				'evidence',
			]);
		}

		// The three inbound rows wait for somebody to come, and UDP 1433 never answers.
		assert.deepEqual(probed.counts, {
			pass: 17,
			warn: 2,
			fail: 0,
			skipped: 2,
			unprovable: 4,
		});
		assert.equal(exitCode, 0);
	});

	test('probe of one row asks only about that one', async () => {
		const {stdout} = await run('probe', 'bitbucket', '--json');
		const {results} = JSON.parse(stdout) as {results: readonly Json[]};
		assert.deepEqual(
			results.map(({id, verdict, address}) => [id, verdict, address !== null]),
			[['bitbucket', 'pass', true]],
		);
	});

	test('a row that fails makes the exit code 3 and says who must act', async () => {
		await campus.services.mail?.stop();
		const {exitCode, stdout} = await run('probe', 'mail');
		assert.equal(exitCode, 3);
		assert.match(stdout, /For whoever runs the other end/);
		assert.match(
			stdout,
			/smtp\.uni\.edu \(10\.61\.0\.25\) is reached, but no program accepts/,
		);
	});

	test('report shows the last results, and what is in effect', async () => {
		const {exitCode, stdout, stderr} = await run('report');
		assert.deepEqual([exitCode, stderr], [0, '']);
		assert.match(
			stdout,
			/^AppsAnywhere Analytics · analytics\.uni\.edu$|^AppsAnywhere Analytics \|/m,
		);
		assert.match(stdout, /In effect on this server/);
		assert.match(stdout, /The answers are kept in \/etc\/analytics-setup\/config\.json/);
		assert.ok(stdout.split('\n').every(line => line.length <= 80));
		const report = JSON.parse((await run('report', '--json')).stdout) as Json;
		const first = ['schema', 'answers', 'backend', 'isEnforced', 'rules', 'run'];
		assert.deepEqual(Object.keys(report).slice(0, first.length), first);
	});

	for (const [name, arguments_, exitCode, words] of [
		['an unknown command', ['aply'], 2, /no command "aply"/],
		[
			'an unknown flag',
			['plan', '--jsn'],
			2,
			/^Unknown option '--jsn'\.\nDid you mean --json\?$/,
		],
		[
			'an unknown connection',
			['probe', 'bitbuket'],
			2,
			/no connection "bitbuket".*\n.*bitbucket/,
		],
		[
			'a port without a protocol',
			['explain', '--from', '::1', '--port', '80'],
			2,
			/"80" is not a port/,
		],
		[
			'neither --from nor --to',
			['explain', '--port', '80/tcp'],
			2,
			/either --from or --to/,
		],
		[
			'a file that is not there',
			['check', '/etc/none.yaml'],
			2,
			/"\/etc\/none\.yaml" cannot be read/,
		],
		[
			'an unknown backend',
			['plan', '--backend', 'ufw'],
			2,
			/Allowed choices are nftables, files/,
		],
	] as const) {
		test(`${name} is refused in a sentence`, async () => {
			const result = await run(...arguments_);
			assert.equal(result.exitCode, exitCode);
			assert.match(result.stderr, words);
			assert.equal(result.stdout, '');
		});
	}

	test('--help and --version exit with 0', async () => {
		for (const [flag, words] of [
			['--help', /Usage: analytics-setup/],
			[
				'--version',
				/^\d+\.\d+\.\d+(?: \(build (?:unknown|[\da-f]{12}(?:, changed)?)\))?$/,
			],
		] as const) {
			const {exitCode, stdout} = await run(flag);
			assert.equal(exitCode, 0);
			assert.match(stdout, words);
		}
	});
});
