import assert from 'node:assert/strict';
import process from 'node:process';
import {after, before, suite, type TestContext, test} from 'node:test';
import {parse} from 'csv-parse/sync';
import type {ProbeRun} from '../../source/probes/probe-result.js';
import {audiences, endings, formats} from '../../source/reports/report-kinds.js';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {campusSkip} from '../campus/need.js';
import {startTerminal} from '../helpers/terminal.js';
import {settledJson, settledRun, settledText} from '../reports/settled-run.js';

const resultsPath = '/var/lib/analytics-setup/results.json';

suite('reports of an appliance in the campus', {skip: campusSkip()}, () => {
	let campus: Campus;
	const run = (...arguments_: readonly string[]) => runProgram(campus, arguments_);
	const readFrom = async (path: string) => {
		const {stdout} = await campus.hosts.appliance.run('cat', [path]);
		return stdout;
	};

	before(async () => {
		campus = await openCampus();
		await furnishAppliance(campus);
		const {appliance} = campus.hosts;
		await Promise.all([22, 9999].map(port => appliance.listen({protocol: 'tcp', port})));
		await run('apply', '--no-confirm', '--answers', answersPath);
		await run('probe');
		// What took how long is another number in every run, and tables are laid out by it.
		const found = settledRun(JSON.parse(await readFrom(resultsPath)) as ProbeRun);
		await appliance.write(resultsPath, `${JSON.stringify(found)}\n`, 0o600);
	});
	after(() => campus.close());

	for (const audience of [undefined, ...audiences]) {
		for (const format of formats) {
			const path = `test/reports/golden/campus/${audience ?? 'whole'}.${endings[format]}`;
			test(`what is in ${path} is what people get`, async (t: TestContext) => {
				const team = audience === undefined ? [] : ['--for', audience];
				const {exitCode, stdout} = await run('report', '--format', format, ...team);
				assert.equal(exitCode, 0);
				const text = format === 'json' ? settledJson(stdout) : settledText(`${stdout}\n`);
				t.assert.fileSnapshot(text, path, {serializers: [String]});
			});
		}
	}

	test('results that are older than an hour are told to be', async () => {
		const {stderr} = await run('report');
		assert.match(
			stderr,
			/^The results are those of 2026-11-25 14:02 UTC \(.*\)\. Run "analytics-setup probe" for new ones\.$/,
		);
	});

	test('--json is --format json', async () => {
		const [short, long] = await Promise.all([
			run('report', '--json', '--for', 'dba'),
			run('report', '--format', 'json', '--for', 'dba'),
		]);
		assert.equal(settledJson(short.stdout), settledJson(long.stdout));
	});

	test('--output writes a file that only its owner can read, and says where', async () => {
		const path = '/run/network.csv';
		const {exitCode, stdout, stderr} = await run(
			...['report', '--for', 'network', '--output', path],
		);
		assert.deepEqual([exitCode, stdout], [0, '']);
		assert.match(stderr, /^Written to \/run\/network\.csv$/m);
		const rows: ReadonlyArray<Record<string, string>> = parse(await readFrom(path), {
			...{bom: true, columns: true},
		});
		assert.ok(rows.some(({connection}) => connection === 'bitbucket'));
		const {stdout: mode} = await campus.hosts.appliance.run('stat', ['-c', '%a', path]);
		assert.equal(mode.trim(), '600');
	});

	test('a file that is there is replaced with --force only', async () => {
		const path = '/run/there.md';
		await campus.hosts.appliance.write(path, 'mine\n');
		const refused = await run('report', '--output', path);
		assert.equal(refused.exitCode, 2);
		assert.match(refused.stderr, /"\/run\/there\.md" is there already\.\n.*--force/);
		assert.equal(await readFrom(path), 'mine');
		const replaced = await run('report', '--output', path, '--force');
		assert.equal(replaced.exitCode, 0);
		assert.match(await readFrom(path), /^# AppsAnywhere Analytics on/);
	});

	test('--output - is stdout', async () => {
		const {stdout} = await run(
			'report',
			'--for',
			'dns',
			'--format',
			'html',
			'--output',
			'-',
		);
		assert.match(stdout, /^<!doctype html>/);
	});

	test('a page of HTML does not fill a terminal', async () => {
		const [file, arguments_] = campus.hosts.appliance.enter(process.execPath, [
			...['dist/cli.js', 'report', '--format', 'html'],
		]);
		const terminal = startTerminal(file, arguments_);
		await terminal.shows(/for a browser, not for a terminal\.\n.*--output report\.html/);
		assert.equal(await terminal.exited, 2);
	});

	for (const [what, arguments_, wanted] of [
		[
			'--force without a file',
			['--force'],
			/--force is about a file, so it needs --output/,
		],
		['two formats', ['--json', '--format', 'csv'], /cannot be used with option '--json'/],
		[
			'a team that there is not',
			['--for', 'cfo'],
			/Allowed choices are network, dba, mail, dns/,
		],
		[
			'a folder that there is not',
			['--output', '/nowhere/a.md'],
			/there is no folder "\/nowhere"/,
		],
	] as const) {
		test(`${what} is refused with a sentence`, async () => {
			const {exitCode, stderr} = await run('report', ...arguments_);
			assert.notEqual(exitCode, 0);
			assert.match(stderr, wanted);
		});
	}

	test('with answers of a file the connections are proven now', async () => {
		const {exitCode, stdout, stderr} = await run(
			...['report', '--json', '--for', 'mail', '--answers', answersPath],
		);
		assert.equal(exitCode, 0);
		assert.match(stderr, /so the connections are probed now/);
		const {run: found} = JSON.parse(stdout) as {readonly run: ProbeRun};
		assert.notEqual(found.startedAt, '2026-11-25T14:02:11.000Z');
	});
});
