import assert from 'node:assert/strict';
import {afterEach, suite, test} from 'node:test';
import type {Draft} from '../../../../source/answers/schema.js';
import type {WizardEvent} from '../../../../source/wizard/progress.js';
import {StepScreen} from '../../../../source/wizard/screens/step/step-screen.js';
import {steps} from '../../../../source/wizard/steps/index.js';
import {keys, mount, pasted, until} from '../../../helpers/screen.js';
import {exampleDraft, screenOn} from '../open-screen.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

const open = (
	id: string,
	draft: Draft = {},
	sshClient?: string,
): readonly WizardEvent[] => {
	const step = steps.find(each => each.id === id) ?? assert.fail(id);
	const record = sshClient === undefined ? {} : {sshClient};
	const {props, sent} = screenOn(record, draft);
	const place = {at: 'step', step} as const;
	const progress = {...props.progress, place};
	screen = mount(<StepScreen {...props} step={step} progress={progress} />);
	return sent;
};
const answersIn = (sent: readonly WizardEvent[]) =>
	sent.flatMap(event => (event.type === 'answered' ? [event.patch] : []));
/** The screen as one line, however its words were broken. */
const words = () => screen.text().replaceAll(/[\s│]+/g, ' ');

suite('the page for viewers', () => {
	test('says what it asks, what for, and which row it feeds', async () => {
		open('viewers');
		await screen.shows(/Which networks do the Analytics viewers use\?/);
		assert.match(words(), /9999\/tcp/);
		assert.match(words(), /vendor's list: 9999 TCP inbound/);
		assert.match(words(), /for example 10\.20\.0\.0\/16/);
		assert.match(words(), /nothing applied/);
	});

	test('takes a network and its Enter in one chunk', async () => {
		const sent = open('viewers');
		screen.type('10.20.0.0/16\r');
		await screen.shows(/10\.20\.0\.0\/16 +65,536 addresses/);
		screen.type('\r');
		assert.deepEqual(answersIn(sent), [{viewers: {subnets: ['10.20.0.0/16']}}]);
	});

	test('takes a paste of many', async () => {
		open('viewers');
		screen.type(pasted('10.20.0.0/16\n10.24.8.0/22 # library\n2001:db8:20::/48\n'));
		await screen.shows(/10\.24\.8\.0\/22 +1,024 addresses\s+2001:db8:20::\/48 +IPv6/);
	});

	test('tells what is wrong while it is typed', async () => {
		open('viewers');
		screen.type('10.20.0.0/33');
		await screen.shows(/at most \/32/);
		screen.type(keys.backspace + keys.backspace);
		screen.type('16');
		await screen.shows(/65,536 addresses/);
		assert.doesNotMatch(words(), /at most/);
	});

	test('tells what a host address with a prefix is taken for', async () => {
		open('viewers');
		screen.type('10.20.4.1/16');
		await screen.shows(/read as 10\.20\.0\.0\/16/);
	});

	for (const [where, input] of [
		['while it is typed', '10.20.0.0/255.0.255.0'],
		['in the list', '10.20.0.0/255.0.255.0\r'],
	] as const) {
		test(`a long fault can be read to its end ${where}`, async () => {
			open('viewers');
			screen.type(input);
			await screen.shows(/write the mask/);
			assert.match(words(), /for example \/24 for 255\.255\.255\.0/);
			assert.match(words(), /▸? ?10\.20\.0\.0\/255\.0\.255\.0 /);
		});
	}

	test('does not go on while an entry is wrong', async () => {
		const sent = open('viewers');
		screen.type('10.20.0.0/33\r\r');
		await screen.shows(/at most \/32/);
		assert.deepEqual(answersIn(sent), []);
	});

	test('lets an entry be removed and another be corrected', async () => {
		const sent = open('viewers', {viewers: {subnets: ['10.1.0.0/16', '10.2.0.0/16']}});
		screen.type(keys.up);
		await screen.shows(/Del remove/);
		screen.type(keys.delete);
		screen.type(keys.up + keys.enter);
		screen.type(keys.backspace.repeat(2));
		screen.type(`24\r${keys.tab}\r`);
		assert.deepEqual(answersIn(sent), [{viewers: {subnets: ['10.1.0.0/24']}}]);
	});

	test('says that the SSH client need not be among the viewers', async () => {
		open('viewers', exampleDraft, '10.40.0.7');
		await screen.shows(/connected from 10\.40\.0\.7/);
		assert.match(words(), /That is fine: SSH is asked about under Support/);
	});
});

suite('the page for SSH', () => {
	test('warns the SSH client that it would lock itself out', async () => {
		open('support', {}, '10.40.0.7');
		await screen.shows(/connected from 10\.40\.0\.7/);
		assert.match(words(), /could not log in again/);
	});

	test('and stops when the client is among the sources', async () => {
		open('support', {}, '10.40.0.7');
		await screen.shows(/connected from 10\.40\.0\.7/);
		screen.type(`${keys.enter}10.40.0.0/24\r`);
		await screen.shows(/256 addresses/);
		assert.doesNotMatch(words(), /connected from/);
	});

	test('does not let SSH be open for nobody', async () => {
		const sent = open('support');
		screen.type('\r\r');
		await screen.shows(/nobody is named/);
		assert.deepEqual(answersIn(sent), []);
	});

	test('closing it hides the sources, and they are kept', async () => {
		const sent = open('support', exampleDraft);
		await screen.shows(/10\.40\.0\.0\/24/);
		screen.type(keys.down);
		await screen.shows(/▸ closed for everybody/);
		assert.doesNotMatch(words(), /10\.40\.0\.0/);
		screen.type('\r');
		assert.deepEqual(answersIn(sent), [
			{support: {enabled: false, sources: ['10.40.0.0/24']}},
		]);
	});
});

test('Enter, Enter at once answers only this page', () => {
	const sent = open('server');
	screen.type('\r\r');
	assert.deepEqual(answersIn(sent).slice(0, 1), [
		{server: {hostname: 'analytics.uni.edu'}},
	]);
	assert.ok(sent.every(event => event.type !== 'answered' || event.step.id === 'server'));
});

test('a fault in an earlier field is gone back to', async () => {
	open('sql', exampleDraft);
	screen.type(keys.clear + keys.enter.repeat(4));
	await screen.shows(/✗ .*needed/);
	screen.type('db.uni.edu');
	await screen.shows(/Host +db\.uni\.edu/);
});

test('what is being typed in a list is not lost on the way to the next field', () => {
	const sent = open('time', exampleDraft);
	screen.type('ntp.uni.edu');
	screen.type(keys.down);
	screen.type('\r\r');
	const [patch] = answersIn(sent);
	assert.ok(patch?.time?.servers.includes('ntp.uni.edu'), JSON.stringify(patch));
});

for (const [key, type] of [
	[keys.escape, 'went-back'],
	[keys.interrupt, 'asked-to-leave'],
] as const) {
	test(`${JSON.stringify(key)} says "${type}", and what was typed is told before`, async () => {
		const sent = open('server', {});
		screen.type('x');
		await screen.shows(/analytics\.uni\.edux/);
		screen.type(key);
		await until(
			() => sent.some(event => event.type === type),
			() => `never sent ${type}`,
		);
		const typed = sent.find(event => event.type === 'typed');
		assert.deepEqual(typed?.values, {'server.hostname': 'analytics.uni.edux'});
	});
}

for (const [id, port] of [
	['viewers', '9999/tcp'],
	['servers', '19999/tcp'],
] as const) {
	test(`the page for ${id} says what an empty list means until something is named`, async () => {
		open(id);
		await screen.shows(new RegExp(`\\(${port}\\) while nothing is named\\s+here`));
		screen.type('10.20.0.0/16\r');
		await screen.shows(/65,536 addresses/);
		assert.doesNotMatch(words(), /while nothing is named/);
	});
}

suite('the help of a page', () => {
	test('? opens it, and Esc leads back to what was being typed', async () => {
		open('viewers');
		screen.type('10.20.0');
		await screen.shows(/10\.20\.0/);
		screen.type('?');
		await screen.shows(/A firewall rule says from where a connection may come/);
		assert.match(words(), /Help/);
		screen.type(keys.end);
		await screen.shows(/Retrieving content to be embedded/);
		screen.type(keys.escape);
		await screen.shows(/Which networks do the Analytics viewers use\?/);
		screen.type('.0/16\r');
		await screen.shows(/10\.20\.0\.0\/16 +65,536 addresses/);
	});

	test('Esc closes it, also when Ctrl-U comes in the same chunk', async () => {
		open('server', {});
		screen.type('?');
		await screen.shows(/Viewers open this name/);
		screen.type(keys.escape + keys.clear);
		await screen.shows(/What is the name/);
	});

	test('a pasted question mark is an answer, and told as a fault', async () => {
		open('server', {});
		screen.type(keys.clear);
		screen.type(pasted('analytics?.uni.edu'));
		await screen.shows(/analytics\?\.uni\.edu/);
	});

	test('Ctrl-C in it asks whether to leave', async () => {
		const sent = open('mail');
		screen.type('?');
		await screen.shows(/hands them to a relay/);
		screen.type(keys.interrupt);
		await until(
			() => sent.some(({type}) => type === 'asked-to-leave'),
			() => screen.text(),
		);
	});
});
