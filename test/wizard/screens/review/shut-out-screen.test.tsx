import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {ShutOutScreen} from '../../../../source/wizard/screens/review/shut-out-screen.js';
import type {MachineRecord} from '../../../helpers/recorded-machine.js';
import {address} from '../../../helpers/sample.js';
import {keys, mount, until, untilSent} from '../../../helpers/screen.js';
import {reviewedOn, screenOn} from '../open-screen.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

const open = async (record: MachineRecord) => {
	const {props, sent} = screenOn(record);
	const reviewed = await reviewedOn(props);
	screen = mount(<ShutOutScreen {...props} reviewed={reviewed} />);
	await screen.shows(/would be shut out/);
	return {sent, reviewed};
};
const insist = async () => {
	screen.type(keys.down + keys.enter);
	await screen.shows(/Apply all the same\?/);
};

test('names who could not come back, and offers to let them in', async () => {
	const {sent} = await open({
		sshClient: '10.99.0.9',
		connected: ['10.99.0.10 22', '10.98.0.9 9999'],
	});
	assert.match(screen.text(), /You are connected from 10\.99\.0\.9 and could not log/);
	assert.match(screen.text(), /10\.99\.0\.10 is connected to 22\/tcp and could not/);
	assert.doesNotMatch(
		screen.text(),
		/10\.98\.0\.9/,
		'who is no login is only named before',
	);
	await screen.shows(/▸ Add 10\.99\.0\.9 and 10\.99\.0\.10 to the support sources/);
	screen.type(keys.enter);
	const [event] = sent;
	assert.ok(event?.type === 'amended');
	assert.deepEqual(event.answers.support.sources, [
		'10.40.0.0/24',
		'10.99.0.9/32',
		'10.99.0.10/32',
	]);
});

test('insisting takes the very words, and accepts those addresses alone', async () => {
	const {sent, reviewed} = await open({sshClient: '2001:db8:99::9'});
	await insist();
	assert.match(screen.text(), /this session\s+stops answering/);
	screen.type('yes\r');
	await screen.shows(/That was not "shut me out": nothing was applied\./);
	screen.type(keys.clear);
	await until(
		() => !screen.text().includes('That was not'),
		() => screen.text(),
	);
	screen.type(keys.enter);
	assert.deepEqual(sent, []);
	screen.type('Shut me out\r');
	assert.deepEqual(sent, [
		{type: 'accepted', reviewed, accepted: [address('2001:db8:99::9')]},
	]);
});

test('for others the words are others', async () => {
	const {sent} = await open({sshClient: '10.40.0.7', connected: ['10.99.0.10 22']});
	assert.match(screen.text(), /Somebody would be shut out/);
	await insist();
	await screen.shows(/type these words and press Enter:\s+shut them out/);
	screen.type('shut me out\r');
	await screen.shows(/That was not "shut them out"/);
	assert.deepEqual(sent, []);
});

test('Esc leads from the words to the question, and from there to the review', async () => {
	const {sent} = await open({sshClient: '10.99.0.9'});
	await insist();
	screen.type('shut me');
	screen.type(keys.escape);
	await screen.shows(/You would be shut out/);
	assert.deepEqual(sent, []);
	screen.type(keys.escape);
	await untilSent(sent);
	assert.deepEqual(sent, [{type: 'went-back'}]);
});

for (const [name, input] of [
	['the question', ''],
	['the words', keys.down + keys.enter],
] as const) {
	test(`Ctrl-C at ${name} asks whether to leave`, async () => {
		const {sent} = await open({sshClient: '10.99.0.9'});
		screen.type(input);
		await screen.shows(input === '' ? /would be shut out/ : /Apply all the same/);
		screen.type(keys.interrupt);
		assert.deepEqual(sent, [{type: 'asked-to-leave'}]);
	});
}
