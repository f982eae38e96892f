import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {Failure} from '../../../../source/failure.js';
import type {ProbeRun} from '../../../../source/probes/probe-result.js';
import {
	asciiMarks,
	consoleMarks,
	type Marks,
	unicodeMarks,
} from '../../../../source/reports/marks.js';
import {messageFor} from '../../../../source/reports/message-for.js';
import type {Party} from '../../../../source/reports/party.js';
import {MessageScreen} from '../../../../source/wizard/screens/results/message-screen.js';
import {LookContext} from '../../../../source/wizard/widgets/look.js';
import {ScrollbackContext} from '../../../../source/wizard/widgets/scrollback.js';
import {type MachineRecord, recordedMachine} from '../../../helpers/recorded-machine.js';
import {keys, mount, pasted, until} from '../../../helpers/screen.js';
import {blackholes, runOf, server} from '../../../reports/sample-faults.js';

const network: Party = {owner: 'network'};
const path = '/root/analytics-setup-network-2026-11-22.txt';

type Opened = {
	readonly record?: MachineRecord;
	readonly run?: ProbeRun;
	readonly columns?: number;
	readonly rows?: number;
	readonly marks?: Marks;
};

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

function open({
	record,
	run = runOf(blackholes),
	columns = 80,
	rows = 24,
	marks = unicodeMarks,
}: Opened = {}) {
	const machine = recordedMachine(record);
	const events: string[] = [];
	const printed: string[] = [];
	screen = mount(
		<LookContext value={{marks, columns, rows}}>
			<ScrollbackContext
				value={text => {
					printed.push(text);
					return () => printed.push('back');
				}}
			>
				<MessageScreen
					{...{party: network, run, server, machine}}
					status="analytics.uni.edu"
					onClose={() => events.push('closed')}
					onLeave={() => events.push('left')}
				/>
			</ScrollbackContext>
		</LookContext>,
		{columns, rows},
	);
	return {asked: machine.asked, events, printed};
}

const words = () => screen.text().replaceAll(/\s+/g, ' ');
const saves = (asked: readonly string[]) =>
	asked.filter(line => line.startsWith('save document'));

test('the message stands there as it is mailed, and its keys below', async () => {
	open();
	await screen.shows(/C QR code . S save . V plain text . ↑↓ move . Esc back$/);
	assert.match(words(), /For the network team, as it can be mailed/);
	assert.match(words(), /1?\.? ?Please permit the following on every firewall/);
	screen.type(keys.end);
	await screen.shows(/speaks the\s+protocol of the service\./);
});

for (const [columns, rows] of [
	[80, 24],
	[60, 20],
] as const) {
	test(`at ${columns}x${rows} all of the message can be read`, async () => {
		open({columns, rows});
		await screen.shows(/Esc back/);
		const text = messageFor(network, runOf(blackholes), server);
		const seen: string[] = [];
		for (;;) {
			assert.doesNotMatch(screen.text(), /…/);
			seen.push(...screen.text().split(/\s+/));
			const [, first, last, all] =
				/Lines (\d+) to (\d+) of (\d+)/.exec(screen.text()) ?? assert.fail(screen.text());
			if (last === all) {
				break;
			}

			screen.type(keys.down);
			await screen.shows(new RegExp(`Lines ${Number(first) + 1} to`));
		}

		const words = text.split(/\s+/);
		assert.deepEqual(
			words.filter(word => !seen.includes(word)),
			[],
		);
	});
}

test('S asks where to, and saves there', async () => {
	const {asked, events} = open();
	screen.type('s');
	await screen.shows(/Save as \/root\/analytics-setup-network-2026-11-22\.txt/);
	screen.type('\r');
	await screen.shows(/Saved in \/root\/analytics-setup-network-2026-11-22\.txt/);
	assert.deepEqual(saves(asked), [`save document ${path}`]);
	assert.deepEqual(events, []);
});

test('another path can be typed, and its letters are no commands', async () => {
	const {asked} = open();
	screen.type('s');
	await screen.shows(/Save as/);
	screen.type(`${keys.clear}~/vcs.txt`);
	screen.type('\r');
	await screen.shows(/Saved in/);
	assert.deepEqual(saves(asked), ['save document ~/vcs.txt']);
});

