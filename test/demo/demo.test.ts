import assert from 'node:assert/strict';
import {type ChildProcess, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {after, afterEach, before, suite, test} from 'node:test';
import {campusSkip} from '../campus/need.js';
import {until} from '../helpers/screen.js';
import {startTerminal, type Terminal} from '../helpers/terminal.js';
import {keys} from '../terminal/keys.js';

// As nobody, in a checkout that nobody may only read.
const asNobody = `
	mount --bind "$PWD" /mnt
	cd /mnt
	export PATH="/mnt/node_modules/.bin:$PATH"
	exec setpriv --reuid=65534 --regid=65534 --clear-groups -- "$@"
`;

// A user namespace may refuse those that are to be made in it.
const refusing = `
	echo 0 >/proc/sys/user/max_user_namespaces
	exec "$@"
`;

const demo = [
	...['node', '--import=tsx', '--import=./build/register-asset-modules.mjs'],
	'test/demo/demo.ts',
];

suite('the demo, as a user without rights', {skip: campusSkip()}, () => {
	let home = '';
	const terminals: Terminal[] = [];
	const command = (words: readonly string[]) =>
		['--mount', 'sh', '-ec', asNobody, 'sh', ...words] as const;
	const open = (words: readonly string[]) => {
		const env = {HOME: home, TMPDIR: home};
		const terminal = startTerminal('unshare', command(words), {env});
		terminals.push(terminal);
		return terminal;
	};

	before(async () => {
		home = await mkdtemp(join(tmpdir(), 'analytics-setup-test-'));
		spawnSync('chown', ['65534', home]);
	});
	afterEach(async () => {
		for (const terminal of terminals.splice(0)) {
			terminal.close();
			await terminal.exited;
		}
	});
	after(() => rm(home, {recursive: true}));

	test('a chosen fault is found by the wizard, after its rules took effect for real', async () => {
		const terminal = open([...demo, '--answers', 'given']);
		await terminal.shows(/5 {2}proxy .*\n.*6 {2}dns[\s\S]*Which one/);
		terminal.type('inspection\r');
		await terminal.shows(/Enter go on/);
		terminal.type(keys.enter);
		await terminal.shows(/What you answered[\s\S]*A apply/);
		terminal.type('a');
		await terminal.shows(/New logins seen: 10\.40\.0\.7/, 20_000);
		terminal.type('k');
		await terminal.shows(/Generation 1 is in effect, proven by a new connection/);
		await terminal.shows(
			/For your network team[\s\S]*bitbucket\.org +443\/tcp +read along by "FortiGate[\s\S]*without TLS inspection/,
		);
		terminal.type('q');
		assert.equal(await terminal.exited, 0);
	});

	test('every page is filled in', async () => {
		const terminal = open([...demo, '--fault', 'none']);
		await terminal.shows(/What was typed on "Server".* is\s+still there/s);
	});

	test('when it is killed, all that it started is gone', async () => {
		const words = command([...demo, '--', 'sh', '-c', 'echo here; exec sleep 600']);
		const killed = spawn('unshare', words, {
			// Without a terminal, whose end would also end them.
			...({detached: true, stdio: ['ignore', 'pipe', 'ignore']} as const),
			env: {...process.env, HOME: home, TMPDIR: home},
		});
		await once(killed.stdout, 'data');
		const exited = once(killed, 'exit');
		killed.kill('SIGKILL');
		await exited;
		try {
			await until(
				() => sessionOf(killed).length === 0,
				() => `still there: ${sessionOf(killed).join(' ')}`,
			);
		} finally {
			// What is left would keep this test from ending.
			killed.stdout.destroy();
			for (const pid of sessionOf(killed)) {
				process.kill(Number(pid), 'SIGKILL');
			}
		}
	});

	test('a command runs on the server, where nftables has the real rules', () => {
		const script =
			'analytics-setup apply --no-confirm --answers /etc/answers.yaml >/dev/null; nft list table inet analytics_setup; hostname';
		const {stdout, stderr} = spawnSync(
			'unshare',
			command([...demo, '--', 'sh', '-c', script]),
			{encoding: 'utf8', env: {...process.env, HOME: home, TMPDIR: home}},
		);
		assert.match(stdout, /10\.20\.0\.0\/16[\s\S]*\nappliance\n$/, stderr);
	});

	test('where the kernel refuses, it says why, and writes files that go with it', async () => {
		const terminal = open([
			...['unshare', '--user', '--map-current-user', '--keep-caps'],
			...['sh', '-ec', refusing, 'sh', ...demo, '--answers', 'given'],
		]);
		await terminal.shows(
			/user\.max_user_namespaces\s+is 0\.[\s\S]*sudo sysctl user\.max_user_namespaces=[\s\S]*Enter goes on/,
		);
		terminal.type(keys.enter);
		await terminal.shows(/only files[\s\S]*nothing takes effect on this server/);
		assert.notDeepEqual(await filesIn(home), []);
		terminal.type(keys.interrupt);
		await terminal.shows(/Leave the setup/);
		terminal.type(keys.enter);
		assert.equal(await terminal.exited, 130);
		assert.deepEqual(await filesIn(home), []);
	});

	for (const [name, words, said] of [
		['without a terminal', [], /needs a terminal/],
		['for a fault that is not there', ['--fault', 'fire'], /no fault "fire"/],
		['for a flag that is not there', ['--fire'], /--fire/],
	] as const) {
		test(`${name} it says so and exits with 2`, () => {
			const {status, stderr} = spawnSync('unshare', command([...demo, ...words]), {
				input: '',
				encoding: 'utf8',
				env: {...process.env, HOME: home, TMPDIR: home},
			});
			assert.equal(status, 2);
			assert.match(stderr, said);
		});
	}
});

/** The processes of the session that a process leads. */
function sessionOf({pid}: ChildProcess): readonly string[] {
	const {stdout} = spawnSync('ps', ['-o', 'pid=', '--sid', String(pid)], {
		encoding: 'utf8',
	});
	return stdout.split('\n').filter(line => line.trim() !== '');
}

async function filesIn(folder: string): Promise<readonly string[]> {
	const names = await readdir(folder);
	return names.filter(name => name.startsWith('analytics-setup-demo-'));
}
