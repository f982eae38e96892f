import assert from 'node:assert/strict';
import {once} from 'node:events';
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {after, before, suite, test} from 'node:test';
import {execa} from 'execa';
import {answersPath, furnishAppliance} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {campusSkip} from '../campus/need.js';

type Bundle = {
	readonly path: string;
	readonly bytes: number;
	readonly items: ReadonlyArray<{
		readonly name: string;
		readonly bytes: number;
		readonly note: string | null;
	}>;
};

suite('support-bundle', {skip: campusSkip()}, () => {
	let campus: Campus;
	/** Seen by the appliance too, under the same path. */
	let folder: string;

	const start = (
		arguments_: readonly string[],
		env: Readonly<Record<string, string>> = {},
	) => {
		const {enter} = campus.hosts.appliance;
		const program = enter(process.execPath, [
			'dist/cli.js',
			'support-bundle',
			...arguments_,
		]);
		return execa(...program, {env, reject: false, encoding: 'buffer'});
	};
	const run = async (
		arguments_: readonly string[],
		env?: Readonly<Record<string, string>>,
	) => {
		const {exitCode, stdout, stderr} = await start(arguments_, env);
		return {
			exitCode,
			stdout: Buffer.from(stdout),
			stderr: Buffer.from(stderr).toString(),
		};
	};
	const collect = async (
		arguments_: readonly string[],
		env?: Readonly<Record<string, string>>,
	) => {
		const {exitCode, stdout, stderr} = await run(['--json', ...arguments_], env);
		assert.equal(exitCode, 0, stderr);
		return JSON.parse(stdout.toString()) as Bundle;
	};
	const noteOf = ({items}: Bundle, name: string) =>
		items.find(item => item.name === name)?.note;

	before(async () => {
		campus = await openCampus({services: false});
		await furnishAppliance(campus);
		folder = await mkdtemp(join(tmpdir(), 'support-bundle-'));
	});
	after(async () => {
		await campus.close();
		await rm(folder, {recursive: true});
	});

	test('needs no answers, and says that there are none', async () => {
		const path = join(folder, 'none.tar.gz');
		const bundle = await collect(['--output', path]);
		assert.deepEqual([bundle.path, bundle.bytes], [path, (await readFile(path)).length]);
		assert.equal(noteOf(bundle, 'answers.json'), 'this server has not been set up yet');
		assert.equal(noteOf(bundle, 'status.json'), null);
	});

	test('takes the answers of a file', async () => {
		const bundle = await collect([
			...['--answers', answersPath, '--output', join(folder, 'file.tar.gz')],
		]);
		assert.equal(noteOf(bundle, 'answers.json'), null);
		assert.equal(noteOf(bundle, 'policy.json'), null);
	});

	test('has damaged answers and state files in it as they are', async () => {
		const root = join(folder, 'damaged');
		await mkdir(join(root, 'etc/analytics-setup'), {recursive: true});
		await mkdir(join(root, 'var/lib/analytics-setup/trial'), {recursive: true});
		await writeFile(join(root, 'etc/analytics-setup/config.json'), '{"version": 1, "vie');
		for (const name of ['results.json', 'draft.json', 'audit.log', 'trial/record.json']) {
			await writeFile(join(root, 'var/lib/analytics-setup', name), '{"half');
		}

		const path = join(folder, 'damaged.tar.gz');
		const bundle = await collect([
			'--root',
			root,
			'--backend',
			'files',
			'--output',
			path,
		]);
		assert.match(
			noteOf(bundle, 'answers.json') ?? '',
			/are damaged: it is not valid JSON$/,
		);
		const {stdout} = await execa('tar', ['-xzOf', path]);
		assert.match(stdout, /\{"version": 1, "vie\n/);
	});

	test('never replaces a file, unless it is told to', async () => {
		const path = join(folder, 'there.tar.gz');
		await writeFile(path, 'mine');
		const {exitCode, stderr} = await run(['--output', path]);
		assert.equal(exitCode, 2);
		assert.match(stderr, /there\.tar\.gz" is there already\.\n.*--force/);
		assert.equal(await readFile(path, 'utf8'), 'mine');
		await collect(['--output', path, '--force']);
		assert.equal((await readFile(path)).readUInt16BE(), 0x1f8b);
	});

	test('gives the archive itself on standard output', async () => {
		const {exitCode, stdout, stderr} = await run(['--output', '-']);
		assert.equal(exitCode, 0);
		assert.match(stderr, /will hold:/);
		const listing = await execa('tar', ['-tzf', '-'], {input: stdout});
		assert.match(listing.stdout, /\/index\.html\n/);
	});

	for (const [arguments_, words] of [
		[['--output', '-', '--json'], /either the archive or JSON/],
		[['--force'], /--force is about a file/],
		[['--output', '/nowhere/at/all.tar.gz'], /there is no folder "\/nowhere\/at"/],
	] as const) {
		test(`"support-bundle ${arguments_.join(' ')}" is refused`, async () => {
			const {exitCode, stdout, stderr} = await run(arguments_);
			assert.notEqual(exitCode, 0);
			assert.equal(stdout.length, 0);
			assert.match(stderr, words);
		});
	}

	test('leaves no half of it on a full disk', async () => {
		const {appliance} = campus.hosts;
		await appliance.run('mkdir', ['/run/tiny']);
		await appliance.run('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', '/run/tiny']);
		const {exitCode, stderr} = await run(['--output', '/run/tiny/evidence.tar.gz']);
		assert.equal(exitCode, 1);
		assert.match(stderr, /could not be written: the disk is full\.$/m);
		const {stdout} = await appliance.run('ls', ['-A', '/run/tiny']);
		assert.equal(stdout, '');
	});

	test('works without root, with less in it', async () => {
		const {enter} = campus.hosts.appliance;
		const program = enter('setpriv', [
			...['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath],
			...['dist/cli.js', 'support-bundle', '--output', '-'],
		]);
		const {exitCode, stderr, stdout} = await execa(...program, {
			env: {HOME: '/nonexistent'},
			reject: false,
			encoding: 'buffer',
		});
		const said = Buffer.from(stderr).toString();
		assert.equal(exitCode, 0, said);
		assert.match(said, /All rules of the kernel\n +"nft"/);
		assert.match(said, /More of it can be read when root runs this\./);
		const {stdout: index} = await execa(
			'tar',
			['-xzOf', '-', '--wildcards', '*/index.json'],
			{input: Buffer.from(stdout)},
		);
		assert.match(index, /"name": "network\/routes\.txt"/);
	});

	/** A folder of programs that stand before all others. */
	const withMock = async (name: string, script: string) => {
		const programs = join(folder, `mock-${name}`);
		await mkdir(programs, {recursive: true});
		await writeFile(join(programs, name), `#!/bin/sh\n${script}\n`, {mode: 0o755});
		return {PATH: `${programs}:${process.env.PATH}`};
	};

	test('goes on without a program that never ends', async () => {
		const env = await withMock('timedatectl', 'sleep 600');
		const bundle = await collect(['--output', join(folder, 'late.tar.gz')], env);
		assert.match(
			noteOf(bundle, 'system/time.txt') ?? '',
			/"timedatectl" did not end within 4 seconds/,
		);
		assert.equal(noteOf(bundle, 'system/disk.txt'), null);
	});

	test('keeps the beginning and the end of what is too long, and no secret in between', async () => {
		const env = await withMock(
			'ss',
			'echo first; yes "filler password=Tr0ub4dor" | head -c 5000000; echo; echo last',
		);
		const path = join(folder, 'long.tar.gz');
		const bundle = await collect(['--output', path], env);
		assert.match(
			noteOf(bundle, 'network/sockets.txt') ?? '',
			/^cut to its beginning and its end, of \d+\.\d MB$/,
		);
		const {stdout} = await execa('tar', ['-xzOf', path, '--wildcards', '*/sockets.txt']);
		assert.match(stdout, /^\$ ss -tulpn\nfirst\n/);
		assert.match(stdout, /\nlast$/);
		assert.ok(!stdout.includes('Tr0u'));
	});

	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		test(`leaves nothing when ${signal} interrupts it`, async () => {
			const env = await withMock('journalctl', 'sleep 600');
			const path = join(folder, 'interrupted.tar.gz');
			const before = await readdir(folder);
			const program = start(['--progress', 'json', '--output', path], env);
			await once(program.stderr, 'data');
			program.kill(signal);
			const {exitCode, stderr} = await program;
			assert.equal(exitCode, 130);
			assert.match(Buffer.from(stderr).toString(), /Interrupted; nothing was changed\./);
			assert.deepEqual(await readdir(folder), before);
		});
	}
});
