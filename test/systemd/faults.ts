import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {execa} from 'execa';
import {type Container, containerIn, outside, until} from './container.js';
import {copyImage} from './image.js';

// The rows of the fault matrix for which systemd has to be the first process.

const program = ['/opt/node', '/opt/analytics-setup/dist/cli.js'] as const;

const stateFolder = '/var/lib/analytics-setup';

const steppedClock = [
	'LD_PRELOAD=/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1',
	'FAKETIME_TIMESTAMP_FILE=/etc/clock',
	'FAKETIME_NO_CACHE=1',
	'FAKETIME_DONT_FAKE_MONOTONIC=1',
];

const answersFor = (support: string) => `version: 1
server: {hostname: analytics.uni.edu}
viewers: {subnets: [10.20.0.0/16]}
appsanywhere: {servers: [10.30.0.10]}
support: {enabled: true, sources: [${support}]}
sql: {host: 10.60.0.11}
smtp: {host: 10.61.0.25, port: 587, security: starttls}
time: {servers: [10.63.0.123]}
dns: {servers: [10.62.0.53]}
`;

suite('faults under systemd', {timeout: 900_000}, () => {
	let container: Container;
	let dispose: () => Promise<void>;

	const ruleset = async () =>
		(await container.run('nft', '-s', 'list', 'ruleset')).stdout;
	const state = async () => {
		const {stdout} = await container.run(...program, 'status', '--json');
		const {transaction} = JSON.parse(stdout) as {
			transaction: {state: string} | null;
		};
		return transaction?.state ?? 'none';
	};

	/** Rules that shut the administrator out, on trial for so many seconds. */
	const shuttingOut = (seconds: number) => [
		...program,
		'apply',
		...['--answers', '/etc/other.yaml', '--shut-out', outside],
		...['--confirm-within', String(seconds)],
	];
	const isOnTrial = async () => (await state()) === 'on-trial';
	const isBack = (old: string) => async () => (await ruleset()) === old;

	before(async () => {
		const image = await copyImage();
		dispose = image.dispose;
		const {folder} = image;
		container = containerIn(folder);
		await execa('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', `${folder}/key`]);
		const {stdout: key} = await execa('cat', [`${folder}/key.pub`]);
		await execa('mkdir', ['-p', '-m', '700', `${folder}/root/.ssh`]);
		await container.write('root/.ssh/authorized_keys', key, 0o600);
		await container.write('etc/good.yaml', answersFor('10.77.0.0/24'));
		await container.write('etc/other.yaml', answersFor('10.99.0.0/24'));
		await execa('mkdir', ['-p', `${folder}/opt/analytics-setup`]);
		// Not by a bind mount: a build may replace what is tested here.
		await execa('cp', ['-r', 'dist', 'package.json', `${folder}/opt/analytics-setup`]);
		await container.boot();
		const {exitCode, stderr} = await container.run(
			...[...program, 'apply', '--no-confirm', '--answers', '/etc/good.yaml'],
		);
		const log = await container.run('cat', '/var/lib/analytics-setup/error.log');
		assert.equal(exitCode, 0, `${stderr}\n${log.stdout}`);
	});
	after(async () => {
		await container.cutPower();
		await dispose();
	});

	test('the guard is a service of systemd', async () => {
		const session = container.ssh(...shuttingOut(5));
		await until(isOnTrial);
		const {stdout} = await container.run(
			'systemctl',
			'is-active',
			'analytics-setup-guard',
		);
		assert.equal(stdout, 'active');
		await session.ended;
	});

	for (const [row, fault, strike] of [
		[
			7,
			'SIGHUP to the program',
			() => container.run('pkill', '-HUP', '-f', 'cli.js apply'),
		],
		[
			9,
			'SIGKILL of the program',
			() => container.run('pkill', '-KILL', '-f', 'cli.js apply'),
		],
		[13, 'daemon-reexec', () => container.run('systemctl', 'daemon-reexec')],
	] as const) {
		test(`row ${row}, ${fault}: the old rules come back`, async () => {
			const old = await ruleset();
			const session = container.ssh(...shuttingOut(8));
			await until(isOnTrial);
			assert.notEqual(await ruleset(), old);
			await strike();
			await until(isBack(old));
			session.kill('SIGKILL');
		});
	}

	for (const [row, kills] of [
		[8, 'no'],
		[11, 'yes'],
	] as const) {
		test(`row ${row}, the SSH client is killed, KillUserProcesses=${kills}: the old rules come back`, async () => {
			await container.run(...['mkdir', '-p', '/etc/systemd/logind.conf.d']);
			await container.write(
				'etc/systemd/logind.conf.d/kill.conf',
				`[Login]\nKillUserProcesses=${kills}\nKillExcludeUsers=\n`,
			);
			await container.run('systemctl', 'restart', 'systemd-logind');
			const old = await ruleset();
			const session = container.ssh(...shuttingOut(8));
			await until(isOnTrial);
			session.kill('SIGKILL');
			await until(isBack(old));
		});
	}

	test('row 10, the unit of the program is stopped: the old rules come back', async () => {
		const old = await ruleset();
		await container.run(
			...['systemd-run', '--unit=first-boot', '--collect', '--', ...shuttingOut(8)],
		);
		await until(isOnTrial);
		await container.run('systemctl', 'stop', 'first-boot');
		await until(isBack(old));
	});

	test('the guard is killed in a trial: it comes back, and goes on', async () => {
		const old = await ruleset();
		const session = container.ssh(...shuttingOut(10));
		await until(isOnTrial);
		await container.run('systemctl', 'kill', '--signal=KILL', 'analytics-setup-guard');
		await until(isOnTrial);
		assert.notEqual(await ruleset(), old);
		await until(isBack(old));
		session.kill('SIGKILL');
	});

	for (const step of ['+1d', '-1d']) {
		test(`row 21, the clock steps by ${step} in a trial: the time to confirm stays the same`, async () => {
			// The real clock is the machine's; a library steps the one that the guard reads.
			await container.write('etc/clock', '+0d');
			await container.run('systemctl', 'set-environment', ...steppedClock);
			const old = await ruleset();
			const session = container.ssh(...shuttingOut(8));
			await until(isOnTrial);
			const start = performance.now();
			await container.write('etc/clock', step);
			await until(isBack(old));
			const seconds = (performance.now() - start) / 1000;
			session.kill('SIGKILL');
			await container.run('systemctl', 'unset-environment', ...steppedClock);
			assert.ok(seconds > 4 && seconds < 12, `${seconds} s`);
			const {stdout} = await container.run('cat', `${stateFolder}/undone/undone.json`);
			const {at} = JSON.parse(stdout) as {at: string};
			const hours = (Date.parse(at) - Date.now()) / 3_600_000;
			assert.equal(Math.round(hours), step === '+1d' ? 24 : -24);
		});
	}

	test('row 17, the power fails in a trial: it starts with the old rules', async () => {
		const old = await ruleset();
		const session = container.ssh(...shuttingOut(300));
		await until(isOnTrial);
		session.kill('SIGKILL');
		await container.cutPower();
		await container.boot();
		assert.equal(await ruleset(), old);
		assert.equal(await state(), 'none');
		const {stdout} = await container.run(...program, 'status');
		assert.match(stdout, /taken back .* The server was restarted before/);
	});

	test('row 18, the power fails after new rules were kept and before they were saved: it starts with them', async () => {
		const old = await ruleset();
		// What saves the rules for the next start cannot write there.
		await container.run(
			'mount',
			'--bind',
			'-o',
			'ro',
			'/etc/analytics-setup',
			'/etc/analytics-setup',
		);
		const session = container.ssh(...shuttingOut(60));
		await until(isOnTrial);
		const kept = await container.run(...program, 'confirm', '--without-proof');
		assert.match(kept.stderr, /could not be saved for the next start/);
		const now = await ruleset();
		assert.notEqual(now, old);
		session.kill('SIGKILL');
		await container.cutPower();
		await container.boot();
		assert.equal(await ruleset(), now);
	});

	test('row 32, nftables.service is restarted, reloaded and stopped: our table returns', async () => {
		const old = await ruleset();
		for (const action of ['restart', 'reload', 'stop']) {
			const {exitCode, stderr} = await container.run('systemctl', action, 'nftables');
			assert.equal(exitCode, 0, stderr);
			assert.match(await ruleset(), /table inet analytics_setup/, action);
		}

		assert.ok((await ruleset()).includes(old.trim()));
	});

	test('row 33, without any DNS server the rules are there before the network', async () => {
		await container.run('sh', '-c', 'echo nameserver 192.0.2.53 >/etc/resolv.conf');
		await container.cutPower();
		await container.boot();
		assert.match(await ruleset(), /table inet analytics_setup/);
		const order = await container.run(
			...['systemctl', 'show', '-P', 'ActiveEnterTimestampMonotonic'],
			...['analytics-setup-firewall.service', 'network.target'],
		);
		const [rules = 0, network = 0] = order.stdout.split(/\s+/).map(Number);
		assert.ok(rules > 0 && (network === 0 || rules <= network), order.stdout);
	});
});
