import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import type {ProbeRun} from '../../../../source/probes/probe-result.js';
import {unicodeMarks} from '../../../../source/reports/marks.js';
import {ResultsScreen} from '../../../../source/wizard/screens/results/results-screen.js';
import {LookContext} from '../../../../source/wizard/widgets/look.js';
import {exampleAnswers} from '../../../helpers/recorded-machine.js';
import {keys, mount, until, untilSent} from '../../../helpers/screen.js';
import type {NetworkRecord} from '../../../probes/recorded-network.js';
import {blackholes, faultOf, runOf} from '../../../reports/sample-faults.js';
import {sampleResult} from '../../../reports/sample-results.js';
import {screenOn} from '../open-screen.js';

// A row tried again, and results that were found before.

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

type Opened = {
	readonly network?: NetworkRecord;
	readonly last?: ProbeRun;
	/** Whether all is probed first. */
	readonly isFresh?: boolean;
	/** What a row waits for before it is tried again, by its id. */
	readonly gates?: Readonly<Record<string, Promise<void>>>;
	readonly columns?: number;
	readonly rows?: number;
};

const license = 'license.looker.com';
const silent = blackholes.filter(({destination}) => destination === license);
const https = faultOf('tcp.timeout', {
	...{id: 'https', destination: 'any destination', port: 443, address: null},
	detail: '1 of 2 destinations proven',
});
const bitbucket = sampleResult({
	id: 'bitbucket',
	destination: 'bitbucket.org',
	port: 443,
});
const lastRun = runOf([https, bitbucket, ...silent]);

const open = ({
	network = {},
	last = lastRun,
	isFresh = false,
	gates = {},
	columns = 80,
	rows = 24,
}: Opened = {}) => {
	const {props, sent, machine} = screenOn({network});
	const runs: ProbeRun[] = [];
	screen = mount(
		<LookContext value={{marks: unicodeMarks, columns, rows}}>
			<ResultsScreen
				{...props}
				flow={{
					...props.flow,
					async probeAgain(answers, options) {
						await gates[options.id];
						await props.flow.probeAgain(answers, options);
					},
				}}
				answers={exampleAnswers}
				last={isFresh ? undefined : last}
				onRun={run => runs.push(run)}
				onLeave={() => undefined}
			/>
		</LookContext>,
		{columns, rows},
	);
	return {sent, asked: machine.asked, runs, machine};
};
const here = () => screen.text().split('\n');
const words = () => screen.text().replaceAll(/\s+/g, ' ');
const tries = (asked: readonly string[]) =>
	asked.filter(line => /^(?:dial|time) /.test(line));

/** Points at the first row that has these words. */
async function pointAt(row: string): Promise<void> {
	const rows = here().filter(line => /^ +▸?[✓✗!?○-] /.test(line));
	screen.type(keys.home + keys.down.repeat(rows.findIndex(each => each.includes(row))));
	await screen.shows(/Enter evidence/);
}

test('what was found before is shown without probing, and says when it was', async () => {
	const {asked, runs} = open();
	await screen.shows(/1 of 3 rows proven/);
	assert.match(words(), /As probed on 2026-11-25 at 14:02 UTC/);
	assert.match(words(), /✗ license\.looker\.com 443\/tcp no answer in 3\.5 s/);
	assert.doesNotMatch(words(), /probing/);
	assert.deepEqual(asked, []);
	assert.deepEqual(runs, []);
});

test('P probes all again from there', async () => {
	const {runs} = open();
	await screen.shows(/As probed/);
	screen.type('p');
	await until(
		() => runs.length === 1,
		() => screen.text(),
	);
	await screen.shows(/of 22 rows proven/);
	assert.doesNotMatch(words(), /As probed/);
});

test('T tries a row alone, and the row that it is judged by follows', async () => {
	const {asked, runs} = open();
	await screen.shows(/As probed/);
	await pointAt(license);
	screen.type('t');
	await screen.shows(/3 of 3 rows proven/);
	assert.deepEqual(tries(asked), ['dial 192.0.2.1:443']);
	assert.match(words(), /✓ any destination 443\/tcp 2 of 2 destinations proven/);
	assert.equal(runs.length, 1);
	// The whole list was never probed.
	assert.ok(!asked.includes('save results'));
});