test('Esc saves nothing, and an empty path is not taken', async () => {
	const {asked, events} = open();
	screen.type('s');
	await screen.shows(/Save as/);
	screen.type(`${keys.clear}\r`);
	screen.type(keys.escape);
	await until(
		() => !/Save as/.test(screen.text()),
		() => screen.text(),
	);
	assert.deepEqual(saves(asked), []);
	assert.deepEqual(events, []);
});

for (const [answer, wanted, times] of [
	['yes\r', /Saved in/, 2],
	['YES\r', /Saved in/, 2],
	['\r', /Not saved: \/root\/\S+ stays as it was/, 1],
	['y\r', /Not saved/, 1],
] as const) {
	test(`a file is replaced only after a yes: ${JSON.stringify(answer)}`, async () => {
		const {asked} = open({record: {documents: {[path]: 'old'}}});
		screen.type('s');
		await screen.shows(/Save as/);
		screen.type('\r');
		await screen.shows(/There is such a file\. Replace it\?/);
		screen.type(answer);
		await screen.shows(wanted);
		assert.equal(saves(asked).length, times);
	});
}

test('what keeps it from being saved is told in a sentence', async () => {
	const documentFailure = new Failure(
		'file.failed',
		'"/root/x" could not be written: the disk is full.',
	);
	open({record: {documentFailure}});
	screen.type('s');
	await screen.shows(/Save as/);
	screen.type('\r');
	await screen.shows(/could not be written: the disk is full\./);
});

test('V prints the text plainly, and Enter comes back', async () => {
	const {printed, events} = open();
	screen.type('v');
	await until(
		() => printed.length > 0,
		() => screen.text(),
	);
	const text = messageFor(network, runOf(blackholes), server);
	assert.deepEqual(printed, [`${text}\nPress Enter to go back.\n`]);
	screen.type('\r');
	await screen.shows(/C QR code/);
	assert.deepEqual(printed.slice(1), ['back']);
	assert.deepEqual(events, []);
});

test('Ctrl-C in the plain text brings the screen back before it asks', async () => {
	const {printed, events} = open();
	screen.type('v');
	await until(
		() => printed.length > 0,
		() => screen.text(),
	);
	screen.type(keys.interrupt);
	await until(
		() => printed.length === 2,
		() => printed.join('\n'),
	);
	assert.deepEqual(events, ['left']);
});

test('C shows codes, one after the other, and Esc comes back', async () => {
	const {events} = open();
	screen.type('c');
	await screen.shows(/Code 1 of \d/);
	screen.type(keys.right);
	await screen.shows(/Code 2 of \d/);
	screen.type(keys.left);
	screen.type(keys.left);
	await screen.shows(/Code 1 of \d/);
	assert.ok(screen.text().split('\n').length <= 24);
	screen.type(keys.escape);
	await screen.shows(/C QR code/);
	assert.deepEqual(events, []);
});

test('a larger window needs one code only', async () => {
	open({columns: 132, rows: 50});
	screen.type('c');
	await screen.shows(/Point the camera of/);
	assert.doesNotMatch(words(), /Code 1 of/);
	assert.match(words(), /Esc back$/);
});

test('without block characters it says so, and names the other ways', async () => {
	open({marks: asciiMarks});
	screen.type('c');
	await screen.shows(/No code fits here \(80 by 24\)/);
	assert.match(words(), /S saves the text to a file, V shows it as plain text/);
	assert.match(screen.text(), /^[\n -~]*$/);
});

test("the kernel's own console has the block characters of a code", async () => {
	open({marks: consoleMarks, rows: 25});
	screen.type('c');
	await screen.shows(/Code 1 of \d[\s\S]*left\/right other codes \| Esc back$/);
});

test('without block characters a large window still has room for codes', async () => {
	open({marks: asciiMarks, columns: 132, rows: 50});
	screen.type('c');
	await screen.shows(/Code 1 of \d/);
	assert.match(screen.text(), /^[\n -~]*$/);
});

test('a paste is no command', async () => {
	const {asked, printed} = open();
	screen.type(pasted('vsc'));
	screen.type(keys.down);
	await screen.shows(/Esc back/);
	assert.deepEqual(printed, []);
	assert.doesNotMatch(words(), /Save as|Code 1/);
	assert.deepEqual(saves(asked), []);
});

for (const key of [keys.escape, keys.enter]) {
	test(`${JSON.stringify(key)} closes it`, async () => {
		const {events} = open();
		screen.type(key);
		await until(
			() => events.length > 0,
			() => screen.text(),
		);
		assert.deepEqual(events, ['closed']);
	});
}
