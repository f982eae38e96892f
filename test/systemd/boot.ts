import assert from 'node:assert/strict';
import {mkdir, rm} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {after, afterEach, before, suite, test} from 'node:test';
import {keys} from '../terminal/keys.js';
import {type Disk, diskOf} from './guest/disk.js';
import {furnish, installPackage, outside} from './guest/furnish.js';
import {type Guest, powerOn} from './guest/guest.js';
import {walkToReview} from './guest/walk.js';
import {copyImage} from './image.js';
import {run} from './program.js';
import {admitKey, sshOptions} from './ssh.js';
import {until} from './until.js';

// A server with the package, from its first start: on its screen, its keyboard and its
// serial line. Each test goes on with the disk that the one before has left.

/** An emulated processor is slow. */
const patience = 120_000;

/** With BOOT_PICTURES=1, what the screen looks like is kept for the documents. */
const arePicturesKept = process.env.BOOT_PICTURES === '1';

const otherAnswers = `version: 1
server: {hostname: analytics.uni.edu}
viewers: {subnets: [10.21.0.0/16]}
appsanywhere: {servers: [10.30.0.10]}
support: {enabled: true, sources: [10.99.0.0/24]}
sql: {host: 10.60.0.11}
smtp: {host: 10.61.0.25, port: 587, security: starttls}
time: {servers: [10.63.0.123]}
dns: {servers: [10.62.0.53]}
`;

