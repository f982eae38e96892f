import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {flowOn} from '../../source/flow/flow.js';
import {unicodeMarks} from '../../source/reports/marks.js';
import {App, type Start} from '../../source/wizard/app.js';
import {
	exampleAnswers,
	type MachineRecord,
	recordedMachine,
} from '../helpers/recorded-machine.js';
import {keys, mount} from '../helpers/screen.js';
import {asInEffect, probeContext} from '../probes/probe-context.js';

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
			{...start}
		/>,
		size,
	);
	return machine;
};
const configured = {draft: {answers: complete, typed: {}}, isConfigured: true};
const reviewed = {draft: {answers: complete, typed: {}}};
const changes = (asked: readonly string[]) =>
	asked.filter(line => /^(?:apply|save|discard)/.test(line));

test('an installer answers every page, applies, and sees the results', async () => {
	const {asked, answers} = open();
	await wizard.shows(/nothing applied[\s\S]*Enter begin/);
	wizard.type(keys.enter);
	await wizard.shows(/What is the name of this server[\s\S]*analytics\.uni\.edu/);
	wizard.type(keys.enter);
	await wizard.shows(/✓ Server {2}● Viewers[\s\S]*Which networks/);
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
	wizard.type('\r\r\r\r');
	await wizard.shows(/✓ Time {2}● Review[\s\S]*may reach 9999\/tcp/);
	assert.deepEqual(changes(asked), [], 'something was changed before the review');
	wizard.type('a');
	await wizard.shows(/\d+ of 22 rows proven/);
	await wizard.shows(/rules in effect/);
	assert.deepEqual(changes(asked), [
		'apply',
		'save answers',
		'discard draft',
		'save results',
	]);
	assert.deepEqual(await answers.read(), exampleAnswers);
});

test('a session that drops is taken up where it was', async () => {
	const {server, viewers} = exampleAnswers;
	const first = open({}, {draft: {answers: {server, viewers}, typed: {}}});
	await wizard.shows(/2 of 7 pages/);
	wizard.type(keys.enter);
	await wizard.shows(/Which are your AppsAnywhere servers/);
	wizard.type('10.30.0.10\r');
	await wizard.shows(/10\.30\.0\.10 +one address/);
	wizard.unmount();
	const draft = first.lastDraft();
	assert.ok(draft);
	open({}, {draft});
	await wizard.shows(/2 of 7 pages/);
	wizard.type(keys.enter);
	await wizard.shows(/10\.30\.0\.10 +one address/);
});

test('Esc goes back through every page with the answers still there', async () => {
	open({}, reviewed);
	wizard.type(keys.enter);
	await wizard.shows(/may reach/);
	for (const shown of [
		/ntp\.org/,
		/smtp\.uni\.edu/,
		/mssql\.uni/,
		/10\.40\.0/,
		/aa2/,
		/10\.20\.0/,
		/● Server/,
		/Enter go on/,
	]) {
		wizard.type(keys.escape);
		await wizard.shows(shown);
	}
});

test('one answer is changed from the review, and the plan with it', async () => {
	open({}, reviewed);
	wizard.type(keys.enter);
	await wizard.shows(/may reach/);
	wizard.type('5');
	await wizard.shows(/Where is the SQL Server/);
	wizard.type(`${keys.tab}${keys.clear}50123\r\r\r`);
	await wizard.shows(/on 50123\/tcp/);
});

test('an arrow, Enter, Enter at home opens the results and nothing more', async () => {
	open({}, configured);
	await wizard.shows(/Look at the settings/);
	wizard.type(keys.down + keys.enter);
	await wizard.shows(/of 22 rows proven/);
	wizard.type(keys.escape);
	await wizard.shows(/Look at the settings/);
});

test('answers that were saved and never applied are not called "in effect"', async () => {
	open({saved: exampleAnswers}, configured);
	await wizard.shows(/Rules +not as you answered/);
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
	await wizard.shows(/of 22 rows proven/);
	assert.doesNotMatch(wizard.text(), /in effect/);
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
	await wizard.shows(/may reach/);
	wizard.type('a');
	await wizard.shows(/The kernel checks/);
	wizard.resize({columns: 50, rows: 10});
	await wizard.shows(/50 columns/);
	wizard.resize({columns: 80, rows: 24});
	await wizard.shows(/The kernel checks/);
	resolve();
	await wizard.shows(/of 22 rows proven/);
	assert.equal(asked.filter(line => line === 'apply').length, 1);
});