for (const [what, network, words] of [
	['the same', {dials: {'192.0.2.1:443': 'timeout'}}, 'as before'],
	['better', {}, 'now pass'],
] as const) {
	test(`what came of T is told where it is ${what}, until the next key`, async () => {
		open({network});
		await screen.shows(/As probed/);
		await pointAt(license);
		screen.type('t');
		await screen.shows(new RegExp(`Tried again: ${words}`));
		screen.type(keys.up);
		await until(
			() => !/Tried again/.test(screen.text()),
			() => screen.text(),
		);
	});
}

test('the row that was tried stays the one that is pointed at', async () => {
	open();
	await screen.shows(/As probed/);
	await pointAt(license);
	screen.type('t');
	await screen.shows(/3 of 3 rows proven/);
	screen.type(keys.enter);
	await screen.shows(/Known as +looker-license/);
});

test('a row that is being tried says so, and everything else stays usable', async () => {
	const {sent, runs, asked} = open({
		network: {names: {[license]: ['192.0.2.9']}, dials: {'192.0.2.9:443': 'never'}},
	});
	await screen.shows(/As probed/);
	await pointAt(license);
	screen.type('t');
	await screen.shows(/○ license\.looker\.com +443\/tcp +is being tried again/);
	screen.type('t');
	screen.type(keys.up);
	screen.type(keys.enter);
	await screen.shows(/Evidence/);
	screen.type(keys.escape);
	await screen.shows(/is being tried again/);
	await pointAt('bitbucket');
	screen.type('t');
	await until(
		() => runs.length === 1,
		() => screen.text(),
	);
	await screen.shows(/○ license\.looker\.com +443\/tcp +is being tried again/);
	assert.equal(asked.filter(line => line === 'dial 192.0.2.9:443').length, 1);
	screen.type(keys.escape);
	await untilSent(sent);
});

test('of two rows that are tried at the same time the later one does not undo the other', async () => {
	const gate = Promise.withResolvers<void>();
	const [rpms] = blackholes;
	const {runs} = open({
		last: runOf([https, ...silent, ...(rpms ? [rpms] : [])]),
		gates: {'looker-license': gate.promise},
	});
	await screen.shows(/0 of 3 rows proven/);
	await pointAt(license);
	screen.type('t');
	await screen.shows(/license\.looker\.com +443\/tcp +is being tried again/);
	await pointAt('rpms.remirepo.net');
	screen.type('t');
	await screen.shows(/✓ rpms\.remirepo\.net/);
	gate.resolve();
	await screen.shows(/3 of 3 rows proven/);
	assert.match(words(), /✓ rpms\.remirepo\.net 443\/tcp TLS/);
	assert.equal(runs.length, 2);
});

test('P gives up what is being tried', async () => {
	const {asked, runs} = open({
		network: {names: {[license]: ['192.0.2.9']}, dials: {'192.0.2.9:443': 'never'}},
	});
	await screen.shows(/As probed/);
	await pointAt(license);
	screen.type('t');
	await screen.shows(/is being tried again/);
	screen.type('p');
	await until(
		() => asked.includes('given up 192.0.2.9:443'),
		() => asked.join('\n'),
	);
	await screen.shows(/of 22 rows proven/);
	assert.doesNotMatch(words(), /is being tried again/);
	assert.deepEqual(runs, []);
});

test('leaving the screen gives up what is being tried', async () => {
	const {asked} = open({
		network: {names: {[license]: ['192.0.2.9']}, dials: {'192.0.2.9:443': 'never'}},
	});
	await screen.shows(/As probed/);
	await pointAt(license);
	screen.type('t');
	await screen.shows(/is being tried again/);
	screen.unmount();
	await until(
		() => asked.includes('given up 192.0.2.9:443'),
		() => asked.join('\n'),
	);
});

test('a run over the whole list is kept with what was tried again', async () => {
	const {asked, runs, machine} = open({isFresh: true});
	await until(
		() => runs.length === 1,
		() => screen.text(),
	);
	await screen.shows(/Enter evidence/);
	screen.type(keys.end);
	screen.type('t');
	await until(
		() => asked.filter(line => line === 'save results').length === 2,
		() => asked.join('\n'),
	);
	assert.deepEqual(await machine.results.read(), runs[1]);
});

test('keys that come in one go act on the row that is reached by them', async () => {
	const {asked} = open({network: {names: {[license]: ['192.0.2.9']}}});
	await screen.shows(/As probed/);
	screen.type(keys.down);
	screen.type('t');
	await screen.shows(/3 of 3 rows proven/);
	assert.deepEqual(tries(asked), ['dial 192.0.2.9:443']);
});

