import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {flowOn} from '../../source/flow/flow.js';
import {countVerdicts, type ProbeRun} from '../../source/probes/probe-result.js';
import {unicodeMarks} from '../../source/reports/marks.js';
import type {Undone} from '../../source/transaction/transactions.js';
import {App, type Start} from '../../source/wizard/app.js';
import {
	exampleAnswers,
	type MachineRecord,
	recordedGeneration,
	recordedMachine,
} from '../helpers/recorded-machine.js';
import {exampleRecord} from '../helpers/recorded-transactions.js';
import {keys, mount} from '../helpers/screen.js';
import {asInEffect, probeContext} from '../probes/probe-context.js';
import {sampleResult} from '../reports/sample-results.js';

const {version: _version, ...complete} = exampleAnswers;
let wizard: ReturnType<typeof mount>;
afterEach(() => wizard.unmount());

const open = (
	record: MachineRecord = {},
	start: Partial<Start> = {},
	size = {columns: 80, rows: 24},
) => {
	const machine = recordedMachine(record);
	wizard = mount(
		<App
			machine={machine}
			flow={flowOn(machine)}
			draft={{answers: {}, typed: {}}}
			isConfigured={false}
			isInEffect={false}
			marks={unicodeMarks}
			notice={undefined}
			trialSeconds={120}
			{...start}
		/>,
		size,
	);
	return machine;
};
const configured = {draft: {answers: complete, typed: {}}, isConfigured: true};
const reviewed = {draft: {answers: complete, typed: {}}};
const changes = (asked: readonly string[]) =>
	asked.filter(line => /^(?:begin|load|keep|undo|save|discard)/.test(line));
const keepAtConsole = async () => {
	await wizard.shows(/A console proves nothing about SSH/);
	wizard.type('k');
	await wizard.shows(/Keep the new rules without proof\?/);
	wizard.type(keys.down + keys.enter);
};

test('an installer answers every page, applies, and sees the results', async () => {
	const {asked, answers} = open();
	await wizard.shows(/nothing applied[\s\S]*Enter begin/);
	wizard.type(keys.enter);
	await wizard.shows(/What is the name of this server[\s\S]*analytics\.uni\.edu/);
	wizard.type(keys.enter);
	await wizard.shows(/✓ Server ● Viewers[\s\S]*Which networks/);
	wizard.type('10.20.0.0/16 2001:db8:20::/48\r\r');
	await wizard.shows(/Which are your AppsAnywhere servers/);
	wizard.type('10.30.0.10, aa2.uni.edu\r\r');
	await wizard.shows(/Who may log in to this server over SSH/);
	wizard.type('\r10.40.0.0/24\r\r');
	await wizard.shows(/Where is the SQL Server/);
	wizard.type('mssql.uni.edu\r\r\r\r');
	await wizard.shows(/Through which mail relay/);
	wizard.type('smtp.uni.edu\r\r\r');
	await wizard.shows(/time servers and updates[\s\S]*3\.centos\.pool\.ntp\.org/);
	wizard.type(keys.up + keys.delete);
	wizard.type('\r\r\r');
	await wizard.shows(/● Outbound[\s\S]*Which connections may this server open/);
	wizard.type(keys.enter);
	await wizard.shows(/✓ Outbound ● Review[\s\S]*What will change/);
	assert.deepEqual(changes(asked), [], 'something was changed before the review');
	wizard.type('a');
	await keepAtConsole();
	await wizard.shows(/\d+ of 22 rows proven · to act/);
	await wizard.shows(/Generation 1 is in effect, kept at a console; SSH is unproven/);
	assert.deepEqual(changes(asked), [
		'begin',
		'load',
		'keep, console',
		'save answers',
		'save results',
	]);
	assert.deepEqual(await answers.read(), exampleAnswers);
});

