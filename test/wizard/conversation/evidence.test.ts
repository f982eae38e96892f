import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {flowOn} from '../../../source/flow/flow.js';
import {
	type RecordedEvidence,
	recordedEvidence,
} from '../../helpers/recorded-evidence.js';
import {exampleAnswers, recordedMachine} from '../../helpers/recorded-machine.js';
import {until} from '../../helpers/screen.js';
import {configured, type Held, holdConversation, pick} from './hold-conversation.js';

let held: Held;
afterEach(() => held.end());

const open = async (evidence: RecordedEvidence = recordedEvidence()) => {
	const record = {saved: exampleAnswers};
	const flow = {
		...flowOn(recordedMachine(record)),
		collectEvidence: evidence.collectEvidence,
	};
	held = holdConversation(record, {...configured, flow});
	await pick(held, 'Collect evidence for support');
	return evidence;
};
const saves = () => held.machine.asked.filter(line => line.startsWith('save document'));

test('each item is told as it comes, with its size and what is missing', async () => {
	await open();
	await held.says(/with passwords and keys taken out/);
	await held.says(
		/Collecting\. Names and addresses can be read in it\.\nVersions: 912 bytes\./,
	);
	await held.says(/System log: 256 KB, cut to the last 256 KB, from 2026-11-22 on\./);
	await held.says(/In all 4 items, 258 KB\. Nothing is written yet\./);
	assert.deepEqual(saves(), []);
	assert.match(held.text(), /^[\n -~]*$/);
});

test('it is saved when somebody says so', async () => {
	await open();
	await held.answer(/What next/, 'save');
	await held.says(/press Enter for \/root\/analytics-setup-evidence-\S+\.tar\.gz,/);
	await held.answer(/Save as/, '~/for support.tar.gz');
	await held.says(/Saved in ~\/for support\.tar\.gz, for its owner only\./);
	assert.deepEqual(saves(), ['save document ~/for support.tar.gz']);
});

test('names are hidden, and shown again, by collecting it once more', async () => {
	const {asked} = await open();
	await held.answer(/What next/, 'hide names');
	await held.says(/Names and addresses are replaced by tokens: equal ones stay equal\./);
	await held.answer(/What next/, 'n');
	await held.says(/can be read in it/);
	assert.deepEqual(asked, [false, true, false]);
});

test('it can be called off while it is collected, and nothing is written', async () => {
	const {isCalledOff} = await open(recordedEvidence(new Promise(() => undefined)));
	await held.says(/System log/);
	await held.callOut('<');
	await held.says(/1: Look at the settings/);
	await until(isCalledOff, () => 'it went on');
	assert.deepEqual(saves(), []);
});
