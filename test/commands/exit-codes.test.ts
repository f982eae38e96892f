import assert from 'node:assert/strict';
import process from 'node:process';
import {after, before, suite, test} from 'node:test';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {campusSkip} from '../campus/need.js';
import {type StartedProgram, startProgram} from './start-program.js';

type Row = readonly [code: number, command: string, words: RegExp];

const answers = `--answers ${answersPath}`;
const packet = '--from 10.20.3.4 --port 9999/tcp';

// Each command, and every code that it can end with here.
suite('exit codes, on an appliance in the campus', {skip: campusSkip()}, () => {
	let campus: Campus;
	const run = (command: string, env = {}) =>
		runProgram(campus, command.split(' '), {env});

	/** Every command of a table ends with its code, and says why in words. */
	const holds = (rows: readonly Row[]) => {
		for (const [code, command, words] of rows) {
			test(`${code}: ${command}`, async () => {
				const {exitCode, stdout, stderr} = await run(command);
				assert.equal(exitCode, code, `${stdout}\n${stderr}`);
				assert.match(code === 0 || code === 3 ? stdout : `${stdout}${stderr}`, words);
			});
		}
	};

	const start = (command: string, wanted: RegExp) =>
		startProgram(campus, command, wanted);
	const onTrial = () =>
		start('apply --answers /etc/other.yaml --confirm-within 600', /"event":"trial"/);

	before(async () => {
		campus = await openCampus();
		await furnishAppliance(campus);
		const {appliance} = campus.hosts;
		const {stdout} = await appliance.run('cat', [answersPath]);
		await appliance.write(
			'/etc/other.yaml',
			stdout.replace('10.20.0.0/16', '10.21.0.0/16'),
		);
		await appliance.write('/etc/faulty.yaml', 'version: 1\n');
	});
	after(() => campus.close());

	suite('before the set-up', () => {
		holds([
			[0, `check ${answersPath}`, /is valid/],
			[0, `plan ${answers}`, /^Would change/],
			[0, `explain ${packet} ${answers}`, /^accept/],
			[0, `probe bitbucket ${answers}`, /bitbucket/],
			[0, 'status', /has not been set up/],
			[0, 'rollback --list', /Nothing was kept/],
			[0, 'schema', /"\$schema"/],
			[0, 'completion zsh', /#compdef/],
			[0, '--version', /^\d/],
			[0, 'apply --help', /Usage/],
			[2, 'setup', /needs a terminal/],
			[2, 'check /etc/faulty.yaml', /sql/],
			[2, 'plan', /has not been set up/],
			[2, 'apply', /has not been set up/],
			[2, 'probe', /has not been set up/],
			[2, 'report', /has not been set up/],
			[2, `explain ${packet}`, /has not been set up/],
			[2, 'status --answers /etc/faulty.yaml', /sql/],
			[2, 'confirm', /Nothing is on trial/],
			[2, 'rollback', /Nothing is on trial/],
			[2, 'rollback --to 7 --no-confirm', /no generation 7/],
			[2, 'completion tcsh', /bash, zsh, fish/],
			[1, `apply ${answers} --backend files --root /dev/null/none`, /\/dev\/null/],
			[1, `support-bundle --output /none/bundle ${answers}`, /\/none/],
			[4, `apply ${answers} --confirm-within 1`, /The old rules are back/],
			[4, 'confirm', /Too late/],
		]);

		test('4: apply that would shut out whoever runs it', async () => {
			const {exitCode, stderr} = await run(`apply ${answers}`, {
				SSH_CONNECTION: '10.99.0.9 50000 10.10.0.10 22',
			});
			assert.equal(exitCode, 4, stderr);
		});
	});

	suite('what contradicts itself', () => {
		holds([
			[2, 'plan --raw --json', /cannot be used with/],
			[2, 'plan --diff --json', /cannot be used with/],
			[2, 'plan --diff --raw', /cannot be used with/],
			[2, 'apply --no-confirm --confirm-within 9', /cannot be used with/],
			[2, 'apply --confirm-within 0', /whole number from 1 to 3600/],
			[2, 'rollback --list --to 1', /cannot be used with/],
			[2, 'rollback --no-confirm', /needs --to/],
			[2, 'rollback --shut-out 10.0.0.1', /needs --to/],
			[2, 'explain --from ::1 --to ::2 --port 9999/tcp', /cannot be used with/],
			[2, 'explain --port 9999/tcp', /either --from or --to/],
			[2, 'probe --every 30', /needs --watch/],
			[2, 'report --json --format csv', /cannot be used with/],
			[2, 'plan --progress xml', /Allowed choices are auto, json, none/],
			[2, '--ascii plan', /"plan" comes before its flags/],
			[2, 'status please', /[Tt]oo many arguments/],
		]);
	});

	suite('without root', () => {
		for (const command of [
			`apply ${answers} --no-confirm`,
			'confirm --without-proof',
			'rollback',
			'rollback --to 1 --no-confirm',
		]) {
			test(`6: ${command}`, async () => {
				const {exitCode, stderr} = await campus.hosts.appliance.run('setpriv', [
					...['--reuid=65534', '--regid=65534', '--clear-groups'],
					...[process.execPath, 'dist/cli.js', ...command.split(' ')],
					...['--backend', 'nftables', '--root', '/'],
				]);
				assert.equal(exitCode, 6, stderr);
			});
		}
	});

	suite('once it is set up', () => {
		before(async () => {
			assert.equal((await run(`apply ${answers} --no-confirm`)).exitCode, 0);
			await campus.services.mail?.stop();
		});
		holds([
			[0, 'apply', /Nothing changed/],
			[0, 'plan', /Nothing to change/],
			[0, 'status', /as the answers ask/],
			[0, `explain ${packet}`, /accept/],
			[0, 'rollback --to 1 --no-confirm', /Nothing changed/],
			[3, 'probe mail', /no program accepts/],
			[3, 'status --answers /etc/other.yaml', /not as the answers ask|other rules now/],
			[0, 'report --answers /etc/other.yaml', /AppsAnywhere Analytics/],
			[2, 'confirm', /generation 1 is kept/],
		]);
	});

	suite('while new rules are on trial', () => {
		let apply: StartedProgram;
		before(async () => {
			apply = await onTrial();
		});
		holds([
			[5, 'apply', /are on trial/],
			[5, 'rollback --to 1', /are on trial/],
			[0, 'status', /are on trial/],
			[4, 'confirm', /\S/],
			[0, 'rollback', /The old rules are back/],
		]);

		test('4: the apply whose rules somebody took back', async () => {
			assert.equal(await apply.exitCode(), 4);
		});

		test('0: confirm, and the apply whose rules were kept', async () => {
			const kept = await onTrial();
			assert.equal((await run('confirm --without-proof')).exitCode, 0);
			assert.equal(await kept.exitCode(), 0);
		});
	});

	suite('when it is interrupted', () => {
		for (const [command, wanted] of [
			[`apply ${answers} --confirm-within 600`, /"event":"trial"/],
			['rollback --to 1', /"event":"trial"/],
			['probe --watch', /Waiting for what happens/],
			['probe', /"event":"result"/],
			[`report ${answers}`, /"event":"result"/],
		] as const) {
			test(`130: ${command}`, async () => {
				const interrupted = await start(command, wanted);
				interrupted.interrupt();
				assert.equal(await interrupted.exitCode(), 130);
			});
		}
	});
});
