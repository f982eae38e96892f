import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {Failure} from '../../../../source/failure.js';
import type {Flow} from '../../../../source/flow/flow.js';
import type {ProbeRun} from '../../../../source/probes/probe-result.js';
import {asciiMarks} from '../../../../source/reports/marks.js';
import type {Paper} from '../../../../source/wizard/papers.js';
import {DocumentsScreen} from '../../../../source/wizard/screens/documents/documents-screen.js';
import {LookContext} from '../../../../source/wizard/widgets/look.js';
import {paperOptions} from '../../../../source/wizard/words/documents.js';
import {exampleAnswers, type MachineRecord} from '../../../helpers/recorded-machine.js';
import {keys, mount, untilSent} from '../../../helpers/screen.js';
import {blackholes, runOf} from '../../../reports/sample-faults.js';
import {screenOn} from '../open-screen.js';

const run: ProbeRun = runOf(blackholes);

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

type Opened = {
	readonly record?: MachineRecord;
	readonly pointed?: Paper;
	readonly flow?: Partial<Flow>;
	readonly columns?: number;
	readonly rows?: number;
};

const open = ({
	record = {results: run},
	pointed,
	flow,
	columns = 80,
	rows = 24,
}: Opened = {}) => {
	const {props, sent, machine} = screenOn(record);
	screen = mount(
		<LookContext value={{marks: asciiMarks, columns, rows}}>
			<DocumentsScreen
				{...props}
				flow={{...props.flow, ...flow}}
				answers={exampleAnswers}
				pointed={pointed}
			/>
		</LookContext>,
		{columns, rows},
	);
	const saves = () => machine.asked.filter(line => line.startsWith('save document'));
	return {sent, saves};
};
const ready = () => screen.shows(/rows are proven|Nothing is proven/);
const belowTitle = () => screen.text().split('\n').slice(1).join('\n');
const words = () => screen.text().replaceAll(/\s+/g, ' ');

test('every document is listed, and how much of them is proven', async () => {
	open();
	await screen.shows(/\d of \d+ rows are proven, on 2026-11-25 14:02 UTC\./);
	for (const {label} of paperOptions) {
		assert.ok(words().includes(label), label);
	}

	assert.match(words(), /> For the network team/);
	assert.match(words(), /Each connection that the firewalls on the way/);
});

test('without results it says that nothing is proven yet, and that the documents say so', async () => {
	open({record: {}});
	await screen.shows(/Nothing is proven yet, and the documents say so\./);
	screen.type(keys.enter);
	await screen.shows(/For the network team/);
});

for (const [index, {value, label}] of paperOptions.entries()) {
	test(`Enter shows "${label}" as text, and Esc comes back to it`, async () => {
		open();
		await ready();
		screen.type(keys.down.repeat(index) + keys.enter);
		await screen.shows(/S save . up\/down move . \/ search . Esc back$/);
		assert.match(screen.text(), new RegExp(`^.*\n ${label}\n`));
		assert.ok(screen.text().includes(value === 'answers-file' ? '10.20.' : 'uni.edu'));
		screen.type(keys.escape);
		await screen.shows(new RegExp(`> ${label}`));
	});
}

for (const [name, key, shown] of [
	['Enter', keys.enter, /For the database team\n-+\n/],
	['S', 's', /> For the database team[\s\S]*Save as .*-dba-2026-11-22\.html/],
] as const) {
	test(`${name} before the names are known is done as soon as they are`, async () => {
		const {promise, resolve} = Promise.withResolvers<void>();
		const {props} = screenOn({results: run});
		open({
			flow: {
				async siteFor(answers, found) {
					await promise;
					return props.flow.siteFor(answers, found);
				},
			},
		});
		await screen.shows(/Names are being looked up/);
		screen.type(keys.down + key);
		resolve();
		await screen.shows(shown);
	});
}

for (const [name, typed, pointed, path] of [
	[
		'S saves the report for the network team as a page',
		's\r',
		undefined,
		'network-2026-11-22.html',
	],
	[
		'the arrow before it counts, however fast it comes',
		`${keys.down}s\r`,
		undefined,
		'dba-2026-11-22.html',
	],
	['two keys save the answers file', 's\r', 'answers-file', 'answers-2026-11-22.yaml'],
] as const) {
	test(name, async () => {
		const {saves} = open(pointed === undefined ? {} : {pointed});
		await ready();
		screen.type(typed.slice(0, -1));
		await screen.shows(/Save as/);
		screen.type(keys.enter);
		await screen.shows(/Saved in \S+, for its owner only\./);
		assert.deepEqual(saves(), [`save document /root/analytics.uni.edu-${path}`]);
	});
}

test('what is read can be saved, and stays there to be read', async () => {
	const {saves} = open();
	await ready();
	screen.type(keys.enter);
	await screen.shows(/S save/);
	screen.type('s');
	await screen.shows(/Save as/);
	screen.type(`${keys.clear}~/for-them.md\r`);
	await screen.shows(/Saved in ~\/for-them\.md[\s\S]*\/ search/);
	assert.deepEqual(saves(), ['save document ~/for-them.md']);
});

test('what was saved is not told of another document', async () => {
	open();
	await ready();
	screen.type('s');
	await screen.shows(/Save as/);
	screen.type(keys.enter);
	await screen.shows(/Saved in/);
	screen.type(keys.down + keys.enter);
	await screen.shows(/For the database team\n-+\n/);
	assert.doesNotMatch(screen.text(), /Saved in/);
});

test('an ending that says nothing is refused, and the endings are named', async () => {
	const {saves} = open();
	await ready();
	screen.type('s');
	await screen.shows(/Save as/);
	screen.type(`${keys.clear}~/for-them.pdf\r`);
	await screen.shows(/Let the name end in \.html, \.md, \.txt, \.csv or \.json\./);
	assert.deepEqual(saves(), []);
});

test('what keeps them from being put together is told, and Esc goes back', async () => {
	const {sent} = open({
		flow: {
			async siteFor() {
				throw new Failure('command.failed', 'nft does not answer.');
			},
		},
	});
	await screen.shows(/X nft does not answer\.[\s\S]*analytics-setup support-bundle/);
	screen.type('s');
	screen.type(keys.escape);
	await untilSent(sent);
	assert.deepEqual(sent, [{type: 'went-back'}]);
});

test('? tells what each is for, and Esc comes back', async () => {
	open();
	screen.type('?');
	await screen.shows(/Help .*\n Documents for the other teams\n/);
	assert.match(words(), /for people who have never seen this program/);
	screen.type(keys.escape);
	await screen.shows(/S saves it/);
});

test('Ctrl-C asks whether to leave', () => {
	const {sent} = open();
	screen.type(keys.interrupt);
	assert.deepEqual(sent, [{type: 'asked-to-leave'}]);
});

for (const [columns, rows] of [
	[60, 20],
	[80, 24],
	[132, 50],
] as const) {
	test(`at ${columns}x${rows} each can be read to its end, and no line is cut`, async () => {
		open({columns, rows});
		await ready();
		for (const {label} of paperOptions) {
			assert.doesNotMatch(belowTitle(), /…/);
			screen.type(keys.enter);
			await screen.shows(/Esc back$/);
			screen.type(keys.end);
			await screen.shows(/Lines \d+ to (\d+) of \1|^(?![\s\S]*Lines \d)/);
			assert.doesNotMatch(belowTitle(), /…/);
			screen.type(keys.escape);
			await screen.shows(new RegExp(`> ${label}`));
			screen.type(keys.down);
		}
	});
}
