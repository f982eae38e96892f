import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {render} from 'ink-testing-library';
import {unicodeMarks} from '../../../../source/reports/marks.js';
import {KnocksScreen} from '../../../../source/wizard/screens/knocks/knocks-screen.js';
import {LookContext} from '../../../../source/wizard/widgets/look.js';
import {exampleAnswers, type MachineRecord} from '../../../helpers/recorded-machine.js';
import {keys, mount, until} from '../../../helpers/screen.js';
import {asInEffect, probeContext} from '../../../probes/probe-context.js';
import {addressOf} from '../../../probes/recorded-network.js';
import {screenOn} from '../open-screen.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

const inEffect = asInEffect()(await probeContext().policy);
const knock = (address: string, letIn: number, tries = letIn) => ({
	...{port: 9999, address: addressOf(address), tries, letIn, passedOn: 0},
});
const viewer = knock('10.20.0.7', 1);
const stranger = knock('10.99.0.9', 0, 3);
const knocks = [{knocks: [viewer, stranger], fullPorts: []}];

const open = (record: MachineRecord = {}, {columns = 80, rows = 24} = {}) => {
	const {props, sent, machine} = screenOn({inEffect, ...record});
	screen = mount(
		<LookContext value={{marks: unicodeMarks, columns, rows}}>
			<KnocksScreen {...props} answers={exampleAnswers} />
		</LookContext>,
	);
	return {sent, asked: machine.asked};
};
const words = () => screen.text().replaceAll(/\s+/g, ' ');

test('tells what to run on each side, and that nobody has come yet', async () => {
	open();
	await screen.shows(/nobody has knocked yet/);
	assert.match(
		words(),
		/Run this over there, with PowerShell \(10\.10\.0\.10 does instead of the name\):/,
	);
	assert.match(
		words(),
		/On a viewer's PC \(9999\/tcp\) Test-NetConnection analytics\.uni\.edu -Port 9999/,
	);
	assert.match(words(), /On an AppsAnywhere server .* -Port 19999/);
	assert.match(words(), /On the support jump host .* -Port 22/);
});

for (const [name, input, line] of [
	['Tab shows the next tool', keys.tab, /telnet:\/\/analytics\.uni\.edu:9999/],
	['so does the arrow to the right', keys.right, /telnet:\/\/analytics/],
	['the arrow to the left goes back', keys.left, /nc -v -z -w 5 analytics\.uni\.edu/],
	['and so round and round', keys.tab.repeat(3), /Test-NetConnection/],
] as const) {
	test(name, async () => {
		open();
		await screen.shows(/Test-NetConnection/);
		screen.type(input);
		await screen.shows(line);
	});
}

test('? tells what to make of silence, and the watch goes on meanwhile', async () => {
	open({knocks});
	await screen.shows(/10\.20\.0\.7/);
	screen.type('?');
	await screen.shows(/Where nobody is seen although somebody tries/);
	screen.type(keys.escape);
	await screen.shows(/10\.20\.0\.7/);
});

test('tells who knocked, whether they got in, and what to do', async () => {
	open({knocks});
	await screen.shows(/✗ \d\d:\d\d:\d\d 10\.99\.0\.9 9999\/tcp refused by the rules/);
	assert.match(words(), /\(3 tries\)/);
	assert.match(
		words(),
		/add it under "Viewers" \(viewers\.subnets\) and apply\. .*! \d\d:\d\d:\d\d 10\.20\.0\.7 9999\/tcp let in by the rule "viewers"/,
	);
});

test('whoever comes again stands first, and once', async () => {
	open({
		knocks: [
			{knocks: [viewer, stranger], fullPorts: []},
			{knocks: [knock('10.20.0.7', 2), stranger], fullPorts: []},
		],
	});
	await screen.shows(/10\.20\.0\.7[\s\S]*\(2 tries\)[\s\S]*10\.99\.0\.9/);
	assert.equal(screen.text().match(/10\.20\.0\.7 9999/g)?.length, 1);
});

test('the space bar has ports answered on which no program listens, and again ends that', async () => {
	const {asked} = open({taken: [19_999]});
	await screen.shows(/Space answer/);
	screen.type(' ');
	await screen.shows(/9999\/tcp is answered here for a test[\s\S]*Space stop answering/);
	assert.match(words(), /19999\/tcp is answered by a program that runs there already/);
	screen.type(' ');
	await screen.shows(/9999\/tcp is not answered here any more/);
	assert.ok(asked.includes('close 9999'));
	assert.ok(!asked.includes('answer on 22'));
});

test('Esc goes back, and leaving the screen ends the watch', async () => {
	const {sent, asked} = open();
	await screen.shows(/nobody has knocked yet/);
	screen.type(keys.escape);
	await until(
		() => sent.length > 0,
		() => 'nothing was sent',
	);
	assert.deepEqual(sent, [{type: 'went-back'}]);
	screen.unmount();
	await until(
		() => asked.includes('stop knocks'),
		() => asked.join(', '),
	);
});

test('Ctrl-C asks whether to leave', async () => {
	const {sent} = open();
	await screen.shows(/nobody has knocked yet/);
	screen.type(keys.interrupt);
	assert.deepEqual(sent, [{type: 'asked-to-leave'}]);
});

test('without root or nftables it says what is needed', async () => {
	open({backend: 'files'});
	await screen.shows(/Seeing who knocks needs root and nftables/);
	assert.match(words(), /Run the same command as root/);
});

test('many who knocked are scrolled, and no line is longer than the window', async () => {
	const many = Array.from({length: 60}, (_, index) => knock(`10.99.1.${index}`, 0, 1));
	open({knocks: [{knocks: many, fullPorts: []}]}, {columns: 60, rows: 20});
	await screen.shows(/Lines 1 to \d+ of \d+/);
	screen.type(keys.end);
	await screen.shows(/10\.99\.1\.0 9999/);
	for (const line of screen.text().split('\n')) {
		assert.ok(line.length <= 60, line);
	}
});

test('nothing is drawn while nothing happens', async () => {
	const {props, machine} = screenOn({inEffect, knocks});
	const reads = () => machine.asked.filter(each => each === 'read knocks').length;
	const {frames, lastFrame, unmount} = render(
		<KnocksScreen {...props} answers={exampleAnswers} />,
	);
	await until(
		() => lastFrame()?.includes('10.20.0.7') === true,
		() => lastFrame() ?? '',
	);
	const first = reads();
	const drawn = frames.length;
	await until(
		() => reads() > first + 1,
		() => 'nobody was looked for',
	);
	assert.equal(frames.length, drawn);
	unmount();
});
