import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import process from 'node:process';
import {afterEach, beforeEach, suite, type TestContext, test} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {formatAddress} from '../../source/addresses/address.js';
import {renderNameSets} from '../../source/firewall/name-sets.js';
import {isThere} from '../../source/host/files.js';
import {askFollower} from '../../source/names/names-link.js';
import {type Host, startHost} from '../campus/host.js';
import {campusSkip} from '../campus/need.js';
import {nftIn} from '../campus/nft-in.js';
import {readPrograms} from '../campus/programs.js';
import {filesOf} from '../campus/run-inside.js';

// A host without a network: what its names are at stands in its hosts file.

const hosts = '127.0.0.1 localhost\n192.0.2.1 a.uni.edu\n2001:db8::2 b.uni.edu\n';

suite('the service that follows names', {skip: campusSkip()}, () => {
	let host: Host;
	let run: string;
	let kept: string;

	beforeEach(async () => {
		const {agent} = await readPrograms();
		host = await startHost('names', agent);
		run = `${filesOf(host)}/run/analytics-setup`;
		kept = `${filesOf(host)}/var/lib/analytics-setup/names.json`;
		await host.write('/etc/hosts', hosts);
	});
	afterEach(() => host.close());

	const declare = (...names: readonly string[]) =>
		nftIn(host, ['-f', '-'], renderNameSets(names));
	const program = (...words: readonly string[]) =>
		host.run(process.execPath, ['dist/cli.js', ...words]);

	/** Starts it; `dist/cli.js follow-names` with more words. */
	function start(context: TestContext, ...more: readonly string[]) {
		const words = ['dist/cli.js', 'follow-names', ...more];
		const [file, inside] = host.enter(process.execPath, words);
		const service = spawn(file, inside, {stdio: 'inherit'});
		context.after(() => service.kill('SIGKILL'));
		return {service, ended: once(service, 'exit')};
	}

	/** What it tells; each name with its addresses. */
	const told = async (ask: 'tell' | 'look' | 'refresh' = 'tell') => {
		const report = await askFollower(run, ask);
		return report?.names.map(({name, addresses}) =>
			[name, ...addresses.map(each => formatAddress(each.address))].join(' '),
		);
	};

	const untilTold = async (wanted: readonly string[]) => {
		const end = performance.now() + 10_000;
		while ((await told())?.join() !== wanted.join()) {
			assert.ok(performance.now() < end, `${await told()}`);
			await delay(20);
		}
	};

	test('ends at once where there is nothing to follow', async context => {
		const {ended} = start(context);
		assert.deepEqual(await ended, [0, null]);
		assert.equal(await isThere(kept), false);
	});

	test('follows what comes, and ends when nothing is left', async context => {
		await declare('a.uni.edu');
		const {ended} = start(context);
		await program('follow-names', '--until-ready');
		await untilTold(['a.uni.edu 192.0.2.1']);
		await declare('b.uni.edu');
		assert.deepEqual(await told('look'), [
			'a.uni.edu 192.0.2.1',
			'b.uni.edu 2001:db8::2',
		]);
		await nftIn(host, ['flush', 'ruleset']);
		assert.deepEqual(await told('look'), []);
		assert.deepEqual(await ended, [0, null]);
		assert.equal(await told(), undefined);
		assert.equal(await isThere(kept), false);
	});

	test('keeps what it knows when it is told to stop, and permits it at its next start', async context => {
		await declare('a.uni.edu');
		const {service, ended} = start(context);
		await untilTold(['a.uni.edu 192.0.2.1']);
		service.kill('SIGTERM');
		assert.deepEqual(await ended, [0, null]);
		assert.match(await readFile(kept, 'utf8'), /192\.0\.2\.1/);
		await nftIn(host, ['flush', 'ruleset']);
		await declare('a.uni.edu');
		await host.write('/etc/hosts', '127.0.0.1 localhost\n');
		start(context);
		await untilTold(['a.uni.edu 192.0.2.1']);
	});

	test('is started again when it is killed', async context => {
		await declare('a.uni.edu');
		const {ended} = start(context, '--keep-alive');
		await untilTold(['a.uni.edu 192.0.2.1']);
		const {stdout} = await host.run('pgrep', [
			'--full',
			'follow-names$',
			'--ns',
			`${host.pid}`,
			'--nslist',
			'net',
		]);
		process.kill(Number(stdout), 'SIGKILL');
		await untilTold(['a.uni.edu 192.0.2.1']);
		await nftIn(host, ['flush', 'ruleset']);
		await told('look');
		assert.deepEqual(await ended, [0, null]);
	});

	test('need not run for names to be refreshed', async () => {
		await declare('a.uni.edu', 'gone.uni.edu');
		const {exitCode, stdout, stderr} = await program('refresh');
		assert.equal(exitCode, 3);
		assert.equal(stdout, 'a.uni.edu: 192.0.2.1\ngone.uni.edu: no address');
		assert.match(stderr, /is not running/);
		assert.match(stderr, /"gone\.uni\.edu"/);
		const listed = await nftIn(host, ['list', 'ruleset']);
		assert.match(listed, /192\.0\.2\.1 timeout 1h30m/);
	});

	test('refreshes its names when it is asked to', async context => {
		await declare('a.uni.edu');
		start(context);
		await untilTold(['a.uni.edu 192.0.2.1']);
		await host.write('/etc/hosts', hosts.replace('192.0.2.1', '192.0.2.7'));
		const {exitCode, stdout} = await program('refresh', '--json');
		assert.equal(exitCode, 0);
		const {names} = JSON.parse(stdout);
		assert.deepEqual(
			names[0].addresses.map((each: {readonly address: string}) => each.address),
			['192.0.2.7', '192.0.2.1'],
		);
	});

	test('has nothing to refresh without names', async () => {
		const {exitCode, stdout} = await program('refresh');
		assert.equal(exitCode, 0);
		assert.match(stdout, /No name is followed/);
	});
});
