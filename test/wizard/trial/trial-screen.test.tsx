import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import type {Comparison} from '../../../source/flow/compare-probes.js';
import {monotonicNow} from '../../../source/host/boot.js';
import type {InboundConnection} from '../../../source/host/tcp-table.js';
import {asciiMarks, type Marks, unicodeMarks} from '../../../source/reports/marks.js';
import type {TrialEnd} from '../../../source/transaction/follow-trial.js';
import type {TrialRecord} from '../../../source/transaction/trial.js';
import {TrialScreen} from '../../../source/wizard/trial/trial-screen.js';
import {LookContext} from '../../../source/wizard/widgets/look.js';
import {
	connectionOf,
	type MachineRecord,
	recordedMachine,
} from '../../helpers/recorded-machine.js';
import {exampleRecord, recordedTrial} from '../../helpers/recorded-transactions.js';
import {keys, mount, until} from '../../helpers/screen.js';
import {sampleResult} from '../../reports/sample-results.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

type Opened = {
	readonly machine?: MachineRecord;
	readonly record?: Partial<TrialRecord>;
	readonly comparison?: Promise<Comparison>;
	readonly isShutOut?: boolean;
	readonly size?: {readonly columns: number; readonly rows: number};
	readonly marks?: Marks;
};

const overSsh: MachineRecord = {sshClient: '10.40.0.7'};
const open = ({
	machine: machineRecord = overSsh,
	record = {},
	comparison,
	isShutOut = false,
	size = {columns: 80, rows: 24},
	marks = unicodeMarks,
}: Opened = {}) => {
	const asked: string[] = [];
	const happened: Array<TrialEnd | 'left'> = [];
	const trial = recordedTrial({...exampleRecord, ...record}, asked);
	let connections: readonly InboundConnection[] = [];
	screen = mount(
		<LookContext value={{marks, ...size}}>
			<TrialScreen
				trial={trial}
				machine={{
					...recordedMachine(machineRecord),
					inboundConnections: async () => connections,
				}}
				progress={null}
				{...(comparison === undefined ? {} : {comparison})}
				isShutOut={isShutOut}
				untilEnded={() => trial.ended}
				onEnded={end => happened.push(end)}
				onLeave={() => happened.push('left')}
			/>
		</LookContext>,
		size,
	);
	return {
		asked,
		happened,
		trial,
		logIn: (...logins: readonly string[]) => {
			connections = logins.map(connectionOf);
		},
	};
};
const words = () => screen.text().replaceAll(/\s+/g, ' ');
const digitShown = async () => {
	await screen.shows(/Press \d to keep the new rules/);
	return /Press (\d)/.exec(screen.text())?.[1] ?? assert.fail('no digit');
};
const other = (digit: string) => (digit === '1' ? '2' : '1');

test('tells what was done, how long it is ago, and how long is left', async () => {
	const {trial} = open();
	trial.tell({
		state: 'on-trial',
		deadline: monotonicNow() + 111_500,
		verified: 214,
		connections: [],
	});
	await screen.shows(/Applied 8 seconds ago, on trial +old rules return in 1:52/);
	assert.match(
		words(),
		/✓ old rules saved ✓ guard armed ✓ loaded ✓ read back: 214 of 214/,
	);
	await screen.shows(/Applied 9 seconds ago, on trial +old rules return in 1:51/);
});

test('the digit that is shown keeps the new rules; another one says which it was', async () => {
	const {asked} = open();
	const digit = await digitShown();
	screen.type(other(digit));
	await screen.shows(
		new RegExp(`That was ${other(digit)}. ${digit} keeps the new rules`),
	);
	assert.deepEqual(asked, []);
	screen.type(digit);
	assert.deepEqual(asked, ['keep, keypress']);
});

for (const [name, opened] of [
	['with another firewall beside ours', {record: {hasFront: true}}],
	['at a console', {machine: {}}],
	['for whoever is shut out', {isShutOut: true}],
] as const) {
	test(`${name} no digit keeps anything`, async () => {
		const {asked} = open(opened);
		await screen.shows(/analytics-setup confirm/);
		assert.doesNotMatch(screen.text(), /Press \d/);
		screen.type('123456789');
		screen.type('1');
		assert.deepEqual(asked, []);
	});
}

