import assert from 'node:assert/strict';
import process from 'node:process';
import {after, before, suite, test} from 'node:test';
import {parse, stringify} from 'yaml';
import {
	answersPath,
	furnishAppliance,
	publicAuthority,
	runProgram,
} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {campusSkip} from '../campus/need.js';
import {
	assertNonePlanted,
	plantedSecrets,
	textsBelow,
	watchCommandLines,
} from '../helpers/planted-secrets.js';
import {startTerminal} from '../helpers/terminal.js';
import {choose} from '../terminal/choose.js';
import {keys, pasted} from '../terminal/keys.js';

const {inEnvironment, typed, inUrl, logged} = plantedSecrets;
const planted = [inEnvironment, typed, inUrl, logged];

const proxy = `http://bob:${encodeURIComponent(inUrl.value)}@proxy.uni.edu:3128`;
const env = {SQL_PASSWORD: inEnvironment.value, HTTPS_PROXY: proxy};
const bundle = '/var/lib/analytics-setup/bundle.tar.gz';

// Everything that the program says, runs and leaves behind, in a host full of secrets.
suite('secrets that are planted all over the appliance', {skip: campusSkip()}, () => {
	let campus: Campus;
	const said = new Map<string, string>();

	/** Runs a command, and keeps what it says. */
	const run = async (arguments_: readonly string[], input = '') => {
		const {exitCode, stdout, stderr} = await runProgram(campus, arguments_, {env, input});
		said.set(arguments_.join(' '), `${stdout}\n${stderr}`);
		assert.notEqual(exitCode, undefined, 'in time');
		return {exitCode, stdout, stderr};
	};

	before(async () => {
		campus = await openCampus();
		await furnishAppliance(campus);
		const {appliance} = campus.hosts;
		const {stdout} = await appliance.run('cat', [answersPath]);
		const wrong = {
			...(parse(stdout) as object),
			proxy: {url: proxy, password: logged.value},
		};
		await Promise.all([
			appliance.write('/etc/wrong.yaml', stringify(wrong)),
			appliance.write('/etc/wrong.json', JSON.stringify(wrong)),
			appliance.write(
				'/etc/hosts',
				`127.0.0.1 localhost\n# relay password: ${logged.value}\n# ${proxy}\n`,
			),
		]);
	});
	after(() => campus.close());

	test('are in nothing that a command says, and in no command line', async context => {
		const lines = watchCommandLines();
		context.after(lines.stop);
		const login = ['--login', 'looker', '--password-fd', '0'];
		const withAnswers = ['--answers', answersPath];
		for (const path of ['/etc/wrong.yaml', '/etc/wrong.json']) {
			await run(['check', path]);
			await run(['check', path, '--json']);
			await run(['plan', '--answers', path]);
		}

		await run(['plan', '--raw', ...withAnswers]);
		await run(['apply', '--no-confirm', ...withAnswers]);
		await run(['probe', '--json']);
		await run(['probe', 'sql-tcp', ...login, '--json'], `${typed.value}\n`);
		await run(['probe', 'mail', ...login], `${typed.value}\n`);
		await run(['report']);
		await run(['report', '--format', 'html']);
		await run(['status', '--json']);
		await run(['explain', '--to', '10.60.0.11', '--port', '1433/tcp', '--json']);
		// What an older version, or another program, may have left in our logs.
		// Not by a command: the words of that would be in its command line.
		await campus.hosts.appliance.write(
			'/var/lib/analytics-setup/error.log',
			`${JSON.stringify({
				error: `Proxy-Authorization: Basic ${btoa(`alerts:${logged.value}`)}`,
			})}\n`,
			0o600,
		);
		const {exitCode, stdout} = await run(['support-bundle', '--output', bundle]);
		assert.deepEqual([exitCode, stdout], [0, bundle]);
		await run(['support-bundle', '--anonymous', '--json', '--output', `${bundle}.2.gz`]);
		assertNonePlanted(planted, new Map([['command lines', await lines.stop()]]));
		assertNonePlanted(planted, said);
	});

	test('are not on the screen of the wizard, nor in what it collects after a login', async () => {
		let shown = '';
		const program = campus.hosts.appliance.enter(process.execPath, ['dist/cli.js']);
		const terminal = startTerminal(...program, {
			env: {...publicAuthority, ...env},
			onOutput: data => {
				shown += data;
			},
		});
		try {
			await choose(terminal, 'Probe all connections');
			await terminal.shows(/of 22 rows proven(?!.*probing)/, 30_000);
			const rows = terminal.text().match(/^ +▸?[✓✗!?-] .*/gm) ?? [];
			terminal.type(keys.down.repeat(rows.findIndex(row => row.includes('mssql'))));
			await terminal.shows(/L log in/);
			terminal.type('L');
			await terminal.shows(/Log in to the SQL Server/);
			terminal.type(`looker\r${pasted(`${typed.value}\n`)}`);
			await terminal.shows(/Password +•/);
			terminal.type('\r\r');
			await terminal.shows(/fail: login: wrong user name or password/);
			terminal.type(keys.escape);
			await terminal.shows(/login: wrong user name/);
		} finally {
			terminal.close();
		}

		assertNonePlanted(planted, new Map([['screen', shown]]));
	});

	test('are not in the log when a fault of the program has them in its words', async () => {
		const words = planted.map(({value}) => `it said ${JSON.stringify(value)}`);
		const program = `
			import {rememberSecret} from './source/redaction/known-secrets.ts';
			import {reportError} from './source/commands/report-error.ts';
			rememberSecret(${JSON.stringify(typed)});
			rememberSecret(${JSON.stringify(logged)});
			process.exitCode = await reportError(new Error(${JSON.stringify(words.join('\n'))}));
		`;
		const {appliance} = campus.hosts;
		const options = ['--import=tsx', '--input-type=module', '--eval', program];
		const {exitCode, stdout, stderr} = await appliance.run(process.execPath, options, {
			env,
		});
		assert.equal(exitCode, 1, stderr);
		const {stdout: log} = await appliance.run('tail', [
			...['-n', '1', '/var/lib/analytics-setup/error.log'],
		]);
		assert.match(log, /it said/);
		assertNonePlanted(
			planted,
			new Map([
				['log', log],
				['said', stdout + stderr],
			]),
		);
	});

	test('are in no file that the program leaves, nor in the bundles', async () => {
		const root = `/proc/${campus.hosts.appliance.pid}/root`;
		const folders = [
			'etc/analytics-setup',
			'var/lib/analytics-setup',
			'run/analytics-setup',
		];
		const found = await Promise.all(
			folders.map(folder => textsBelow(`${root}/${folder}`)),
		);
		const texts = new Map(found.flatMap(files => [...files]));
		const log = [...texts.keys()].find(path => path.endsWith('error.log')) ?? '';
		assert.ok(texts.delete(log), 'the log in which one was planted');
		assert.ok(texts.size > 5);
		assertNonePlanted(planted, texts);
	});

	test('are one and the same token wherever the same one was', async () => {
		const {appliance} = campus.hosts;
		const {stdout} = await appliance.run('tar', [
			'--extract',
			'--to-stdout',
			'--gzip',
			`--file=${bundle}`,
		]);
		const [, inHosts] = /# relay password: (\[secret-\w{8}\])/.exec(stdout) ?? [];
		assert.ok(inHosts !== undefined);
		assert.ok(stdout.includes(`Basic ${inHosts}`), 'in the log as in /etc/hosts');
		assert.match(stdout, /# http:\/\/bob:\[secret-\w{8}\]@proxy\.uni\.edu:3128/);
	});
});