test('P and M in one go leave nobody before an empty screen', async () => {
	const {runs} = open();
	await screen.shows(/As probed/);
	screen.type('pm');
	await until(
		() => runs.length === 1,
		() => screen.text(),
	);
	await screen.shows(/rows proven|Message/);
});

test('M is the message to whoever must act on the row, with all that is theirs', async () => {
	open({last: runOf([...blackholes, faultOf('tcp.refused')])});
	await screen.shows(/M message/);
	screen.type('m');
	await screen.shows(/For the network team, as it can be mailed/);
	screen.type(keys.end);
	await screen.shows(/license\.looker\.com/);
	screen.type(keys.escape);
	await screen.shows(/M message/);
	await pointAt('mssql');
	screen.type('m');
	await screen.shows(/For whoever runs mssql\.uni\.edu, as it can be mailed/);
	assert.match(words(), /Please start the service/);
});

test('nobody is written to about a row that is proven', async () => {
	open();
	await screen.shows(/As probed/);
	await pointAt('bitbucket');
	await screen.shows(/T try . P probe again/);
	assert.doesNotMatch(here().at(-1) ?? '', /M message/);
	screen.type('m');
	await screen.shows(/As probed/);
	assert.doesNotMatch(words(), /as it can be mailed/);
});

test('the evidence ends with what to say to whoever must act', async () => {
	open();
	await screen.shows(/As probed/);
	await pointAt(license);
	screen.type(keys.enter);
	await screen.shows(/Verdict/);
	screen.type(keys.end);
	await screen.shows(/What to say to the network team[\s\S]*protocol of the service/);
});

test('? tells what the verdicts and the parties mean, and what each key does', async () => {
	open({columns: 132, rows: 60});
	await screen.shows(/As probed/);
	screen.type('?');
	await screen.shows(/✗ fail +it does not work/);
	for (const wanted of [
		/unprovable +cannot be proven from here/,
		/network team +firewalls/,
		/vendor +the list itself/,
		/T +tries the row again/,
		/C +shows what fails as a QR code/,
	]) {
		assert.match(screen.text(), wanted);
	}
});

test('/ searches in the rows', async () => {
	open({last: runOf(blackholes)});
	await screen.shows(/As probed/);
	screen.type('/');
	await screen.shows(/Find/);
	screen.type('looker');
	await screen.shows(/1 of 1/);
	screen.type(keys.escape);
	await until(
		() => !/Find/.test(screen.text()),
		() => screen.text(),
	);
	screen.type(keys.enter);
	await screen.shows(/Known as +looker-license/);
});

test('V shows all the results plainly', async () => {
	open();
	await screen.shows(/As probed/);
	screen.type('v');
	await screen.shows(/Probed 2026-11-25 14:02:11 UTC[\s\S]*Press Enter to go back/);
});

test('S saves all the results', async () => {
	const {asked} = open();
	await screen.shows(/As probed/);
	screen.type('s');
	await screen.shows(/Save as \/root\/analytics-setup-results-2026-11-22\.txt/);
	screen.type('\r');
	await screen.shows(/Saved in/);
	assert.ok(asked.includes('save document /root/analytics-setup-results-2026-11-22.txt'));
});

test('C shows what fails as a code', async () => {
	open();
	await screen.shows(/As probed/);
	screen.type('c');
	await screen.shows(/What fails[\s\S]*Esc back/);
});

test('where nothing fails, it feels like an end', async () => {
	open({last: runOf([sampleResult(), bitbucket])});
	await screen.shows(
		/All 2 rows are proven\. Nothing is left to do: this server is ready\./,
	);
});

test('where others must connect, it says that this is what is left', async () => {
	const viewers = faultOf('inbound.not-seen', {id: 'viewers', direction: 'inbound'});
	open({last: runOf([bitbucket, viewers])});
	await screen.shows(/What is left\s+is\s+for\s+others\s+to\s+try: press W/);
});

for (const [columns, rows] of [
	[80, 24],
	[60, 20],
	[132, 50],
] as const) {
	test(`at ${columns}x${rows} the footer is whole, with help and a way out`, async () => {
		open({columns, rows, last: runOf([faultOf('tcp.refused'), bitbucket])});
		await screen.shows(/L log in/);
		const footer = here().at(-1) ?? '';
		assert.match(footer, /\? help/);
		assert.match(footer, /Q leave$/);
		assert.ok(footer.length <= columns && !footer.includes('…'), footer);
	});
}
