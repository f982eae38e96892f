import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {exampleAnswers, type MachineRecord} from '../../helpers/recorded-machine.js';
import {blackholes, runOf} from '../../reports/sample-faults.js';
import {configured, type Held, holdConversation, pick} from './hold-conversation.js';

let held: Held;
afterEach(() => held.end());

const results = runOf(blackholes);

const open = async (record: MachineRecord = {results}) => {
	held = holdConversation({saved: exampleAnswers, ...record}, configured);
	await pick(held, 'Documents for the other teams');
	await held.says(/1: For the network team\./);
};
const saves = () => held.machine.asked.filter(line => line.startsWith('save document'));

test('how much is proven is told, and each document is offered', async () => {
	await open();
	await held.says(/\d of \d+ rows are proven, on 2026-11-25 14:02 UTC\./);
	await held.says(
		/6: The answers file, for the next appliance\.\nType a number from 1 to 6/,
	);
	await held.answer(/^Number/, '?');
	await held.says(/For the DNS team: The names that this server needs/);
});

test('without results it is told that nothing is proven yet', async () => {
	await open({});
	await held.says(/Nothing is proven yet, and the documents say so\./);
});

test('one is saved under the usual name, or another one whose ending chooses what it becomes', async () => {
	await open();
	await held.answer(/^Number/, '1', '1');
	await held.says(/Its name may end in \.html, \.md, \.txt, \.csv or \.json/);
	await held.says(/press Enter for \/root\/analytics\.uni\.edu-network-2026-11-22\.html/);
	await held.answer(/Save as/, '');
	await held.says(/Saved in \S+, for its owner only\./);
	await held.answer(/^Number/, '6', '1');
	await held.answer(/Save as/, '~/a name.json');
	await held.says(/Saved in ~\/a name\.json/);
	assert.deepEqual(saves(), [
		'save document /root/analytics.uni.edu-network-2026-11-22.html',
		'save document ~/a name.json',
	]);
});

test('an ending that says nothing is refused, and a file that is there stays', async () => {
	const path = '/root/analytics.uni.edu-dba-2026-11-22.html';
	await open({results, documents: {[path]: 'old'}});
	await held.answer(/^Number/, '2', '1');
	await held.answer(/Save as/, '~/for-them.pdf');
	await held.says(/This did not work\. Let the name end in \.html, \.md, \.txt/);
	await held.answer(/^Number/, '2', '1');
	await held.answer(/Save as/, '');
	await held.says(/There is a file \S+ already\./);
	await held.answer(/^Number/, '1');
	await held.says(/1: For the network team/);
	assert.deepEqual(saves(), [`save document ${path}`]);
});

test('one is read out in plain text, and then offered to be saved', async () => {
	await open();
	await held.answer(/^Number/, '1', '2');
	await held.says(/For {6}the network team\n[\s\S]*To save this, press Enter/);
	assert.match(held.text(), /^[\n -~]*$/);
	await held.answer(/Save as/, '<');
	await held.answer(/^Number/, '<');
	await held.says(/1: Look at the settings/);
	assert.deepEqual(saves(), []);
});

test('they are reached from the results, and lead back there', async () => {
	held = holdConversation(
		{saved: exampleAnswers, results: runOf(blackholes)},
		configured,
	);
	await pick(held, 'Look at the last results');
	await held.answer(/What next/, 'd');
	await held.says(/Documents for the other teams\./);
	await held.answer(/^Number/, '<');
	await held.says(/rows proven/);
	await held.answer(/What next/, '<');
});