suite('a server with the package, from its first start', {timeout: 590_000}, () => {
	let disk: Disk;
	let guest: Guest;
	let key: string;
	let diskWithoutPackage: Disk;
	const cleanUp: Array<() => Promise<void>> = [];

	const picture = async (name: string) => {
		if (arePicturesKept) {
			await guest.console.picture(`assets/screenshots/${name}.png`);
		}
	};
	const start = async (from = disk) => {
		guest = await powerOn(from);
	};
	const restart = async () => {
		await guest.run('systemctl', '--no-block', 'reboot');
		await guest.isOff;
		await start();
	};
	const ruleset = async () => (await guest.run('nft', '-s', 'list', 'ruleset')).stdout;
	const isActive = async (...units: readonly string[]) =>
		(await guest.run('systemctl', 'is-active', ...units)).exitCode === 0;
	/** When a unit was there, in microseconds since the start of the kernel. */
	const reached = async (unit: string) => {
		const property = '--property=ActiveEnterTimestampMonotonic';
		const {stdout} = await guest.run('systemctl', 'show', '--value', property, unit);
		assert.notEqual(stdout, '0', unit);
		return Number(stdout);
	};
	/** Logs in from outside, and out again; what was on the screen. */
	const logIn = async () => {
		const port = ['-p', String(guest.sshPort)];
		const {ended} = run('ssh', ['-tt', ...port, ...sshOptions(key), 'root@127.0.0.1'], {
			timeout: patience,
			input: 'exit\n',
		});
		return (await ended).stdout;
	};

	before(async () => {
		const image = await copyImage('guest');
		// Not among the temporary files: they may be in memory.
		const folder = `${image.folder}-disks`;
		await mkdir(folder);
		cleanUp.push(image.dispose, () => rm(folder, {recursive: true}));
		await furnish(image.folder);
		key = await admitKey(image.folder, folder);
		diskWithoutPackage = await diskOf(image.folder, join(folder, 'without'));
		await installPackage(image.folder);
		disk = await diskOf(image.folder, join(folder, 'with'));
		await start();
	});
	afterEach(async context => {
		if ('passed' in context && !context.passed) {
			context.diagnostic(`tty1:\n${await guest.console.text()}`);
			context.diagnostic(`ttyS0:\n${guest.serial.text()}`);
		}
	});
	after(async () => {
		await guest.cutPower();
		for (const act of cleanUp) {
			await act();
		}
	});

	test('its screen and its serial line invite before anybody logs in', async () => {
		await guest.serial.shows(/This server is not set up yet/, patience);
		await guest.console.shows(/This server is not set up yet[\s\S]*10\.0\.2\.15/);
		await picture('boot-invitation');
		assert.doesNotMatch(`${guest.serial.text()}${await guest.console.text()}`, /login:/);
	});

	test('meanwhile the rest of it has started, and SSH admits', async () => {
		await until(() => isActive('multi-user.target', 'ssh.service'));
		assert.match(await logIn(), /has not been set up yet/);
	});

	test('nothing that the kernel or systemd says gets onto the screen', async () => {
		const before = [await guest.console.text(), guest.serial.text()];
		await guest.write('/dev/kmsg', '<3>something of the kernel\n');
		await guest.run('systemctl', 'restart', 'ssh.service');
		await guest.run('systemd-run', '--wait', 'false');
		assert.deepEqual([await guest.console.text(), guest.serial.text()], before);
	});

	test('who is first at the serial line has the setup, and the screen says so', async () => {
		guest.serial.type(keys.enter);
		await guest.serial.shows(/Enter begin/, patience);
		await guest.console.shows(/Somebody is in the setup at serial console ttyS0/);
		await picture('boot-second-console');
	});

	test('leaving it gives a login prompt, and the screen invites again', async () => {
		guest.serial.type(keys.interrupt);
		await guest.serial.shows(/Leave the setup\?/);
		guest.serial.type(keys.enter);
		await guest.console.shows(/Enter set this server up/);
		await guest.serial.shows(
			/log in and type: analytics-setup[\s\S]*login:\s*$/,
			patience,
		);
	});

	test('the whole wizard is answered with the keyboard, and its rules go on trial', async () => {
		await guest.console.type(keys.enter);
		await walkToReview(guest.console, '10.0.2.0/24', async title => {
			if (title === 'Support') {
				await picture('boot-question');
			}
		});
		await picture('boot-review');
		await guest.console.type('a');
		await guest.console.shows(/old rules return in/, patience);
		assert.match(await ruleset(), /table inet analytics_setup/);
	});

	test('the power fails meanwhile: the old rules are back before the network, and it says so', async () => {
		await guest.cutPower();
		await start();
		await guest.console.shows(/The last change was taken back/, patience);
		await picture('boot-taken-back');
		assert.equal(await ruleset(), '');
		assert.ok(
			(await reached('analytics-setup-recovery.service')) <
				(await reached('network-pre.target')),
		);
		assert.match(await logIn(), /the old firewall rules are back/);
	});

	test('the answers are still there, and whoever logs in meanwhile proves the rules', async () => {
		await guest.console.type(keys.enter);
		await guest.console.shows(/Enter (?:begin|go on)/);
		await guest.console.type(keys.enter);
		await guest.console.shows(/A apply/, patience);
		await guest.console.type('a');
		await guest.console.shows(/A console proves nothing about SSH/, patience);
		assert.match(await logIn(), /on trial/i);
		await guest.console.shows(/New logins seen: 10\.0\.2\.2/);
		await picture('boot-trial');
		await guest.console.type('k');
		await guest.console.shows(/Generation 1 is in effect, proven by/, patience);
		// Messages are offered once every row has its result.
		await guest.console.shows(/M message/, patience);
		await picture('boot-results');
	});

	test('leaving it then gives a login prompt, never a shell', async () => {
		await guest.console.type('q');
		await guest.console.shows(
			/This server is set up\.[\s\S]*analytics login:\s*$/,
			patience,
		);
		const {stdout} = await guest.run('ps', '-t', 'tty1', '-o', 'comm=');
		assert.equal(stdout, 'agetty');
		await guest.serial.shows(/This server is set up\.[\s\S]*login:\s*$/);
	});

	test('a restart brings no wizard, but the rules before the network, and tells at a login', async () => {
		const before = await ruleset();
		await restart();
		await guest.serial.shows(/login:\s*$/, patience);
		await guest.console.shows(/login:\s*$/, patience);
		assert.doesNotMatch(await guest.console.text(), /not set up/);
		assert.equal(await ruleset(), before);
		assert.ok(
			(await reached('analytics-setup-firewall.service')) <
				(await reached('network-pre.target')),
		);
		assert.match(await logIn(), /generation 1/i);
	});

	test('without the package it starts to the same prompt; how long each takes is told', async t => {
		const packaged = await reached('multi-user.target');
		await guest.cutPower();
		await start(diskWithoutPackage);
		await guest.serial.shows(/login:\s*$/, patience);
		const ratio = packaged / (await reached('multi-user.target'));
		t.diagnostic(
			`multi-user.target with the package : without = ${ratio.toFixed(2)} : 1`,
		);
		await guest.cutPower();
		await start();
		await guest.serial.shows(/login:\s*$/, patience);
	});

	test('the power fails in an apply that nobody has kept: the kept rules are back', async () => {
		const before = await ruleset();
		await guest.write('/etc/other.yaml', otherAnswers);
		await guest.run(
			...['systemd-run', '--unit=other', 'analytics-setup', 'apply'],
			...['--answers', '/etc/other.yaml', '--shut-out', outside],
			...['--confirm-within', '600'],
		);
		await until(async () => /10\.21\.0\.0/.test(await ruleset()), patience);
		await guest.cutPower();
		await start();
		await guest.serial.shows(/login:\s*$/, patience);
		assert.equal(await ruleset(), before);
		assert.match(await logIn(), /the old firewall rules are back/);
	});
});
