import assert from 'node:assert/strict';
import {afterEach, suite, test} from 'node:test';
import type {WizardEvent} from '../../../../source/wizard/progress.js';
import {StepScreen} from '../../../../source/wizard/screens/step/step-screen.js';
import {viewers} from '../../../../source/wizard/steps/viewers.js';
import {keys, mount, pasted, until} from '../../../helpers/screen.js';
import {screenOn} from '../open-screen.js';

const undo = '\u001A';
const openFile = '\u000F';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

const open = (
	subnets: readonly string[] = [],
	files: Readonly<Record<string, string | Promise<string>>> = {},
): readonly WizardEvent[] => {
	const {props, sent} = screenOn({files}, {viewers: {subnets: [...subnets]}});
	const progress = {...props.progress, place: {at: 'step', step: viewers} as const};
	screen = mount(<StepScreen {...props} step={viewers} progress={progress} />);
	return sent;
};
const networks = (count: number) =>
	Array.from({length: count}, (_, index) => `10.${index >> 8}.${index & 255}.0/24`);
const hasSent = (sent: readonly WizardEvent[], type: WizardEvent['type']) =>
	sent.some(event => event.type === type);
/** The values that the page told last. */
const told = (sent: readonly WizardEvent[]) =>
	sent
		.flatMap(event => (event.type === 'typed' ? [event.values['viewers.subnets']] : []))
		.at(-1);

suite('an entry is changed where it stands', () => {
	test('its keys are in the footer, and Enter puts it back', async () => {
		const sent = open(['10.1.0.0/16', '10.2.0.0/16']);
		await screen.shows(/10\.2\.0\.0/);
		screen.type(keys.up + keys.up);
		await screen.shows(
			/▸ 10\.1\.0\.0\/16[\s\S]*Enter edit · Del remove · Ctrl-O file · \/ search/,
		);
		screen.type(keys.enter);
		await screen.shows(/Enter put back · Esc back/);
		screen.type(keys.backspace.repeat(2));
		screen.type('20');
		await screen.shows(/▸ 10\.1\.0\.0\/20 +4,096 addresses\s+10\.2\.0\.0/);
		screen.type(keys.enter);
		await screen.shows(/Enter edit/);
		assert.deepEqual(told(sent), ['10.1.0.0/20', '10.2.0.0/16']);
	});

	test('Esc keeps it as it was, and only the next Esc leaves the page', async () => {
		const sent = open(['10.1.0.0/16']);
		await screen.shows(/10\.1\.0\.0/);
		screen.type(keys.up + keys.enter);
		screen.type('7');
		await screen.shows(/▸ 10\.1\.0\.0\/167/);
		screen.type(keys.escape);
		await screen.shows(/▸ 10\.1\.0\.0\/16 [\s\S]*Enter edit/);
		assert.ok(!hasSent(sent, 'went-back'));
		screen.type(keys.escape);
		await until(() => hasSent(sent, 'went-back'), screen.text);
	});

	test('what is wrong with it is said while it is changed', async () => {
		open(['10.1.0.0/16', '10.2.0.0/16']);
		await screen.shows(/10\.2\.0\.0/);
		screen.type(keys.up + keys.up + keys.enter);
		screen.type('0');
		await screen.shows(/✗ "10\.1\.0\.0\/160": an IPv4 prefix is at most \/32/);
		screen.type(keys.backspace);
		await screen.shows(/65,536 addresses/);
		assert.doesNotMatch(screen.text(), /at most/);
	});
});

test('Ctrl-Z brings back what was removed', async () => {
	const sent = open(['10.1.0.0/16', '10.2.0.0/16']);
	await screen.shows(/10\.2\.0\.0/);
	screen.type(keys.up + keys.up);
	screen.type(keys.delete + keys.delete);
	await screen.shows(/▸ +for example/);
	screen.type(undo + undo);
	await screen.shows(/▸ 10\.1\.0\.0\/16[\s\S]*10\.2\.0\.0\/16[\s\S]*Enter edit/);
	assert.deepEqual(told(sent), ['10.1.0.0/16', '10.2.0.0/16']);
});

suite('faults in a list', () => {
	test('Enter leads to the first, and when that is mended to the next', async () => {
		const sent = open();
		const faulty = networks(30).map((text, index) =>
			index % 20 === 5 ? `${text}4` : text,
		);
		screen.type(pasted(faulty.join('\n')));
		await screen.shows(
			/30 entries added, 2 cannot be read \(the first: "10\.0\.5\.0\/244"\)/,
		);
		screen.type(keys.enter);
		await screen.shows(/▸ 10\.0\.5\.0\/244/);
		screen.type(keys.enter);
		screen.type(keys.backspace + keys.enter + keys.tab + keys.enter);
		await screen.shows(/▸ 10\.0\.25\.0\/244/);
		screen.type(keys.enter);
		screen.type(keys.backspace + keys.enter + keys.tab + keys.enter);
		await until(() => hasSent(sent, 'answered'), screen.text);
	});

	test('a list with typing in it is not empty', async () => {
		open();
		screen.type(keys.enter);
		screen.type('10.0.0.0/33');
		await screen.shows(/at most \/32/);
	});
});

