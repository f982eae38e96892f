import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {execa} from 'execa';
import {type Container, containerIn, outside} from './container.js';
import {copyImage} from './image.js';
import {admitKey} from './ssh.js';
import {until} from './until.js';

// The service that follows names, where systemd has it. What its names are at stands in the
// hosts file: nobody answers at the address of the DNS server.

const program = ['/opt/node', '/opt/analytics-setup/dist/cli.js'] as const;
const unit = 'analytics-setup-names.service';
const kept = '/var/lib/analytics-setup/names.json';

const answersFor = (mode: string) => `version: 1
server: {hostname: analytics.uni.edu}
viewers: {subnets: [10.20.0.0/16]}
appsanywhere: {servers: [10.30.0.10]}
support: {enabled: true, sources: [10.77.0.0/24]}
sql: {host: mssql.uni.edu}
smtp: {host: 10.61.0.25, port: 587, security: starttls}
time: {servers: [10.63.0.123]}
dns: {servers: [${outside}]}
outbound: {mode: ${mode}}
`;

suite('names followed under systemd', {timeout: 900_000}, () => {
	let container: Container;
	let dispose: () => Promise<void>;

	const run = async (...command: readonly string[]) => {
		const {exitCode, stdout, stderr} = await container.run(...command);
		assert.equal(exitCode, 0, `${command.join(' ')}: ${stdout} ${stderr}`);
		return stdout;
	};
	const apply = async (mode: string) => {
		await container.write(`etc/${mode}.yaml`, answersFor(mode));
		await run(...program, 'apply', '--no-confirm', '--answers', `/etc/${mode}.yaml`);
	};
	const isActive = async () =>
		(await container.run('systemctl', 'is-active', unit)).stdout;
	const mainPid = () => run('systemctl', 'show', '--property=MainPID', '--value', unit);
	const tables = () => run('nft', 'list', 'tables');

	/** Whether everything is as it should be: the name is permitted, and look-ups are turned. */
	const isFollowing = async () => {
		const listed = await container.run('nft', 'list', 'ruleset');
		return (
			(await isActive()) === 'active' &&
			/to-mssql\.uni\.edu-4 \{[^}]*10\.60\.0\.11 timeout/.test(listed.stdout) &&
			/table ip analytics_setup_dns \{/.test(listed.stdout)
		);
	};

	before(async () => {
		const image = await copyImage('container');
		dispose = image.dispose;
		const {folder} = image;
		container = containerIn(folder);
		await admitKey(folder, folder);
		await container.write('etc/hosts', '127.0.0.1 localhost\n10.60.0.11 mssql.uni.edu\n');
		await execa('mkdir', ['-p', `${folder}/opt/analytics-setup`]);
		// Not by a bind mount: a build may replace what is tested here.
		await execa('cp', ['-r', 'dist', 'package.json', `${folder}/opt/analytics-setup`]);
		await container.boot();
	});
	after(async () => {
		await container.cutPower();
		await dispose();
	});

	test('the service is there with the first rules that name something', async () => {
		await apply('ports');
		assert.equal(await isActive(), 'inactive');
		await apply('destinations');
		assert.ok(await isFollowing(), await run('journalctl', '--unit', unit));
	});

	test('what talks with the DNS is a user who may do nothing', async () => {
		const listed = await run('ps', '-eo', 'uid,args');
		const [, uid] = /^ *(\d+) .*forward-names/m.exec(listed) ?? [];
		assert.equal(uid, '65533', listed);
	});

	test('it comes back when it is killed', async () => {
		const before = await mainPid();
		await run('kill', '-9', before);
		await until(async () => (await mainPid()) !== before && (await isFollowing()));
	});

	test('when it is stopped programs ask the DNS themselves, and what is permitted stays', async () => {
		await run('systemctl', 'stop', unit);
		assert.doesNotMatch(await tables(), /_dns/);
		assert.match(await run('nft', 'list', 'ruleset'), /10\.60\.0\.11 timeout/);
		await run('systemctl', 'start', unit);
		await until(isFollowing);
	});

	test('it goes on after nftables.service has flushed every table', async () => {
		await run('systemctl', 'restart', 'nftables.service');
		await until(isFollowing);
		await run('systemctl', 'stop', 'nftables.service');
		await until(isFollowing);
	});

	test('after a power cut it is there before the network, and permits what it knew', async () => {
		await container.cutPower();
		await container.boot();
		await until(isFollowing);
		const started = (name: string) =>
			run(
				'systemctl',
				'show',
				'--property=ActiveEnterTimestampMonotonic',
				'--value',
				name,
			);
		assert.ok(Number(await started(unit)) < Number(await started('network-pre.target')));
	});

	test('without names it ends, and does not come back at the next start', async () => {
		await apply('ports');
		await until(async () => (await isActive()) === 'inactive');
		assert.doesNotMatch(await tables(), /_dns/);
		assert.equal((await container.run('test', '-e', kept)).exitCode, 1);
		await container.cutPower();
		await container.boot();
		assert.equal(await isActive(), 'inactive');
	});
});
