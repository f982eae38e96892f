import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {execa} from 'execa';
import {apartSettings} from '../../source/host/apart-settings.js';
import {type Container, containerIn, outside} from './container.js';
import {copyImage} from './image.js';
import {admitKey} from './ssh.js';
import {until} from './until.js';

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

	/** Runs a program as the guard is run, but once. */
	const inSandbox = (command: readonly string[]) =>
		container.run(
			...['systemd-run', '--wait', '--pipe', '--quiet', '--collect'],
			...apartSettings(['/etc', '/run', '/var/lib'])
				.filter(setting => !setting.startsWith('Restart='))
				.flatMap(setting => ['--property', setting]),
			...['--', ...command],
		);

	before(async () => {
		const image = await copyImage('container');
		dispose = image.dispose;
		const {folder} = image;
		container = containerIn(folder);
		await admitKey(folder, folder);
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
		const {stdout: shown} = await session.ended;
		assert.match(shown, /analytics-setup: The old firewall rules are back\. Nobody kept/);
	});

	test('every login is told what is on trial, and afterwards what is kept', async () => {
		const answers = answersFor('10.77.0.0/24').replace('10.20.0.0/16', '10.21.0.0/16');
		await container.write('etc/more.yaml', answers);
		const session = container.ssh(
			...[...program, 'apply', '--answers', '/etc/more.yaml'],
		);
		await until(isOnTrial);
		assert.match(
			await container.logIn(),
			/analytics\.uni\.edu: NEW FIREWALL RULES ARE ON TRIAL until [\d:]{8} UTC\.\s+Logged in/,
		);
		await container.run(...program, 'rollback');
		await session.ended;
		assert.match(
			await container.logIn(),
			/analytics\.uni\.edu: AppsAnywhere Analytics\.\s+Firewall rules: generation 1, kept by .*\s+.*\s+Support access: SSH is open to 10\.77\.0\.0\/24\./,
		);
	});

	for (const [work, isPermitted, command] of [
		['see the network of another process', true, ['readlink', '/proc/1/ns/net']],
		['read connections', true, ['cat', '/proc/net/tcp']],
		['read the rules', true, ['nft', 'list', 'ruleset']],
		['ask on D-Bus', true, ['busctl', '--quiet', 'list']],
		['write to a terminal', true, ['sh', '-c', 'echo >/dev/console']],
		['write its rules', true, ['touch', '/etc/analytics-setup/tried']],
		['write the files of firewalld', true, ['mkdir', '-p', '/etc/firewalld/zones']],
		['write down what it did', true, ['touch', '/var/lib/analytics-setup/tried']],
		['write what logins are told', true, ['touch', '/run/motd.d/tried']],
		['write programs', false, ['touch', '/usr/bin/tried']],
		['write into a home', false, ['touch', '/root/tried']],
		['mount', false, ['mount', '-t', 'tmpfs', 'none', '/run']],
		['enter another network', false, ['unshare', '--net', 'true']],
		['go on the network', false, ['ssh', outside]],
		['change the clock', false, ['date', '--set', '@0']],
	] as const) {
		test(`in the sandbox of the guard one ${isPermitted ? 'can' : 'cannot'} ${work}`, async () => {
			const {exitCode, stderr} = await inSandbox(command);
			assert.equal(exitCode === 0, isPermitted, stderr);
		});
	}

	test('the guard knows which boot this is', async () => {
		const readBoot = ['cat', '/proc/sys/kernel/random/boot_id'];
		const {stdout} = await inSandbox(readBoot);
		assert.equal(stdout, (await container.run(...readBoot)).stdout);
	});

	test('below another root the guard writes there', async () => {
		const root = '/srv/my "copy"';
		await container.run('mkdir', '-p', root);
		const apply = (...flags: readonly string[]) =>
			container.run(...program, 'apply', '--no-confirm', ...flags);
		const there = await apply(
			...['--root', root, '--backend', 'nftables', '--answers', '/etc/more.yaml'],
		);
		assert.equal(there.exitCode, 0, there.stderr);
		const {stdout} = await container.run('cat', `${root}/run/motd.d/analytics-setup`);
		assert.match(stdout, /^Firewall rules: generation 1, kept by /m);
		const {exitCode, stderr} = await apply('--answers', '/etc/good.yaml');
		assert.equal(exitCode, 0, stderr);
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
		assert.match(
			await container.logIn(),
			/: the old firewall rules are back since .*\s+The server was restarted before/,
		);
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
		// The boot unit has written it anew, although nothing was pending.
		const {stdout} = await container.run('cat', '/run/motd.d/analytics-setup');
		assert.match(stdout, /^Firewall rules: generation \d+, kept by /m);
	});

	test('with the program removed the rules come back, and nothing is said of it', async () => {
		await container.run('mv', '/opt/analytics-setup', '/opt/removed');
		await container.cutPower();
		await container.boot();
		assert.match(await ruleset(), /table inet analytics_setup/);
		const {stdout} = await container.run(
			'systemctl',
			'list-units',
			'--failed',
			'--plain',
		);
		assert.doesNotMatch(stdout, /analytics-setup/);
	});
});
