import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import type {Comparison} from '../../../source/flow/compare-probes.js';
import {monotonicNow} from '../../../source/host/boot.js';
import type {InboundConnection} from '../../../source/host/tcp-table.js';
import type {TrialEnd} from '../../../source/transaction/follow-trial.js';
import type {TrialRecord} from '../../../source/transaction/trial.js';
import {Departure} from '../../../source/wizard/conversation/conversation.js';
import {holdTrial} from '../../../source/wizard/conversation/hold-trial.js';
import {
	connectionOf,
	type MachineRecord,
	recordedMachine,
} from '../../helpers/recorded-machine.js';
import {type RecordedTalk, recordedTalk} from '../../helpers/recorded-talk.js';
import {exampleRecord, recordedTrial} from '../../helpers/recorded-transactions.js';
import {sampleResult} from '../../reports/sample-results.js';

let talk: RecordedTalk;
afterEach(() => talk.end());

type Opened = {
	readonly machine?: MachineRecord;
	readonly record?: Partial<TrialRecord>;
	readonly comparison?: Promise<Comparison>;
	readonly isShutOut?: boolean;
};

const open = async ({
	machine = {sshClient: '10.40.0.7'},
	record = {},
	comparison,
	isShutOut = false,
}: Opened = {}) => {
	const asked: string[] = [];
	const trial = recordedTrial({...exampleRecord, ...record}, asked);
	let connections: readonly InboundConnection[] = [];
	talk = recordedTalk();
	const end: Promise<TrialEnd | Departure> = holdTrial({
		talk,
		machine: {...recordedMachine(machine), inboundConnections: async () => connections},
		trial,
		...(comparison === undefined ? {} : {comparison}),
		isShutOut,
		untilEnded: () => trial.ended,
	}).catch((error: unknown) => {
		if (error instanceof Departure) {
			return error;
		}

		throw error;
	});
	await talk.says(/You can type keep, or undo\./);
	return {
		asked,
		trial,
		end,
		logIn(login: string) {
			connections = [connectionOf(login)];
		},
		letPass(secondsLeft: number) {
			trial.tell({
				state: 'on-trial',
				deadline: monotonicNow() + secondsLeft * 1000,
				verified: 214,
				connections: [],
			});
		},
	};
};
const digit = () =>
	/Type (\d) and press Enter/.exec(talk.text())?.[1] ?? assert.fail(talk.text());
const other = () => (digit() === '1' ? '2' : '1');

test('tells how long the new rules stay, and how to keep them', async () => {
	await open();
	await talk.says(
		/The new rules are in effect, on trial\.\nType \d and press Enter to keep/,
	);
	await talk.says(
		/The old rules return by themselves in 120 seconds\.\nRead back from the kernel: 214 of 214 addresses\./,
	);
});

test('the digit that is told keeps them; another one says which it is', async () => {
	const {asked, end} = await open();
	await talk.answer(/What next/, other());
	await talk.says(
		new RegExp(`That was "${other()}"\\.\nType ${digit()} and press Enter`),
	);
	assert.deepEqual(asked, []);
	await talk.answer(/What next/, digit());
	await end;
	assert.deepEqual(asked, ['keep, keypress']);
});

for (const [name, opened] of [
	['with another firewall beside ours', {record: {hasFront: true}}],
	['at a console', {machine: {}}],
	['for whoever is shut out', {isShutOut: true}],
] as const) {
	test(`${name} no digit keeps anything`, async () => {
		const {asked} = await open(opened);
		assert.doesNotMatch(talk.text(), /Type \d/);
		await talk.answer(/What next/, '1', '2', '3', '4', '5', '6', '7', '8', '9');
		assert.deepEqual(asked, []);
	});
}

test('keeping without proof is asked first, and a line alone keeps nothing', async () => {
	const {asked, end} = await open();
	await talk.answer(/What next/, 'keep');
	await talk.says(/can only be mended at its console/);
	await talk.answer(/Number/, '', '1');
	await talk.answer(/What next/, 'k');
	await talk.answer(/Number/, '2');
	await end;
	assert.deepEqual(asked, ['keep, none']);
});