suite('searching a list', () => {
	test('goes to the first match while it is typed, and on with Enter', async () => {
		open(networks(1000));
		await screen.shows(/of 1,000 shown/);
		screen.type('/');
		await screen.shows(
			/▸ Find .*Esc ends[\s\S]*Enter next one · ↑↓ move · Esc end the search/,
		);
		screen.type('.77.');
		await screen.shows(/▸ 10\.0\.77\.0\/24[\s\S]*▸ Find \.77\. +1 of 4/);
		screen.type(keys.enter);
		await screen.shows(/▸ 10\.1\.77\.0\/24[\s\S]*2 of 4/);
		screen.type(keys.escape);
		await screen.shows(/▸ 10\.1\.77\.0\/24[\s\S]*Enter edit/);
	});

	test('a slash in what is typed is none', async () => {
		open(['10.1.0.0/16']);
		await screen.shows(/10\.1\.0\.0/);
		screen.type('10.2.0.0');
		screen.type('/');
		screen.type('16');
		await screen.shows(/▸ 10\.2\.0\.0\/16 +65,536 addresses/);
	});

	test('nor one in an entry that is changed', async () => {
		open(['10.1.0.0']);
		await screen.shows(/10\.1\.0\.0/);
		screen.type(keys.up + keys.enter);
		screen.type('/');
		screen.type('16');
		await screen.shows(/▸ 10\.1\.0\.0\/16 +65,536 addresses/);
	});

	test('there is no cursor in the typing line meanwhile', async () => {
		open(['10.1.0.0/16']);
		await screen.shows(/10\.1\.0\.0/);
		screen.type('/');
		await screen.shows(/▸ Find/);
		assert.doesNotMatch(screen.text(), /▸ +for example/);
	});
});

suite('importing a file', () => {
	const files = {
		'/root/viewers.txt': '# viewers\n10.1.0.0/16\n10.9.0.0/16\n10.2.0.0/33\n',
		'/root/vpn.csv': 'Name,Network\nLibrary,10.3.0.0,255.255.0.0\n',
	};

	test('adds what is in it, and says what came of it', async () => {
		const sent = open(['10.9.0.0/16'], files);
		await screen.shows(/Ctrl-O file/);
		screen.type(openFile);
		await screen.shows(
			/▸ File .*Tab completes[\s\S]*Enter read · Tab complete · Esc back/,
		);
		screen.type('/root/viewers.txt');
		screen.type(keys.enter);
		await screen.shows(
			/2 entries added, 1 was there already, 1 cannot be read \(the first:\s+"10\.2/,
		);
		assert.deepEqual(told(sent), ['10.9.0.0/16', '10.1.0.0/16', '10.2.0.0/33']);
	});

	test('reads the networks of a table', async () => {
		const sent = open([], files);
		screen.type(openFile);
		await screen.shows(/▸ File/);
		screen.type('/root/vpn.csv');
		screen.type(keys.enter);
		await screen.shows(/10\.3\.0\.0\/16[\s\S]*1 entry added, 2 other words left out/);
		assert.deepEqual(told(sent), ['10.3.0.0/16']);
	});

	test('Tab completes as far as there is one way, and names the others', async () => {
		open([], files);
		screen.type(openFile);
		await screen.shows(/▸ File/);
		screen.type('/r');
		screen.type(keys.tab);
		await screen.shows(/File \/root\/v +viewers\.txt {2}vpn\.csv/);
		screen.type('p');
		screen.type(keys.tab);
		await screen.shows(/File \/root\/vpn\.csv/);
		screen.type('x');
		screen.type(keys.tab);
		await screen.shows(/nothing begins like this/);
	});

	test('says why a file is not read, and lets its name be corrected', async () => {
		open([], files);
		screen.type(openFile);
		await screen.shows(/▸ File/);
		screen.type('/root/vpn.cs');
		screen.type(keys.enter);
		await screen.shows(/File \/root\/vpn\.cs +There is no such file\./);
		screen.type('v');
		screen.type(keys.enter);
		await screen.shows(/1 entry added/);
	});

	test('Esc leaves the list as it was, with what was being typed', async () => {
		const sent = open(['10.1.0.0/16'], files);
		screen.type('10.2');
		screen.type(openFile);
		await screen.shows(/▸ File/);
		screen.type(keys.escape);
		await screen.shows(/▸ 10\.2$[\s\S]*Esc back/m);
		assert.ok(!hasSent(sent, 'went-back'));
	});

	test('what comes after Esc is not added', async () => {
		const {promise, resolve} = Promise.withResolvers<string>();
		const sent = open(['10.1.0.0/16'], {slow: promise});
		screen.type(openFile);
		await screen.shows(/▸ File/);
		screen.type('slow');
		screen.type(keys.enter);
		await screen.shows(/File slow +reading/);
		screen.type(keys.escape);
		await screen.shows(/Esc back · \? help/);
		resolve('10.7.0.0/16');
		await promise;
		screen.type('10.8.0.0/16\r');
		await screen.shows(/10\.8\.0\.0\/16 +65,536 addresses/);
		assert.deepEqual(told(sent), ['10.1.0.0/16', '10.8.0.0/16']);
	});

	test('what was being typed is an entry when a file has come', async () => {
		const sent = open([], files);
		screen.type('10.2.0.0/16');
		screen.type(openFile);
		await screen.shows(/▸ File/);
		screen.type('/root/vpn.csv');
		screen.type(keys.enter);
		await screen.shows(/1 entry added/);
		assert.deepEqual(told(sent), ['10.2.0.0/16', '10.3.0.0/16']);
	});

	test('Ctrl-C in it asks whether to leave', async () => {
		const sent = open();
		screen.type(openFile);
		await screen.shows(/▸ File/);
		screen.type(keys.interrupt);
		await until(() => hasSent(sent, 'asked-to-leave'), screen.text);
	});
});
