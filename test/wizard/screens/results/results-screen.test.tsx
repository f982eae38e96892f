import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import type {ProbeRun} from '../../../../source/probes/probe-result.js';
import {ResultsScreen} from '../../../../source/wizard/screens/results/results-screen.js';
import {exampleAnswers} from '../../../helpers/recorded-machine.js';
import {keys, mount, pasted, until, untilSent} from '../../../helpers/screen.js';
import type {NetworkRecord} from '../../../probes/recorded-network.js';
import {screenOn} from '../open-screen.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

const open = (network: NetworkRecord = {}) => {
	const {props, sent, machine} = screenOn({network});
	const runs: ProbeRun[] = [];
	const onLeave = () => sent.push({type: 'asked-to-leave'});
	screen = mount(
		<ResultsScreen
			{...props}
			answers={exampleAnswers}
			onRun={run => runs.push(run)}
			onLeave={onLeave}
		/>,
	);
	const ended = () =>
		until(
			() => runs.length > 0,
			() => `never ended\n${screen.text()}`,
		);
	return {sent, asked: machine.asked, runs, ended};
};
const words = () => screen.text().replaceAll(/\s+/g, ' ');
const silentLicense: NetworkRecord = {
	names: {'license.looker.com': ['34.149.1.7'], 'mirrorlist.centos.org': 'nxdomain'},
	dials: {'34.149.1.7:443': 'timeout'},
};

test('rows show as they come, and those to come are named', async () => {
	const {sent, runs} = open({
		names: {'bitbucket.org': ['192.0.2.66']},
		dials: {'192.0.2.66:443': 'never'},
	});
	await screen.shows(/\b1\d of 22 rows proven/);
	assert.match(words(), /probing/);
	assert.match(words(), /For you, on this server/);
	screen.type(keys.end);
	await screen.shows(
		/- smtp\.sendgrid\.net[\s\S]*Being tried[\s\S]*○ bitbucket\.org +443\/tcp/,
	);
	assert.deepEqual(runs, []);
	assert.deepEqual(sent, []);
});

test('what needs somebody stands first, under the name of who must act', async () => {
	const {ended} = open(silentLicense);
	await ended();
	await screen.shows(/\d+ of 22 rows proven/);
	const text = screen.text();
	assert.ok(
		text.indexOf('For you, on this server') < text.indexOf('For your network team'),
	);
	assert.ok(text.indexOf('For your network team') < text.indexOf('For the vendor'));
	assert.match(text, /✗ license\.looker\.com +443\/tcp +no answer in 3\.5 s +11 ms/);
	assert.match(text, /! mirrorlist\.centos\.org +80\/tcp +retired on 2024-07-01/);
	assert.doesNotMatch(text, /probing/);
});

test('under the table stands what to do about the row pointed at', async () => {
	const {ended} = open(silentLicense);
	await ended();
	screen.type(keys.down.repeat(4));
	await until(
		() => /permit 443\/tcp from 10\.10\.0\.10 to license\.looker\.com\./.test(words()),
		() => screen.text(),
	);
});

test('how much is proven, and who must act, can be read whole in the title', async () => {
	const {ended} = open(silentLicense);
	await ended();
	await screen.shows(/\d+ of 22 rows proven/);
	const [title = ''] = screen.text().split('\n');
	assert.ok(!title.includes('…'), title);
});

test('Enter shows the evidence, and Esc closes it again', async () => {
	const {sent, ended} = open(silentLicense);
	await ended();
	screen.type(keys.down.repeat(4));
	screen.type(keys.enter);
	await screen.shows(/Observed/);
	assert.match(words(), /Verdict fail/);
	assert.match(words(), /Observed name: outcome: answered/);
	assert.match(words(), /Esc back/);
	screen.type(keys.escape);
	await screen.shows(/Enter evidence/);
	assert.deepEqual(sent, []);
	screen.type(keys.escape);
	await untilSent(sent);
	assert.deepEqual(sent, [{type: 'went-back'}]);
});

test('every row can be reached, with its group over the first one', async () => {
	const {ended} = open(silentLicense);
	await ended();
	screen.type(keys.end);
	await screen.shows(/Not used[\s\S]*- smtp\.sendgrid\.net/);
	screen.type(keys.home);
	await screen.shows(/For you, on this server/);
	screen.type(keys.pageDown.repeat(3));
	await screen.shows(/Not used/);
});

test('D opens nothing while the rows are being tried', async () => {
	const {sent} = open({
		names: {'bitbucket.org': ['192.0.2.66']},
		dials: {'192.0.2.66:443': 'never'},
	});
	await screen.shows(/probing/);
	screen.type('d');
	assert.deepEqual(sent, []);
});

test('D opens the documents afterwards', async () => {
	const {sent, ended} = open();
	await ended();
	await screen.shows(/rows proven/);
	screen.type('d');
	assert.deepEqual(sent, [{type: 'opened', place: 'documents'}]);
});

test('P probes again, from the beginning', async () => {
	const {asked, ended, runs} = open();
	await ended();
	const before = asked.length;
	screen.type('P');
	await until(
		() => runs.length === 2,
		() => screen.text(),
	);
	assert.equal(asked.length, 2 * before);
	await screen.shows(/of 22 rows proven/);
});

test('P does nothing while the probes are still on', async () => {
	const {asked} = open({
		names: {'bitbucket.org': ['192.0.2.66']},
		dials: {'192.0.2.66:443': 'never'},
	});
	await screen.shows(/\b1\d of 22 rows/);
	const before = asked.length;
	screen.type('p');
	screen.type(keys.end);
	await screen.shows(/\b1\d of 22 rows/);
	assert.equal(asked.length, before);
});

test('a paste is no command', async () => {
	const {ended, runs, sent} = open();
	await ended();
	screen.type(pasted('q'));
	screen.type(pasted('p'));
	await screen.shows(/of 22 rows/);
	assert.deepEqual(sent, []);
	assert.equal(runs.length, 1);
});

for (const key of ['q', 'Q', keys.interrupt]) {
	test(`${JSON.stringify(key)} leaves`, async () => {
		const {sent, ended} = open();
		await ended();
		screen.type(key);
		assert.deepEqual(sent, [{type: 'asked-to-leave'}]);
	});
}

test('leaving the screen gives the probes up', async () => {
	const {asked, runs} = open({dials: {'192.0.2.1:443': 'never'}});
	await screen.shows(/[1-9]\d* of 22 rows proven/);
	screen.unmount();
	await until(
		() => asked.includes('given up 192.0.2.1:443'),
		() => asked.join('\n'),
	);
	assert.ok(!asked.includes('save results'));
	assert.deepEqual(runs, []);
});

test('every row says its verdict by a mark and words, not by colour alone', async () => {
	const {ended} = open(silentLicense);
	await ended();
	const rows = screen
		.text()
		.split('\n')
		.filter(line => /\d\/(?:tcp|udp)/.test(line) && !line.includes('permit'));
	assert.ok(rows.length > 5);
	assert.ok(
		rows.every(line => /^ (?: |▸)[✓✗!?-] /.test(line)),
		rows.join('\n'),
	);
});
