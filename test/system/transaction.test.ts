import assert from 'node:assert/strict';
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFile, stat} from 'node:fs/promises';
import process from 'node:process';
import {after, before, suite, test} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {parse, stringify} from 'yaml';
import type {ToldFailure} from '../../source/commands/progress-event.js';
import {isThere} from '../../source/host/files.js';
import {inboundConnections, parseTcpTable} from '../../source/host/tcp-table.js';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import type {Host, RunResult} from '../campus/host.js';
import {campusSkip} from '../campus/need.js';
import {filesOf} from '../campus/run-inside.js';
import {sshTo} from '../campus/services/ssh.js';
import {startTerminal} from '../helpers/terminal.js';

type Json = Readonly<Record<string, unknown>>;

const appliance4 = '10.10.0.10';
const appliance6 = '2001:db8:10::10';
const program = [process.execPath, 'dist/cli.js'] as const;

/** A command line on the appliance, as somebody types it who has logged in. */
const typed = (...words: readonly string[]) =>
	`cd ${process.cwd()} && exec ${[...program, ...words].join(' ')}`;

/** A login that began before a trial, and types its command when it is told to. */
function oldLogin(from: Host, ...words: readonly string[]) {
	const [file, arguments_] = from.enter(
		...sshTo(appliance4, `echo ready; read line; ${typed(...words)}`),
	);
	const child = spawn(file, arguments_, {stdio: ['pipe', 'pipe', 'pipe']});
	let said = '';
	child.stderr.on('data', text => {
		said += String(text);
	});
	return {
		isReady: once(child.stdout, 'data'),
		async type() {
			child.stdin.end('\n');
			const [exitCode] = (await once(child, 'close')) as [number | null];
			return {exitCode, said};
		},
		hangUp: () => child.kill('SIGKILL'),
	};
}