test('after a first run the answers file is there, and two keys save it', async () => {
	const {asked} = open({}, reviewed);
	wizard.type(keys.enter);
	await wizard.shows(/A apply/);
	wizard.type('a');
	await keepAtConsole();
	await wizard.shows(/D opens the documents for the other teams, and the answers file\./);
	wizard.type('d');
	await wizard.shows(/rows are proven[\s\S]*▸ The answers file, for the next appliance/);
	wizard.type('s');
	await wizard.shows(/Save as/);
	wizard.type(keys.enter);
	await wizard.shows(/Saved in/);
	assert.equal(
		asked.at(-1),
		'save document /root/analytics.uni.edu-answers-2026-11-22.yaml',
	);
	wizard.type(keys.escape);
	await wizard.shows(/of 22 rows proven/);
});

test('a session that drops is taken up where it was', async () => {
	const {server, viewers} = exampleAnswers;
	const first = open({}, {draft: {answers: {server, viewers}, typed: {}}});
	await wizard.shows(/2 of 8 pages/);
	wizard.type(keys.enter);
	await wizard.shows(/Which are your AppsAnywhere servers/);
	wizard.type('10.30.0.10\r');
	await wizard.shows(/10\.30\.0\.10 +one address/);
	wizard.unmount();
	const draft = first.lastDraft();
	assert.ok(draft);
	open({}, {draft});
	await wizard.shows(/2 of 8 pages/);
	wizard.type(keys.enter);
	await wizard.shows(/10\.30\.0\.10 +one address/);
});

test('Esc goes back through every page with the answers still there', async () => {
	open({}, reviewed);
	wizard.type(keys.enter);
	await wizard.shows(/What will change/);
	for (const shown of [
		/● Outbound[\s\S]*only the listed ports/,
		/● Time[\s\S]*ntp\.org/,
		/● Mail[\s\S]*smtp\.uni\.edu/,
		/● SQL[\s\S]*mssql\.uni/,
		/● Support[\s\S]*10\.40\.0/,
		/● Servers[\s\S]*aa2/,
		/● Viewers[\s\S]*10\.20\.0/,
		/● Server /,
		/Enter go on/,
	]) {
		wizard.type(keys.escape);
		await wizard.shows(shown);
	}
});

test('one answer is changed from the review, and the plan with it', async () => {
	open({}, reviewed);
	wizard.type(keys.enter);
	await wizard.shows(/What will change/);
	wizard.type(keys.down.repeat(5));
	await wizard.shows(/▸ +5 SQL[\s\S]*Enter change SQL/);
	wizard.type(keys.enter);
	await wizard.shows(/Where is the SQL Server/);
	wizard.type(`${keys.tab}${keys.clear}50123\r\r\r`);
	await wizard.shows(/▸ +5 SQL +mssql\.uni\.edu, 50123\/tcp/);
	wizard.type(keys.end);
	await wizard.shows(/on 50123\/tcp/);
});

test('two arrows and Enter at home open the results and nothing more', async () => {
	open({}, configured);
	await wizard.shows(/Look at the settings/);
	wizard.type(keys.down.repeat(2) + keys.enter);
	await wizard.shows(/of 22 rows proven · to act/);
	wizard.type(keys.escape);
	await wizard.shows(/Look at the settings/);
});

test('the last results are looked at without probing, and P probes', async () => {
	const run: ProbeRun = {
		schema: 1,
		startedAt: '2026-11-22T14:00:00.000Z',
		finishedAt: '2026-11-22T14:02:00.000Z',
		results: [sampleResult({id: 'sql-tcp', destination: 'last.uni.edu'})],
		counts: countVerdicts([]),
	};
	const {asked} = open({results: run}, configured);
	await wizard.shows(/Proven +1 of 1 rows, just now/);
	const before = asked.filter(line => line.startsWith('dial')).length;
	wizard.type(keys.down + keys.enter);
	await wizard.shows(/last\.uni\.edu/);
	assert.equal(asked.filter(line => line.startsWith('dial')).length, before);
	wizard.type('p');
	await wizard.shows(/of 22 rows proven · to act/);
	wizard.type(keys.escape);
	await wizard.shows(/Proven +\d+ of 22 rows/);
});