test('with another firewall it asks for a new login', async () => {
	open({record: {hasFront: true}});
	await screen.shows(/Prove that you can get in\./);
	assert.match(
		words(),
		/From another window, log in again and type analytics-setup confirm/,
	);
});

test('K without proof asks first, and Enter alone keeps nothing', async () => {
	const {asked} = open();
	await digitShown();
	screen.type('k');
	await screen.shows(/Keep the new rules without proof\?/);
	assert.match(words(), /can only be mended at its console/);
	assert.match(words(), /old rules return in/);
	screen.type(keys.enter);
	await digitShown();
	assert.deepEqual(asked, []);
	screen.type('K');
	await screen.shows(/Keep the new rules without proof\?/);
	screen.type(keys.down + keys.enter);
	assert.deepEqual(asked, ['keep, none']);
});

test('at a console it says that SSH is unproven, and writes that down', async () => {
	const {asked} = open({machine: {}});
	await screen.shows(/A console proves nothing about SSH/);
	screen.type('k');
	await screen.shows(/SSH is unproven will be written down/);
	screen.type(keys.down + keys.enter);
	assert.deepEqual(asked, ['keep, console']);
});

test('a new login is seen by itself, and K is proof then', async () => {
	const {asked, logIn} = open();
	await screen.shows(/New logins seen: none since the rules changed/);
	assert.match(words(), /K keep without proof/);
	logIn('10.40.0.8 22', '10.20.0.7 9999');
	await screen.shows(/New logins seen: 10\.40\.0\.8 connected \d s ago/);
	assert.match(words(), /K keep · U/);
	screen.type('k');
	assert.deepEqual(asked, ['keep, new-connection']);
});

test('a login that was open before the rules changed is none', async () => {
	const {logIn, trial} = open();
	const deadline = monotonicNow() + 120_000;
	trial.tell({
		state: 'on-trial',
		deadline,
		verified: 214,
		connections: ['10.40.0.8 40000'],
	});
	logIn('10.40.0.8 22');
	// The second look: by then the first has been drawn.
	await screen.shows(/Applied 2 seconds ago/);
	assert.match(words(), /none since the rules changed/);
});

test('what worked before is compared, and what broke comes first', async () => {
	const {promise, resolve} = Promise.withResolvers<Comparison>();
	open({comparison: promise});
	await screen.shows(/What worked before is being tried again/);
	resolve({worked: 17, broken: [sampleResult()]});
	await screen.shows(/✗ 1 of 17 connections that worked before fails now/);
	assert.match(words(), /mssql\.uni\.edu 1433\/tcp/);
	assert.ok(words().indexOf('mssql') < words().indexOf('Press'));
});

test('that all still works is said', async () => {
	open({comparison: Promise.resolve({worked: 17, broken: []})});
	await screen.shows(/✓ 17 connections that worked before still work/);
});

test('a comparison that fails hinders nobody', async () => {
	const {asked} = open({comparison: Promise.reject(new Error('no DNS'))});
	screen.type(await digitShown());
	assert.deepEqual(asked, ['keep, keypress']);
});

test('U undoes at once', async () => {
	const {asked, trial} = open();
	await digitShown();
	screen.type('u');
	assert.deepEqual(asked, ['undo']);
	const {ending} = await trial.ended;
	assert.ok(ending.kind === 'undone');
	assert.equal(ending.reason, 'root from 10.40.0.7 asked for it.');
});

test('? says what a trial is, and the time goes on', async () => {
	open();
	await digitShown();
	screen.type('?');
	await screen.shows(/What is a trial\?/);
	await screen.shows(/Applied 1 second ago/);
	screen.type(keys.escape);
	await digitShown();
});

