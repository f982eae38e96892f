import assert from 'node:assert/strict';
import process from 'node:process';
import {after, before, suite, test} from 'node:test';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import type {RunResult} from '../campus/host.js';
import {campusSkip} from '../campus/need.js';

const folders = [
	'/etc/analytics-setup',
	'/etc/systemd',
	'/etc/firewalld',
	'/var/lib/analytics-setup',
];

/** All that a command could have changed: files with their times and content, and rules. */
async function stateOf({hosts: {appliance}}: Campus): Promise<string> {
	const look = async (file: string, ...arguments_: readonly string[]) =>
		(await appliance.run(file, arguments_)).stdout;
	const parts = await Promise.all([
		look('find', ...folders, '-printf', '%p %y %m %U %i %T@ %l\n'),
		look('find', ...folders, '-type', 'f', '-exec', 'sha256sum', '{}', '+'),
		look('nft', '--stateless', 'list', 'ruleset'),
	]);
	return parts.map(part => part.split('\n').toSorted().join('\n')).join('\n\n');
}

/** That a plan and then an apply tell of something but a rule, and afterwards neither does. */
async function assertChangedOnce(
	run: (...command: readonly string[]) => Promise<RunResult>,
): Promise<void> {
	for (const [command, expected] of [
		[['plan'], true],
		[['apply', '--no-confirm'], true],
		[['plan'], false],
		[['apply', '--no-confirm'], false],
	] as const) {
		const {stdout, stderr} = await run(...command);
		assert.notEqual(stdout, '', stderr);
		const {changed, changes} = JSON.parse(stdout) as Record<string, unknown>;
		assert.deepEqual([changed, changes], [expected, []], command.join(' '));
	}
}

for (const [name, services, backend] of [
	['nftables', ['dns'], []],
	['nftables, with firewalld as a front', ['dns', 'firewalld'], []],
	['files', ['dns'], ['--backend', 'files']],
] as const) {
	suite(`what is in effect already, by ${name}`, {skip: campusSkip()}, () => {
		let campus: Campus;
		const run = (...arguments_: readonly string[]) =>
			runProgram(campus, [...arguments_, ...backend]);

		before(async () => {
			campus = await openCampus({services});
			await furnishAppliance(campus);
			const first = await run('apply', '--no-confirm', '--answers', answersPath);
			assert.equal(first.exitCode, 0, first.stderr);
		});
		after(() => campus.close());

		for (const flags of [
			['--no-confirm', '--answers', answersPath],
			['--no-confirm'],
			[],
			['--confirm-within', '5'],
			['--progress', 'json'],
		] as const) {
			test(`a second "apply ${flags.join(' ')}" changes nothing, and says so`, async () => {
				const before = await stateOf(campus);
				const {exitCode, stdout} = await run('apply', ...flags);
				assert.equal(exitCode, 0);
				assert.match(stdout, /^Nothing changed; /);
				assert.equal(await stateOf(campus), before);
			});
		}

		test('a second "apply --json" has no changes, and no new generation', async () => {
			const before = await stateOf(campus);
			const {exitCode, stdout} = await run('apply', '--no-confirm', '--json');
			assert.equal(exitCode, 0);
			const {place, ...result} = JSON.parse(stdout) as Record<string, unknown>;
			assert.deepEqual(result, {
				schema: 1,
				backend: backend.length === 0 ? 'nftables' : 'files',
				applied: backend.length === 0,
				changed: false,
				changes: [],
				generation: null,
				proof: null,
				problems: [],
			});
			assert.equal(typeof place, 'string');
			assert.equal(await stateOf(campus), before);
		});

		test('other answers with the same rules are told by a plan, and once by an apply', async () => {
			const noted = '/etc/noted.yaml';
			const note = 'notes: {sql.host: its port is opened on Monday}\n';
			await campus.hosts.appliance.write(noted, note);
			const files = ['--json', '--answers', answersPath, '--answers', noted];
			await assertChangedOnce((...command) => run(...command, ...files));
		});
	});
}