test('answers that were saved and never applied are not called "in effect"', async () => {
	open({saved: exampleAnswers}, configured);
	await wizard.shows(/Drift +what you answered is not in effect/);
	assert.doesNotMatch(wizard.text(), /rules in effect/);
});

test('rules that are in effect are told on every screen', async () => {
	const inEffect = asInEffect()(await probeContext().policy);
	open({inEffect}, {...configured, isInEffect: true});
	await wizard.shows(/rules in effect/);
	wizard.type(keys.enter);
	await wizard.shows(/rules in effect[\s\S]*● Review/);
});

test('where only files are written, no screen says that rules are in effect', async () => {
	open({backend: 'files'}, {...reviewed});
	await wizard.shows(/nothing takes\s+effect/);
	wizard.type(keys.enter);
	await wizard.shows(/A write/);
	wizard.type('a');
	await wizard.shows(/of 22 rows proven · to act/);
	assert.doesNotMatch(wizard.text(), /(rules|is) in effect/i);
});

test('Ctrl-C asks first, and staying loses nothing that was typed', async () => {
	const {asked} = open(
		{},
		{draft: {answers: {server: exampleAnswers.server}, typed: {}}},
	);
	wizard.type(keys.enter);
	await wizard.shows(/Which networks/);
	wizard.type('10.20.0');
	await wizard.shows(/10\.20\.0/);
	wizard.type(keys.interrupt);
	await wizard.shows(/Leave the setup\?/);
	assert.doesNotMatch(wizard.text(), /Which networks/);
	wizard.type(keys.down + keys.enter);
	await wizard.shows(/Which networks[\s\S]*▸ 10\.20\.0 *\n/);
	assert.deepEqual(changes(asked), []);
});

test('a window that is too small says so, and going on needs no restart', async () => {
	open({}, {draft: {answers: {server: exampleAnswers.server}, typed: {}}});
	wizard.type(keys.enter);
	await wizard.shows(/Which networks/);
	wizard.type('10.20.0.0/16');
	await wizard.shows(/65,536/);
	wizard.resize({columns: 50, rows: 10});
	await wizard.shows(/50 columns and 10 rows[\s\S]*60 by 20/);
	wizard.resize({columns: 80, rows: 24});
	await wizard.shows(/10\.20\.0\.0\/16 +65,536/);
});

test('resizing the window in the middle of an apply does not apply twice', async () => {
	const {promise, resolve} = Promise.withResolvers<void>();
	const {asked} = open({applying: () => promise}, reviewed);
	wizard.type(keys.enter);
	await wizard.shows(/What will change/);
	wizard.type('a');
	await wizard.shows(/● The connections that work now/);
	wizard.resize({columns: 50, rows: 10});
	await wizard.shows(/50 columns/);
	wizard.resize({columns: 80, rows: 24});
	await wizard.shows(/● The connections that work now/);
	resolve();
	await wizard.shows(/A console proves nothing/);
	assert.equal(asked.filter(line => line === 'begin').length, 1);
});

test('a trial that nobody keeps leads back to the review, and nothing is in effect', async () => {
	const {lastTrial} = open({sshClient: '10.40.0.7'}, reviewed);
	wizard.type(keys.enter);
	await wizard.shows(/What will change/);
	wizard.type('a');
	await wizard.shows(/Press \d to keep the new rules/);
	await wizard.shows(/new rules on trial/);
	const reason = 'Nobody kept the new rules in time.';
	lastTrial()?.end({ending: {kind: 'undone', at: '', reason}, problems: []});
	await wizard.shows(/The old rules are back[\s\S]*Nobody kept the new rules in time\./);
	assert.match(wizard.text(), /nothing applied/);
	wizard.type(keys.enter);
	await wizard.shows(/What will change[\s\S]*A apply/);
});