test('Ctrl-C asks: stay, undo, or leave while the trial goes on', async () => {
	const {asked, happened} = open();
	await digitShown();
	screen.type(keys.interrupt);
	await screen.shows(/Leave while the new rules are on trial\?/);
	screen.type(keys.enter);
	await digitShown();
	screen.type(keys.interrupt);
	await screen.shows(/Leave while/);
	screen.type(keys.down + keys.down + keys.enter);
	assert.deepEqual([asked, happened], [[], ['left']]);
});

test('Ctrl-C and "put the old rules back" undoes', async () => {
	const {asked} = open();
	await digitShown();
	screen.type(keys.interrupt);
	await screen.shows(/Leave while/);
	screen.type(keys.down + keys.enter);
	assert.deepEqual(asked, ['undo']);
});

test('it ends by itself when somebody else ends it, whatever is being asked', async () => {
	const {happened, trial} = open();
	await digitShown();
	screen.type('k');
	await screen.shows(/without proof\?/);
	const end: TrialEnd = {
		ending: {kind: 'undone', at: '', reason: 'Nobody kept the new rules in time.'},
		problems: [],
	};
	trial.end(end);
	await until(
		() => happened.length > 0,
		() => screen.text(),
	);
	assert.deepEqual(happened, [end]);
});

test('while the old rules return, no time is left', async () => {
	const {trial} = open();
	await digitShown();
	trial.tell({state: 'undoing', reason: ''});
	await screen.shows(/The old rules return/);
	assert.doesNotMatch(screen.text(), /return in/);
});

test('a guard that is gone is told with what to do', async () => {
	const {trial, happened} = open();
	await digitShown();
	trial.lose();
	await screen.shows(/The guard is gone\./);
	screen.type(keys.escape);
	await until(
		() => happened.length > 0,
		() => screen.text(),
	);
	assert.deepEqual(happened, ['left']);
});

for (const [columns, rows] of [
	[60, 20],
	[80, 24],
] as const) {
	for (const [name, opened] of [
		['judged', {}],
		['with a front', {record: {hasFront: true}}],
		['at a console', {machine: {}}],
		['shut out', {isShutOut: true}],
	] as const) {
		test(`${name}, all of it fits ${columns} by ${rows}`, async () => {
			const comparison = Promise.resolve({worked: 17, broken: []});
			const {trial} = open({...opened, comparison, size: {columns, rows}});
			const deadline = monotonicNow() + 8500;
			trial.tell({state: 'on-trial', deadline, verified: 1214, connections: []});
			await screen.shows(
				/Applied 1\d\d seconds ago, on trial +old rules return in 0:0\d/,
			);
			await screen.shows(/17 connections that worked before still work/);
			assert.doesNotMatch(screen.text(), /…|Lines \d+ to/);
			assert.ok(screen.text().split('\n').length <= rows);
		});
	}
}

for (const [key, last] of [
	['k', /Keep without proof$/m],
	['?', /Back to the trial$/m],
	[keys.interrupt, /Leave; the trial goes on$/m],
] as const) {
	test(`what ${JSON.stringify(key)} asks fits 60 by 20, with its last answer`, async () => {
		open({size: {columns: 60, rows: 20}});
		await digitShown();
		screen.type(key);
		await screen.shows(last);
		assert.match(screen.text(), /Enter choose · Esc back/);
		assert.equal(screen.text().split('\n').length, 20);
	});
}

test('more broken connections than fit can be scrolled to', async () => {
	const broken = Array.from({length: 30}, (_, index) =>
		sampleResult({destination: `host${index}.uni.edu`}),
	);
	open({comparison: Promise.resolve({worked: 40, broken})});
	await screen.shows(/30 of 40 connections that worked before fail now/);
	await screen.shows(/Lines 1 to 17 of/);
	screen.type(keys.end);
	await screen.shows(/Press \d to keep[\s\S]*analytics-setup confirm/);
});

test('a terminal with few glyphs gets few glyphs', async () => {
	const comparison = Promise.resolve({worked: 17, broken: [sampleResult()]});
	open({comparison, marks: asciiMarks});
	await screen.shows(/X 1 of 17 connections/);
	assert.doesNotMatch(screen.text(), /\P{ASCII}/u);
});