suite('the files for the next start', {skip: campusSkip()}, () => {
	let campus: Campus;
	const run = (...arguments_: readonly string[]) => runProgram(campus, arguments_);

	before(async () => {
		campus = await openCampus({services: ['dns']});
		await furnishAppliance(campus);
		const first = await run('apply', '--no-confirm', '--answers', answersPath);
		assert.equal(first.exitCode, 0, first.stderr);
	});
	after(() => campus.close());

	for (const path of [
		'/etc/analytics-setup/ruleset.nft',
		'/etc/systemd/system/analytics-setup-firewall.service',
	] as const) {
		test(`"${path}" is missed by a plan when it is gone, and written anew once`, async () => {
			const {appliance} = campus.hosts;
			const {stdout: before} = await appliance.run('cat', [path]);
			assert.notEqual(before, '');
			await appliance.run('rm', [path]);
			await assertChangedOnce((...command) => run(...command, '--json'));
			assert.equal((await appliance.run('cat', [path])).stdout, before);
		});
	}
});

suite('commands that only look', {skip: campusSkip()}, () => {
	let campus: Campus;
	before(async () => {
		campus = await openCampus({services: ['dns']});
		await furnishAppliance(campus);
		const applied = await runProgram(campus, [
			...['apply', '--no-confirm', '--answers', answersPath],
		]);
		assert.equal(applied.exitCode, 0, applied.stderr);
		await runProgram(campus, ['probe', '--json']);
	});
	after(() => campus.close());

	for (const command of [
		['check', answersPath],
		['plan'],
		['plan', '--raw'],
		['plan', '--diff'],
		['plan', '--json'],
		['plan', '--answers', answersPath],
		['plan', '--backend', 'files'],
		['status'],
		['explain', '--from', '10.20.3.4', '--port', '9999/tcp'],
		['report'],
		['report', '--json'],
		['rollback', '--list'],
		['schema'],
		['completion', 'bash'],
	] as const) {
		test(`"${command.join(' ')}" changes nothing`, async () => {
			const before = await stateOf(campus);
			const {exitCode, stderr} = await runProgram(campus, command);
			assert.equal(exitCode, 0, stderr);
			assert.equal(await stateOf(campus), before);
		});

		test(`"${command.join(' ')}" needs nothing that can be written`, async () => {
			const {exitCode, stderr} = await campus.hosts.appliance.run('unshare', [
				...['--mount', 'sh', '-c', readOnly, 'sh'],
				...[process.execPath, 'dist/cli.js', ...command],
			]);
			assert.equal(exitCode, 0, stderr);
		});
	}

	for (const [code, ...command] of [
		[0, 'check', answersPath],
		[0, 'plan', '--answers', answersPath],
		[0, 'status'],
		[0, 'explain', '--from', '10.20.3.4', '--port', '9999/tcp', '--answers', answersPath],
		// Its web server is not there.
		[3, 'probe', 'looker-license', '--answers', answersPath],
		[0, 'rollback', '--list'],
	] as const) {
		test(`"${command.join(' ')}" needs neither root nor a home`, async () => {
			const asNobody = ['--reuid=65534', '--regid=65534', '--clear-groups'];
			const {exitCode, stderr} = await campus.hosts.appliance.run(
				'setpriv',
				[...asNobody, process.execPath, 'dist/cli.js', ...command],
				{env: {HOME: '/nonexistent', XDG_RUNTIME_DIR: ''}},
			);
			assert.equal(exitCode, code, stderr);
		});
	}
});

/** Runs a program where nothing of the server can be written. */
const readOnly = [
	'for folder in /etc /var/lib /run /tmp',
	'do mount --rbind "$folder" "$folder" && mount -o remount,ro,bind "$folder" || exit 99',
	'done; exec "$@"',
].join('\n');
