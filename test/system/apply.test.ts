import assert from 'node:assert/strict';
import process from 'node:process';
import {after, before, suite, test} from 'node:test';
import {parse, stringify} from 'yaml';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {campusSkip} from '../campus/need.js';

const appliance4 = '10.10.0.10';
const foreign =
	'table inet fail2ban {\nchain input {\ntype filter hook input priority -1;\n}\n}\n';

suite('apply, on the kernel', {skip: campusSkip()}, () => {
	let campus: Campus;
	const apply = async (answers = answersPath, ...more: readonly string[]) =>
		runProgram(campus, ['apply', '--no-confirm', '--answers', answers, ...more]);
	const ruleset = async () => {
		const {stdout} = await campus.hosts.appliance.run('nft', ['-s', 'list', 'ruleset']);
		return stdout;
	};

	/** Writes answers that differ from the example in some sections. */
	const writeAnswers = async (changes: Readonly<Record<string, unknown>>) => {
		const {appliance} = campus.hosts;
		const {stdout} = await appliance.run('cat', [answersPath]);
		const changed = {...(parse(stdout) as object), ...changes};
		await appliance.write('/etc/changed.yaml', stringify(changed));
		return '/etc/changed.yaml';
	};

	before(async () => {
		campus = await openCampus({services: ['dns']});
		await furnishAppliance(campus);
		const loaded = await campus.hosts.appliance.run('nft', ['-f', '-'], {input: foreign});
		assert.equal(loaded.exitCode, 0, loaded.stderr);
	});
	after(() => campus.close());

	test('a second apply of the same answers changes nothing and says so', async () => {
		const first = await apply();
		assert.equal(first.exitCode, 0, first.stderr);
		const before = await ruleset();
		const second = await apply();
		assert.match(second.stdout, /Nothing changed/);
		assert.equal(await ruleset(), before);
	});

	test('the tables of others stay as they are', async () => {
		await apply();
		assert.match(
			await ruleset(),
			/table inet fail2ban \{\n\tchain input \{\n\t\ttype filter/,
		);
	});

	test('plan shows what was changed by hand, and apply puts it back', async () => {
		await apply();
		const set = ['element', 'inet', 'analytics_setup', 'viewers-4'];
		const {appliance} = campus.hosts;
		await appliance.run('nft', ['add', ...set, '{ 192.168.0.0/16 }']);
		await appliance.run('nft', ['delete', ...set, '{ 10.20.0.0/16 }']);
		const {stdout} = await runProgram(campus, ['plan', '--answers', answersPath]);
		assert.match(stdout, /^\+ 10\.20\.0\.0\/16 may reach 9999\/tcp: viewers$/m);
		assert.match(stdout, /^- 192\.168\.0\.0\/16 may reach 9999\/tcp: viewers$/m);
		await apply();
		const again = await runProgram(campus, ['plan', '--answers', answersPath]);
		assert.match(again.stdout, /Nothing to change/);
	});

	test('a rule that is no longer asked for leaves no set behind', async () => {
		const extra = {
			id: 'backup',
			direction: 'inbound',
			peer: '10.99.0.9',
			port: 8080,
			protocol: 'tcp',
			usage: 'Backup',
		};
		await apply(await writeAnswers({extra: [extra]}));
		assert.match(await ruleset(), /set extra-backup-4/);
		await apply();
		assert.doesNotMatch(await ruleset(), /backup/);
	});

	test('a source that is taken away is cut off in mid-session, and comes back', async () => {
		const {appliance, support} = campus.hosts;
		await appliance.listen({protocol: 'tcp', port: 22});
		await apply();
		const session = await support.connect({address: appliance4, port: 22});
		assert.equal(await session.say('hello'), 'answered');
		const without = await writeAnswers({support: {enabled: false, sources: []}});
		await apply(without, '--shut-out', '10.40.0.7');
		assert.equal(await session.say('still there?'), 'timeout');
		await apply();
		assert.equal(await session.say('and now?', 3000), 'answered');
	});

	test('whoever would be locked out over SSH is refused, and nothing is touched', async () => {
		await apply();
		const before = await ruleset();
		const {exitCode, stderr} = await runProgram(
			campus,
			['apply', '--no-confirm', '--answers', answersPath],
			{env: {SSH_CONNECTION: '10.99.0.9 50000 10.10.0.10 22'}},
		);
		assert.equal(exitCode, 4);
		assert.match(stderr, /You are connected from 10\.99\.0\.9.*Nothing was changed/s);
		assert.equal(await ruleset(), before);
	});

	test('sudo does not hide where the session comes from', async () => {
		await apply();
		const forgetful = ['env', '-u', 'SSH_CONNECTION', process.execPath, 'dist/cli.js'];
		const command = [...forgetful, 'plan', '--answers', answersPath];
		// A shell in between, as with sudo: it keeps the variable and its child has none.
		const {stderr} = await campus.hosts.appliance.run(
			'sh',
			['-c', '"$@"; exit $?', 'sh', ...command],
			{env: {SSH_CONNECTION: '10.99.0.9 50000 10.10.0.10 22'}},
		);
		assert.match(
			stderr,
			/You are connected from 10\.99\.0\.9 and could not log in again/,
		);
	});

	test('names that do not resolve are named, and the rest is applied', async () => {
		const answers = await writeAnswers({sql: {host: 'gone.uni.edu'}});
		const {exitCode, stderr} = await apply(answers);
		assert.equal(exitCode, 0);
		assert.match(stderr, /"gone\.uni\.edu" has no address in the DNS/);
	});

	test('outbound "open" lets everything out and still guards what comes in', async () => {
		const {appliance, stranger} = campus.hosts;
		await stranger.listen({protocol: 'tcp', port: 8443});
		await appliance.listen({protocol: 'tcp', port: 3306});
		await apply(await writeAnswers({outbound: {mode: 'open'}}));
		const out = await appliance.dial({protocol: 'tcp', address: '10.99.0.9', port: 8443});
		const into = await stranger.dial({protocol: 'tcp', address: appliance4, port: 3306});
		assert.deepEqual([out.outcome, into.outcome], ['connected', 'timeout']);
	});
});
