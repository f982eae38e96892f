import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {Failure} from '../../../../source/failure.js';
import {CollectScreen} from '../../../../source/wizard/screens/evidence/collect-screen.js';
import {recordedEvidence} from '../../../helpers/recorded-evidence.js';
import type {MachineRecord} from '../../../helpers/recorded-machine.js';
import {keys, mount, until, untilSent} from '../../../helpers/screen.js';
import {screenOn} from '../open-screen.js';

const path = '/root/analytics-setup-evidence-analytics.uni.edu-2026-11-22T1402.tar.gz';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

const open = (evidence = recordedEvidence(), record: MachineRecord = {}) => {
	const {props, sent, machine} = screenOn(record);
	const flow = {...props.flow, collectEvidence: evidence.collectEvidence};
	screen = mount(<CollectScreen {...props} flow={flow} />);
	const saves = () => machine.asked.filter(line => line.startsWith('save document'));
	return {sent, saves, evidence};
};

test('what it will contain is listed, with sizes and what is missing, before it is written', async () => {
	const {saves} = open();
	await screen.shows(/4 items, 258 KB, not written yet/);
	assert.match(screen.text(), /with passwords and keys taken out/);
	assert.match(screen.text(), /✓ Versions +912 bytes\n/);
	assert.match(screen.text(), /! System log +256 KB {2}cut to the last 256 KB, from/);
	assert.match(screen.text(), /Names and addresses can be read in it\./);
	assert.deepEqual(saves(), []);
});

test('items show as they come, and nothing can be saved before the last one', async () => {
	const {promise, resolve} = Promise.withResolvers<void>();
	open(recordedEvidence(promise));
	await screen.shows(/4 items, 258 KB so far/);
	assert.match(screen.text(), /System log/);
	assert.doesNotMatch(screen.text(), /S save/);
	screen.type('s');
	resolve();
	await screen.shows(/S save/);
	assert.doesNotMatch(screen.text(), /Save as/);
});

test('S saves all of it, and says where', async () => {
	const {saves} = open();
	await screen.shows(/S save/);
	screen.type('s');
	await screen.shows(/Save as/);
	screen.type(keys.enter);
	await screen.shows(/Saved in\s[^…]*for\s+its owner\s+only\./);
	assert.deepEqual(saves(), [`save document ${path}`]);
});

test('a file that is there is not replaced unasked', async () => {
	const {saves} = open(recordedEvidence(), {documents: {[path]: 'old'}});
	await screen.shows(/S save/);
	screen.type('s');
	await screen.shows(/Save as/);
	screen.type(keys.enter);
	await screen.shows(/There is such a file\. Replace it\?/);
	screen.type('no\r');
	await screen.shows(/Not saved/);
	assert.equal(saves().length, 1);
});

test('N has it collected again without names, and once more with them', async () => {
	const {evidence} = open();
	await screen.shows(/N hide names/);
	screen.type('n');
	await screen.shows(/replaced by tokens[\s\S]*N show names/);
	screen.type('N');
	await screen.shows(/can be read in it[\s\S]*N hide names/);
	assert.deepEqual(evidence.asked, [false, true, false]);
	assert.equal(screen.text().match(/System log/g)?.length, 1);
});

test('Esc calls it off, and nothing is written', async () => {
	const {sent, saves, evidence} = open(recordedEvidence(new Promise(() => undefined)));
	await screen.shows(/so far/);
	screen.type(keys.escape);
	await untilSent(sent);
	assert.deepEqual(sent, [{type: 'went-back'}]);
	screen.unmount();
	await until(evidence.isCalledOff, () => 'it went on');
	assert.deepEqual(saves(), []);
});

test('what keeps it from being collected is told', async () => {
	const failed = Promise.reject(new Failure('file.failed', 'The disk is full.'));
	open(recordedEvidence(failed));
	await screen.shows(/✗ The disk is full\./);
	assert.doesNotMatch(screen.text(), /S save/);
});

test('? tells what becomes of secrets, and Esc comes back', async () => {
	open();
	screen.type('?');
	await screen.shows(/Passwords, keys and other secrets are replaced by tokens/);
	screen.type(keys.escape);
	await screen.shows(/N hide names/);
});

test('Ctrl-C asks whether to leave', () => {
	const {sent} = open();
	screen.type(keys.interrupt);
	assert.deepEqual(sent, [{type: 'asked-to-leave'}]);
});