test('the guard is lost: what it left is taken back, and the screen tells it', async () => {
	const undone: Undone = {
		record: exampleRecord,
		ending: {kind: 'undone', at: '', reason: 'The guard is gone.'},
		isRestored: true,
	};
	const {lastTrial, asked} = open({sshClient: '10.40.0.7', undone}, reviewed);
	wizard.type(keys.enter);
	await wizard.shows(/What will change/);
	wizard.type('a');
	await wizard.shows(/Press \d to keep the new rules/);
	const before = asked.filter(line => line === 'recover').length;
	lastTrial()?.lose();
	await wizard.shows(/The old rules are back[\s\S]*The guard is gone\./);
	assert.equal(asked.filter(line => line === 'recover').length, before + 1);
});

test('whoever would be shut out adds their address, and can then apply', async () => {
	const {asked, lastTrial} = open({sshClient: '10.99.0.9'}, reviewed);
	wizard.type(keys.enter);
	await wizard.shows(/could not log in again/);
	wizard.type('a');
	await wizard.shows(/You would be shut out[\s\S]*▸ Add 10\.99\.0\.9 to the support/);
	wizard.type(keys.enter);
	await wizard.shows(/You \(10\.99\.0\.9\) can still log in after this/);
	await wizard.shows(/4 Support {3}SSH open to 10\.40\.0\.0\/24, 10\.99\.0\.9\/32/);
	wizard.type(keys.end);
	await wizard.shows(/10\.40\.0\.0\/24, 10\.99\.0\.9(?:\/32)? may reach 22\/tcp/);
	assert.deepEqual(changes(asked), []);
	wizard.type('a');
	await wizard.shows(/Press \d to keep/);
	assert.ok(lastTrial());
});

test('whoever insists by typing the words is cut off, and told to wait', async () => {
	open({sshClient: '10.99.0.9'}, reviewed);
	wizard.type(keys.enter);
	await wizard.shows(/could not log in again/);
	wizard.type('a');
	await wizard.shows(/You would be shut out/);
	wizard.type(keys.down + keys.enter);
	await wizard.shows(/type these words and press Enter:\s+shut me out/);
	wizard.type('shut me out\r');
	await wizard.shows(/The new rules shut 10\.99\.0\.9 out, as you insisted/);
	assert.doesNotMatch(wizard.text(), /Press \d/);
});

test('an earlier configuration is gone back to by the same way', async () => {
	const policy = await probeContext().policy;
	const viewers = {subnets: ['10.77.0.0/16']};
	const earlier = {
		...recordedGeneration(3, policy),
		answers: {...exampleAnswers, viewers},
	};
	const generations = [recordedGeneration(4, policy), earlier];
	const {answers} = open({generations, sshClient: '10.40.0.7'}, configured);
	await wizard.shows(/Go back to an earlier configuration/);
	wizard.type(keys.down.repeat(5) + keys.enter);
	await wizard.shows(/4 {2}2026-11-20 14:02 UTC {2}jsmith from 10\.40\.0\.7/);
	wizard.type(keys.down + keys.enter);
	await wizard.shows(
		/To generation 3[\s\S]*can still log in[\s\S]*~ 2 Viewers +10\.77\.0\.0\/16/,
	);
	wizard.type('a');
	await wizard.shows(/Press (\d) to keep/);
	wizard.type(/Press (\d)/.exec(wizard.text())?.[1] ?? '');
	await wizard.shows(/of 22 rows proven · to act/);
	assert.deepEqual((await answers.read())?.viewers, viewers);
	wizard.type(keys.escape);
	await wizard.shows(/Look at the settings/);
	wizard.type(keys.enter);
	await wizard.shows(/2 Viewers +10\.77\.0\.0\/16/);
});
