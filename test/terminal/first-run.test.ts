import assert from 'node:assert/strict';
import process from 'node:process';
import {after, before, suite, type TestContext, test} from 'node:test';
import {furnishAppliance, publicAuthority, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {campusSkip} from '../campus/need.js';
import {startTerminal, type Terminal} from '../helpers/terminal.js';
import {changePage} from './change-page.js';
import {keys, pasted} from './keys.js';

suite('the wizard, by keyboard, on an appliance in the campus', {
	skip: campusSkip(),
}, () => {
	let campus: Campus;

	before(async () => {
		campus = await openCampus();
		await furnishAppliance(campus);
		const {appliance} = campus.hosts;
		await Promise.all(
			[22, 9999, 19_999].map(port => appliance.listen({protocol: 'tcp', port})),
		);
	});
	after(() => campus.close());

	test('goes from the first screen to the summary, with real rules in the kernel', async t => {
		const [file, arguments_] = campus.hosts.appliance.enter(process.execPath, [
			'dist/cli.js',
		]);
		const terminal = startTerminal(file, arguments_, {env: publicAuthority});
		const record = recorder(t, terminal);

		await terminal.shows(/makes the network connections of this Analytics server work/);
		record('welcome');
		terminal.type(keys.enter);
		await terminal.shows(/What is the name of this server/);
		terminal.type(`${keys.clear}analytics.uni.edu`);
		await terminal.shows(/✓ 10\.10\.0\.10, 2001:db8:10::10, this server/);
		record('server');
		terminal.type(keys.enter);

		await terminal.shows(/Which networks do the Analytics viewers use/);
		terminal.type(pasted('10.20.0.0/16, 10.20.4.1/24\n2001:db8:20::/48 # campus'));
		await terminal.shows(/already inside 10\.20\.0\.0\/16/);
		terminal.type('10.300');
		await terminal.shows(/"10\.300" is not an IPv4 address/);
		record('viewers');
		terminal.type(keys.clear + keys.enter);

		await terminal.shows(/Which are your AppsAnywhere servers/);
		terminal.type(`10.30.0.10\raa2.uni.edu\r`);
		await terminal.shows(/aa2\.uni\.edu +10\.30\.0\.11, 2001:db8:30::11/);
		record('servers');
		terminal.type(keys.enter);

		await terminal.shows(/Who may log in to this server over SSH/);
		terminal.type(`${keys.enter}10.40.0.0/24\r`);
		await terminal.shows(/10\.40\.0\.0\/24 +256 addresses/);
		record('support');
		terminal.type(keys.enter);

		await terminal.shows(/Where is the SQL Server/);
		terminal.type('mssql.uni.edu');
		await terminal.shows(/✓ 10\.60\.0\.11, SQL Server 2022, encrypted/);
		record('sql');
		terminal.type(keys.enter.repeat(4));

		await terminal.shows(/Through which mail relay/);
		terminal.type('smtp.uni.edu');
		await terminal.shows(/✓ 10\.61\.0\.25, STARTTLS/);
		record('mail');
		terminal.type(keys.enter.repeat(3));

		await terminal.shows(/How does this server reach time servers/);
		await terminal.shows(/(?:\d\.centos\.pool\.ntp\.org +10\.63\.0\.123.*\n +){4}/);
		record('time');
		terminal.type(keys.enter.repeat(2));

		await terminal.shows(/Which connections may this server open itself/);
		terminal.type(keys.down);
		await terminal.shows(/nobody has observed yet/);
		record('outbound');
		terminal.type(keys.up + keys.enter);

		await terminal.shows(/4 Support {3}SSH open to 10\.40\.0\.0\/24[\s\S]*A apply/);
		record('review');
		terminal.type('/may reach 22');
		await terminal.shows(/▸ \+ 10\.40\.0\.0\/24 may reach 22\/tcp[\s\S]*end the search/);
		terminal.type(keys.escape);
		await terminal.shows(/▸ \+ 10\.40[\s\S]*A apply/);
		record('what will change');
		assert.equal(await tables(campus), '', 'nothing is applied before the review');
		terminal.type('a');

		await terminal.shows(/A console proves nothing about SSH/, 20_000);
		await terminal.shows(/connections? that worked before still works?/);
		record('trial');
		assert.match(await tables(campus), /table inet analytics_setup/);
		terminal.type('k');
		await terminal.shows(/Keep the new rules without proof\?/);
		terminal.type(keys.down + keys.enter);

		await terminal.shows(/\d+ of 22 rows proven.*\n.*Generation 1 is in effect/, 20_000);
		// Messages are offered once every row has its result.
		await terminal.shows(/M message · T try/);
		record('results');

		terminal.type('q');
		await terminal.shows(/"analytics-setup report --for network" prints/);
		assert.equal(await terminal.exited, 0);
	});

	test('what it left behind is a working set-up, found again on the next run', async () => {
		const {viewer, stranger} = campus.hosts;
		const target = {protocol: 'tcp', address: '10.10.0.10', port: 9999} as const;
		const [seen, refused] = await Promise.all([
			viewer.dial(target),
			stranger.dial(target),
		]);
		assert.deepEqual([seen.outcome, refused.outcome], ['connected', 'timeout']);

		const {stdout} = await runProgram(campus, ['plan']);
		assert.match(stdout, /Nothing to change/);

		const [file, arguments_] = campus.hosts.appliance.enter(process.execPath, [
			'dist/cli.js',
		]);
		const terminal = startTerminal(file, arguments_, {env: publicAuthority});
		await terminal.shows(/Rules +generation 1, kept by \S+ at/);
		await terminal.shows(/Drift +none/);
		await terminal.shows(/Proven +\d+ of 22/);
		terminal.type(keys.enter);
		await terminal.shows(/A apply/);
		await changePage(terminal, 'Viewers');
		await terminal.shows(/Which networks/);
		terminal.type(keys.escape);
		await terminal.shows(/▸ ! 2 Viewers: .*already inside[\s\S]*A apply/);
		terminal.type(keys.end);
		await terminal.shows(/Nothing will change/);
		terminal.type(keys.interrupt);
		await terminal.shows(/Leave the setup/);
		terminal.type(keys.enter);
		assert.equal(await terminal.exited, 130);
	});

	test('once a viewer has come, its row is proven', async () => {
		const {stdout} = await runProgram(campus, ['probe', 'viewers', '--json']);
		const {results} = JSON.parse(stdout) as {
			results: ReadonlyArray<Record<string, unknown>>;
		};
		assert.equal(results[0]?.verdict, 'pass', stdout);
	});
});

async function tables({hosts: {appliance}}: Campus): Promise<string> {
	const {stdout} = await appliance.run('nft', ['list', 'tables']);
	return stdout;
}

/** Keeps the screens of a run as snapshots, without what differs from run to run. */
function recorder(t: TestContext, terminal: Terminal) {
	return (name: string) => {
		t.assert.snapshot(
			`${name}\n${terminal
				.text()
				.replace(/( this server +)clock .*/, '$1clock right')
				.replaceAll(/, clock [^\n]*| +\d+ ms/g, '')
				.replace(/Applied \d+ seconds? ago/, 'Applied just now')
				.replace(/ +old rules return in \d:\d\d/, ' old rules return in 1:59')
				.replace(/read back: \d+ of \d+/, 'read back: all')
				.replaceAll(/ +$/gm, '')}\n`,
			{
				serializers: [value => String(value)],
			},
		);
	};
}