suite('a transaction, from the command line', {skip: campusSkip()}, () => {
	let campus: Campus;
	let appliance: Host;
	let support: Host;
	let state: string;

	const run = (...arguments_: readonly string[]) => runProgram(campus, arguments_);
	const fromSsh = (from: Host, address: string, ...words: readonly string[]) =>
		from.run(...sshTo(address, typed(...words)));
	const ruleset = async () => {
		const {exitCode, stdout, stderr} = await appliance.run('nft', [
			'-s',
			'list',
			'ruleset',
		]);
		assert.equal(exitCode, 0, stderr);
		return stdout;
	};

	/** Writes answers that differ from the example in some sections. */
	const answersWith = async (changes: Json) => {
		const {stdout} = await appliance.run('cat', [answersPath]);
		const path = '/etc/changed.yaml';
		await appliance.write(path, stringify({...(parse(stdout) as object), ...changes}));
		return path;
	};
	let viewers = 20;
	/** Answers that nobody has applied yet. */
	const newAnswers = async () => {
		viewers += 1;
		return answersWith({viewers: {subnets: [`10.${viewers}.0.0/16`]}});
	};

	const nobodyIsConnected = async () => {
		const end = performance.now() + 10_000;
		const tables = () => readFile(`/proc/${appliance.pid}/net/tcp`, 'utf8');
		while (inboundConnections(parseTcpTable(await tables())).length > 0) {
			assert.ok(performance.now() < end, 'somebody is still connected');
			await delay(20);
		}
	};

	const isOnTrial = async () => {
		const journal = `${state}/trial/journal.jsonl`;
		const end = performance.now() + 20_000;
		while (!(await readFile(journal, 'utf8').catch(() => '')).includes('"on-trial"')) {
			assert.ok(performance.now() < end, 'no trial begins');
			// The guard is no child of ours, so it tells us nothing.
			await delay(20);
		}
	};
	/** A trial of new answers that somebody at no terminal began. */
	const startTrial = async (seconds: number): Promise<{ended: Promise<RunResult>}> => {
		const answers = await newAnswers();
		const ended = run('apply', '--confirm-within', String(seconds), '--answers', answers);
		await isOnTrial();
		return {ended};
	};
	const auditLines = async () => {
		const text = await readFile(`${state}/audit.log`, 'utf8');
		return text
			.trimEnd()
			.split('\n')
			.map(line => JSON.parse(line) as Json);
	};
	const generations = async () => {
		const {stdout} = await run('rollback', '--list', '--json');
		return (JSON.parse(stdout) as {generations: readonly Json[]}).generations;
	};
	const status = async () => {
		const {exitCode, stdout} = await run('status', '--json');
		return {exitCode, ...(JSON.parse(stdout) as Json)} as Json;
	};

	const loginMessage = () =>
		readFile(`${filesOf(appliance)}/run/motd.d/analytics-setup`, 'utf8');

	before(async () => {
		campus = await openCampus({services: ['dns', 'mockSql', 'ssh']});
		({appliance, support} = campus.hosts);
		state = `${filesOf(appliance)}/var/lib/analytics-setup`;
		await furnishAppliance(campus);
	});
	after(() => campus.close());

	suite('whoever would be shut out is refused, and nothing is changed', () => {
		const refused = async (result: RunResult, words: RegExp) => {
			assert.equal(result.exitCode, 4, result.stderr);
			assert.match(result.stderr, words);
			assert.equal(await ruleset(), '');
			assert.equal(await isThere(`${state}/trial`), false);
		};
		const apply = ['apply', '--no-confirm', '--answers', answersPath] as const;

		test('who sits at an address that is not in the list', async () => {
			const result = await fromSsh(campus.hosts.stranger, appliance4, ...apply);
			await refused(
				result,
				/You are connected from 10\.99\.0\.9 .*Nothing was changed\..*--shut-out 10\.99\.0\.9$/s,
			);
		});

		test('as a plan has told, unless they are named', async () => {
			const words = ['plan', '--answers', answersPath];
			const plan = async (...flags: readonly string[]) =>
				fromSsh(campus.hosts.stranger, appliance4, ...words, ...flags);
			const planned = async (...flags: readonly string[]) => {
				const {stdout} = await plan('--json', ...flags);
				return JSON.parse(stdout) as {readonly refusal: unknown};
			};
			const {refusal} = await planned();
			const result = await fromSsh(campus.hosts.stranger, appliance4, ...apply, '--json');
			const {code, message, remedies} = refusal as ToldFailure;
			assert.equal(code, 'lock-out');
			for (const words of [message, ...remedies]) {
				assert.ok(result.stderr.includes(words), result.stderr);
			}

			const named = ['--shut-out', '10.99.0.9'] as const;
			assert.equal((await planned(...named)).refusal, null);
			const refuses =
				/could not log in again after this\.\nAn apply would refuse this\.\nAdd /;
			assert.match((await plan()).stderr, refuses);
			assert.doesNotMatch((await plan(...named)).stderr, /would refuse/);
		});

		test('who came by IPv6 where only IPv4 is listed', async () => {
			const result = await fromSsh(support, appliance6, ...apply);
			await refused(result, /You are connected from 2001:db8:40::7 /);
		});

		test('who has forgotten the environment, by the socket of the SSH server', async () => {
			const command = `cd ${process.cwd()} && exec env -i PATH="$PATH" ${[...program, ...apply].join(' ')}`;
			const result = await campus.hosts.stranger.run(...sshTo(appliance4, command));
			await refused(result, /You are connected from 10\.99\.0\.9 /);
		});

		test('somebody else who has logged in, and then only with their address', async () => {
			const login = oldLogin(campus.hosts.stranger, 'status');
			await login.isReady;
			await refused(await run(...apply), /10\.99\.0\.9 is connected to 22\/tcp/);
			const wrong = await run(...apply, '--shut-out', '10.99.0.8');
			await refused(wrong, /10\.99\.0\.9 is connected/);
			const {exitCode, stderr} = await run(...apply, '--shut-out', '10.99.0.9');
			assert.equal(exitCode, 0, stderr);
			// Shut out, it could not even tell that it hangs up.
			await appliance.run('nft', ['delete', 'table', 'inet', 'analytics_setup']);
			login.hangUp();
			await nobodyIsConnected();
		});
	});

	suite('while new rules are on trial', () => {
		let trial: {ended: Promise<RunResult>};
		let old: ReturnType<typeof oldLogin>;
		before(async () => {
			assert.equal(
				(await run('apply', '--no-confirm', '--answers', answersPath)).exitCode,
				0,
			);
			old = oldLogin(support, 'confirm');
			await old.isReady;
			trial = await startTrial(60);
		});

		test('status says whose they are and until when, in words and as JSON', async () => {
			const {stdout} = await run('status');
			assert.match(
				stdout,
				/^New firewall rules of \S+ at no terminal are on trial; the old ones return in (1:00|0:\d\d)\.$/m,
			);
			const {exitCode, transaction} = await status();
			assert.equal(exitCode, 0);
			const {expiresAt, ...rest} = transaction as Json;
			assert.partialDeepStrictEqual(rest, {state: 'on-trial', id: 3});
			const left = Date.parse(String(expiresAt)) - Date.now();
			assert.ok(left > 20_000 && left < 60_000, String(left));
		});

		test('a second apply is told who is at it, and until when', async () => {
			const {exitCode, stderr} = await run('apply', '--answers', answersPath);
			assert.equal(exitCode, 5);
			assert.match(
				stderr,
				/are on trial; the old ones return in \d:\d\d\.\nKeep the new/,
			);
		});

		test('confirm without a terminal proves nothing, and does not wait', async () => {
			const started = performance.now();
			const {exitCode, stderr} = await run('confirm');
			assert.equal(exitCode, 4);
			assert.match(stderr, /runs at no terminal.*still on trial/);
			assert.ok(performance.now() - started < 15_000, 'it ends before the trial');
		});

		test('a login that is older than the new rules proves nothing', async () => {
			const {exitCode, said} = await old.type();
			assert.equal(exitCode, 4, said);
			assert.match(said, /This login from 10\.40\.0\.7 is older than the new rules/);
			assert.equal(((await status()).transaction as Json).state, 'on-trial');
		});

		test('a new login keeps them, and what it proved is written down', async () => {
			const {exitCode, stdout, stderr} = await fromSsh(support, appliance4, 'confirm');
			assert.equal(exitCode, 0, stderr);
			assert.equal(
				stdout,
				'Kept as generation 3, proven by a new connection from 10.40.0.7.',
			);
			const {exitCode: applied, stdout: words} = await trial.ended;
			assert.equal(applied, 0);
			assert.match(words, /Generation 3, proven by a new connection from 10\.40\.0\.7/);
			const proof = {kind: 'new-connection', from: '10.40.0.7'};
			const kept = await readFile(`${state}/generations/0003/kept.json`, 'utf8');
			assert.partialDeepStrictEqual(JSON.parse(kept), {kind: 'kept', proof});
			const lines = await auditLines();
			assert.partialDeepStrictEqual(lines.at(-1), {
				event: 'kept',
				number: 3,
				ending: {proof, by: {from: '10.40.0.7'}},
			});
		});

		test('confirm afterwards finds nothing on trial', async () => {
			const {exitCode, stderr} = await run('confirm', '--without-proof');
			assert.equal(exitCode, 2);
			assert.equal(stderr, 'Nothing is on trial; generation 3 is kept.');
		});
	});

	test('only root may read what is written down', async () => {
		for (const [path, mode] of [
			['', 0o700],
			['generations', 0o700],
			['generations/0003', 0o700],
			['generations/0003/record.json', 0o600],
			['generations/0003/policy.json', 0o600],
			['generations/0003/answers.json', 0o600],
			['generations/0003/kept.json', 0o600],
			['generations/0003/journal.jsonl', 0o600],
			['audit.log', 0o600],
			['../../../run/analytics-setup', 0o700],
			['../../../etc/analytics-setup/ruleset.nft', 0o600],
		] as const) {
			const found = await stat(`${state}/${path}`);
			assert.equal((found.mode & 0o777).toString(8), mode.toString(8), path);
		}
	});

	test('a second apply of the same answers makes no generation', async () => {
		const before = [await ruleset(), (await generations()).length];
		const {exitCode, stdout} = await run('apply', '--answers', '/etc/changed.yaml');
		assert.equal(exitCode, 0);
		assert.match(stdout, /^Nothing changed/);
		assert.deepEqual([await ruleset(), (await generations()).length], before);
	});

	test('at a console they are kept, and it says that SSH is unproven', async () => {
		const {ended} = await startTrial(60);
		const terminal = startTerminal(
			...appliance.enter(program[0], [program[1], 'confirm']),
		);
		await terminal.shows(/Kept as generation 4, kept at a console; SSH is unproven/);
		assert.equal(await terminal.exited, 0);
		assert.equal((await ended).exitCode, 0);
		const [{proof}] = (await generations()) as readonly [Json];
		assert.deepEqual(proof, {kind: 'console'});
	});

	test('whoever takes the risk keeps them without proof', async () => {
		const {ended} = await startTrial(60);
		const {exitCode, stdout} = await run('confirm', '--without-proof', '--json');
		assert.equal(exitCode, 0);
		assert.partialDeepStrictEqual(JSON.parse(stdout), {
			generation: 5,
			proof: {kind: 'none'},
		});
		assert.match((await ended).stdout, /kept without proof/);
	});

	suite('when nobody keeps them', () => {
		let old: string;
		before(async () => {
			old = await ruleset();
			const {ended} = await startTrial(2);
			assert.notEqual(await ruleset(), old);
			const {exitCode, stderr} = await ended;
			assert.equal(exitCode, 4);
			assert.match(
				stderr,
				/The old rules are back\. Nobody kept the new rules in time\.$/,
			);
		});

		test('exactly the old rules are in effect', async () => {
			assert.equal(await ruleset(), old);
		});

		test('whoever confirms then is told that it is too late', async () => {
			const {exitCode, stderr} = await fromSsh(support, appliance4, 'confirm');
			assert.equal(exitCode, 4);
			assert.match(
				stderr,
				/^Too late: the old rules are back since .* UTC\. Nobody kept/,
			);
		});

		test('status tells of it, and that all is as it was kept', async () => {
			const {exitCode, transaction, undone, drift, generation} = await status();
			assert.deepEqual(
				{exitCode, transaction, drift, generation},
				{exitCode: 0, transaction: null, drift: [], generation: 5},
			);
			assert.partialDeepStrictEqual(undone, {id: 6, restored: true});
		});

		test('the next login is told, until something is kept again', async () => {
			assert.match(
				await loginMessage(),
				/: the old firewall rules are back since .* UTC\.\nNobody kept the new rules in time\.\nFirewall rules: generation 5,/,
			);
			const answers = await newAnswers();
			const {exitCode, stderr} = await run('apply', '--no-confirm', '--answers', answers);
			assert.equal(exitCode, 0, stderr);
			assert.match(
				await loginMessage(),
				/: AppsAnywhere Analytics\.\nFirewall rules: gen/,
			);
		});
	});

	test('rollback puts the old rules back at once, and nobody needs to be told', async () => {
		const old = await ruleset();
		const {ended} = await startTrial(60);
		const {exitCode, stdout} = await run('rollback');
		assert.deepEqual([exitCode, stdout], [0, 'The old rules are back.']);
		assert.equal((await ended).exitCode, 4);
		assert.equal(await ruleset(), old);
		assert.match(await loginMessage(), /: AppsAnywhere Analytics\.\nFirewall rules: gen/);
	});

	for (const [signal, exit, seconds, reason] of [
		['SIGINT', 130, '60', 'Interrupted.'],
		['SIGHUP', 130, '3', 'Nobody kept the new rules in time.'],
		['SIGKILL', null, '3', 'Nobody kept the new rules in time.'],
	] as const) {
		test(`after ${signal} to apply the old rules return`, async () => {
			const old = await ruleset();
			const answers = await newAnswers();
			const [file, arguments_] = appliance.enter(...[program[0]], [
				program[1],
				...['apply', '--confirm-within', seconds, '--answers', answers],
			]);
			const child: ChildProcess = spawn(file, arguments_, {stdio: 'ignore'});
			const exited = once(child, 'exit') as Promise<[number | null]>;
			await isOnTrial();
			child.kill(signal);
			const [exitCode] = await exited;
			assert.equal(exitCode, exit);
			const end = performance.now() + 10_000;
			while (((await status()).undone as Json | null)?.restored !== true) {
				assert.ok(performance.now() < end, 'the guard never fires');
			}

			assert.equal(await ruleset(), old);
			assert.equal(((await status()).undone as Json).reason, reason);
		});
	}

	test('of two who apply at once, exactly one begins, and the other is told', async () => {
		const old = await ruleset();
		const answers = await newAnswers();
		const apply = () => run('apply', '--confirm-within', '1', '--answers', answers);
		const results = await Promise.all([apply(), apply(), apply()]);
		const words = results.map(({stderr}) => stderr).join('\n');
		const codes = results.map(({exitCode}) => exitCode);
		assert.deepEqual(codes.toSorted(), [4, 5, 5], words);
		assert.match(
			words,
			/^root at no terminal .*"analytics-setup apply" since|on trial;/m,
		);
		assert.equal(await ruleset(), old);
	});

	test('an earlier configuration is listed, and restored under a new number', async () => {
		const list = await run('rollback', '--list');
		assert.match(
			list.stdout,
			/^ {2}3 {2}20\d\d-.* UTC {2}\S+ from 10\.40\.0\.7, \d+ change/m,
		);
		assert.match(list.stdout, /proven by a new connection from 10\.40\.0\.7$/m);
		const before = await generations();
		const {exitCode, stderr} = await run('rollback', '--to', '1', '--no-confirm');
		assert.equal(exitCode, 0, stderr);
		const {stdout} = await run('plan', '--answers', answersPath);
		assert.match(stdout, /^Nothing to change/);
		assert.equal((await generations()).length, before.length + 1);
		const config = await readFile(
			`${filesOf(appliance)}/etc/analytics-setup/config.json`,
			'utf8',
		);
		assert.match(config, /10\.20\.0\.0\/16/);
		const none = await run('rollback', '--to', '99');
		assert.equal(none.exitCode, 2);
		assert.match(none.stderr, /There is no generation 99/);
	});

	suite('drift', () => {
		const table = ['inet', 'analytics_setup'] as const;
		const drifted = async () => {
			const {exitCode, stdout} = await run('status');
			assert.equal(exitCode, 3, stdout);
			return stdout;
		};
		const isMended = async () => {
			const {exitCode, stderr} = await run('apply', '--no-confirm');
			assert.equal(exitCode, 0, stderr);
			assert.equal((await status()).exitCode, 0);
		};

		test('what was changed by hand is told rule by rule', async () => {
			const set = ['element', ...table, 'viewers-4'];
			await appliance.run('nft', ['delete', ...set, '{ 10.20.0.0/16 }']);
			await appliance.run('nft', ['add', ...set, '{ 192.168.0.0/16 }']);
			const words = await drifted();
			assert.match(words, /missing: 10\.20\.0\.0\/16 may reach 9999\/tcp: viewers/);
			assert.match(words, /not asked for: 192\.168\.0\.0\/16 may reach 9999\/tcp/);
			await isMended();
		});

		test('a table that is gone is told as that', async () => {
			await appliance.run('nft', ['delete', 'table', ...table]);
			assert.match(
				await drifted(),
				/"inet analytics_setup" is gone: nothing that was asked/,
			);
			await isMended();
		});

		test('a name that has moved is told, from where to where', async () => {
			const hosts = '127.0.0.1 localhost\n::1 localhost\n';
			await appliance.write('/etc/hosts', `${hosts}10.60.0.12 mssql.uni.edu\n`);
			assert.match(
				await drifted(),
				/mssql\.uni\.edu was 10\.60\.0\.11, 2001:db8:60::11 and is now 10\.60\.0\.12: sql-tcp/,
			);
			await appliance.write('/etc/hosts', hosts);
			assert.equal((await status()).exitCode, 0);
		});
	});

	test('what worked before and does not any more is not kept unattended', async () => {
		const old = await ruleset();
		const answers = await newAnswers();
		// Somebody's script reacts to new rules, and takes the way to the database away.
		const routes =
			'ip route $0 blackhole 10.60.0.11; ip route $0 blackhole 2001:db8:60::11';
		const reaction = spawn(
			...appliance.enter('sh', ['-c', `nft monitor | { read line; ${routes}; }`, 'add']),
			{stdio: 'ignore'},
		);
		const {exitCode, stderr} = await run('apply', '--no-confirm', '--answers', answers);
		assert.equal(exitCode, 4, stderr);
		assert.match(
			stderr,
			/The old rules are back\. Worked before and not any more: mssql\.uni\.edu 1433\/tcp\.$/,
		);
		assert.equal(await ruleset(), old);
		await appliance.run('sh', ['-c', routes, 'del']);
		reaction.kill();
		// What did not work before is not blamed on a change: no web server is here.
		const again = await run('apply', '--no-confirm', '--answers', answers);
		assert.equal(again.exitCode, 0, again.stderr);
	});

	test('each line of the audit log is whole, and says who, when and what', async () => {
		for (const line of await auditLines()) {
			assert.match(String(line.event), /^(tried|kept|undone)$/);
			assert.match(String(line.at), /^20\d\d-.*Z$/);
			assert.equal(typeof (line.by as Json).user, 'string');
			assert.ok(Array.isArray(line.changes));
		}
	});
});
