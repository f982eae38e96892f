import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {exampleAnswers, type MachineRecord} from '../../helpers/recorded-machine.js';
import {asInEffect, probeContext} from '../../probes/probe-context.js';
import {addressOf} from '../../probes/recorded-network.js';
import {configured, type Held, holdConversation, pick} from './hold-conversation.js';

let held: Held;
afterEach(() => held.end());

const inEffect = asInEffect()(await probeContext().policy);
const stranger = {
	port: 9999,
	address: addressOf('10.99.0.9'),
	tries: 3,
	letIn: 0,
	passedOn: 0,
};
const wait = async (record: MachineRecord = {}) => {
	held = holdConversation({saved: exampleAnswers, inEffect, ...record}, configured);
	await pick(held, 'Wait for');
};

test('tells what to run on each side, and that it waits', async () => {
	await wait();
	await held.says(/The firewall is only watched; waiting opens nothing\./);
	await held.says(
		/On a viewer's PC, for 9999\/tcp:\nWith PowerShell: Test-NetConnection analytics\.uni\.edu -Port 9999\nWith curl: /,
	);
	await held.says(/Waiting\. Whoever knocks from now on is told of\./);
});

test('tells who knocked, whether they got in, and what to do, while a line may be typed', async () => {
	await wait({knocks: [{knocks: [stranger], fullPorts: []}]});
	await held.says(
		/fail: 10\.99\.0\.9 9999\/tcp refused by the rules.* \(3 tries\)\.\n.*add it under "Viewers"/,
	);
});

test('"answer" has a test answered, and stops that again', async () => {
	await wait();
	await held.says(/Waiting\./);
	await held.answer(/What next/, 'answer');
	await held.says(/9999\/tcp is answered here for a test/);
	await held.answer(/What next/, 'answer');
	await held.says(/9999\/tcp is not answered here any more/);
	await held.answer(/What next/, '<');
	await held.says(/1: Look at the settings/);
	assert.ok(held.machine.asked.includes('stop knocks'));
});

test('Ctrl-C asks, and whoever stays goes on waiting', async () => {
	await wait();
	await held.says(/Waiting\./);
	await held.interrupt();
	await held.says(/Leave the setup\?/);
	assert.equal(held.machine.asked.at(-1), 'stop knocks');
	await held.answer(/Type yes/, '');
	await held.says(/Waiting\./);
});

test('where nobody can be seen, it says why and goes back', async () => {
	await wait({backend: 'files'});
	await held.says(/This did not work\. Seeing who knocks needs root and nftables\./);
	await held.says(/1: Look at the settings/);
});