test('"undo" puts the old rules back at once', async () => {
	const {asked, end} = await open();
	await talk.answer(/What next/, 'undo');
	await end;
	assert.deepEqual(asked, ['undo']);
});

test('a login that is seen is told, and keeps them proven', async () => {
	const {asked, end, logIn} = await open();
	logIn('10.40.0.8 22');
	await talk.says(/A new login from 10\.40\.0\.8 was seen/);
	await talk.answer(/What next/, 'keep');
	await end;
	assert.deepEqual(asked, ['keep, new-connection']);
});

test('the time left is told a few times, and not at every second', async () => {
	const {letPass} = await open();
	letPass(59.5);
	await talk.says(/(?:60|59) seconds left until the old rules return\./);
	letPass(29.5);
	await talk.says(/(?:30|29) seconds left/);
	letPass(9.5);
	await talk.says(/\b(?:10|9) seconds left/);
	assert.equal(talk.text().match(/seconds left/g)?.length, 3);
});

test('what was told just now is not told again', async () => {
	const {letPass, logIn} = await open({record: {seconds: 12}});
	letPass(9.5);
	logIn('10.40.0.8 22');
	await talk.says(/A new login/);
	assert.doesNotMatch(talk.text(), /seconds left/);
	letPass(6.5);
	await talk.says(/[67] seconds left/);
});

test('while the old rules return, neither the time nor a login is told any more', async () => {
	const {trial, logIn} = await open();
	trial.tell({state: 'undoing', reason: ''});
	logIn('10.40.0.8 22');
	await talk.says(/The old rules return\./);
	// A second passes, in which both were looked at.
	await delay(1100);
	assert.doesNotMatch(talk.text(), /seconds left|new login/);
});

test('what broke is told with what to do about it', async () => {
	await open({comparison: Promise.resolve({worked: 17, broken: [sampleResult()]})});
	await talk.says(
		/1 of 17 connections that worked before fails now\. Type undo to put the old rules back\.\nIt does not work any more: mssql\.uni\.edu, 1433\/tcp\./,
	);
});

test('that all still works is told', async () => {
	await open({comparison: Promise.resolve({worked: 17, broken: []})});
	await talk.says(/17 connections that worked before still work\./);
});

test('its end withdraws the question, also one that is asked in the middle', async () => {
	const {end, trial} = await open();
	await talk.answer(/What next/, 'keep');
	await talk.says(/Keep the new rules without proof/);
	trial.tell({state: 'undoing', reason: ''});
	await talk.says(/The old rules return\./);
	const undone: TrialEnd = {
		ending: {
			kind: 'undone',
			at: '2026-11-22T14:02:11.000Z',
			reason: 'Nobody kept the new rules in time.',
		},
		problems: [],
	};
	trial.end(undone);
	assert.deepEqual(await end, undone);
});

test('whoever leaves is asked first, and the trial goes on', async () => {
	const {asked, end} = await open();
	await talk.interrupt();
	await talk.says(/Leave while the new rules are on trial\?/);
	await talk.answer(/Number/, '1');
	await talk.answer(/What next/, 'quit');
	await talk.answer(/Number/, '3');
	assert.ok((await end) instanceof Departure);
	assert.deepEqual(asked, []);
});

test('a second Ctrl-C leaves', async () => {
	const {asked, end} = await open();
	await talk.interrupt();
	await talk.says(/Leave while the new rules are on trial\?/);
	await talk.interrupt();
	assert.ok((await end) instanceof Departure);
	assert.deepEqual(asked, []);
});

test('a guard that is gone for good is told with what to do', async () => {
	const {end, trial} = await open();
	trial.lose();
	await talk.says(/This did not work\. The guard is gone\./);
	assert.ok((await end) instanceof Departure);
});
