import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {adviseOnAnswers} from '../../../../source/answers/advice.js';
import type {Answers} from '../../../../source/answers/schema.js';
import {Failure} from '../../../../source/failure.js';
import type {Reply} from '../../../../source/flow/inquiries/inquiry.js';
import {asciiMarks, unicodeMarks} from '../../../../source/reports/marks.js';
import {
	type ReviewInput,
	reviewItems,
} from '../../../../source/wizard/screens/review/review-lines.js';
import {steps} from '../../../../source/wizard/steps/index.js';
import {exampleAnswers, type MachineRecord} from '../../../helpers/recorded-machine.js';
import {asInEffect, probeContext} from '../../../probes/probe-context.js';
import {screenOn} from '../open-screen.js';

const network = {
	names: {'mssql.uni.edu': ['10.60.0.11'], 'aa2.uni.edu': ['10.30.0.11']},
};
const linesFor = async (
	record: MachineRecord = {},
	changes: Partial<Answers> = {},
	options: Partial<ReviewInput> = {},
) => {
	const {props, machine} = screenOn({network, ...record});
	const answers = {...exampleAnswers, ...changes};
	return reviewItems({
		answers,
		inEffect: undefined,
		plan: await props.flow.planFor(answers),
		failure: undefined,
		remarks: adviseOnAnswers(answers),
		observed: undefined,
		backend: machine.backend,
		sshSession: machine.sshSession,
		generation: undefined,
		marks: unicodeMarks,
		width: 78,
		...options,
	});
};
type Items = Awaited<ReturnType<typeof linesFor>>;
const rowsOf = (items: Items) =>
	items
		.flatMap(({lines}) => lines)
		.map(({mark, text}) => `${mark === undefined ? '' : `${mark.text} `}${text}`);
const textOf = (items: Items) => rowsOf(items).join('\n');
const wordsOf = (items: Items) => textOf(items).replaceAll(/\s+/g, ' ');
/** What the lines that lead to a page say, by its id. */
const leading = (items: Items, id: string) =>
	items.filter(({leadsTo}) => leadsTo?.id === id).map(item => wordsOf([item]));
const policy = await probeContext().policy;

test('with rules as answered, nothing will change', async () => {
	const text = textOf(await linesFor({inEffect: asInEffect()(policy)}));
	assert.match(text, /Nothing will change/);
	assert.doesNotMatch(text, /may reach/);
});

test('a source that is taken away and one that comes are told apart', async () => {
	const viewers = {subnets: ['10.20.0.0/16', '10.24.0.0/16']};
	const text = textOf(await linesFor({inEffect: asInEffect()(policy)}, {viewers}));
	assert.match(text, /^\+ .*10\.24\.0\.0\/16 may reach 9999\/tcp/m);
	assert.match(text, /^- .*2001:db8:20::\/48 may reach 9999\/tcp/m);
	assert.doesNotMatch(text, /10\.20\.0\.0\/16 may reach/);
});

test('a rule that another hand left behind is told as going away', async () => {
	const inEffect = asInEffect(rules => [
		...rules,
		...rules
			.filter(({id}) => id === 'viewers')
			.map(rule => ({...rule, id: 'extra-old', peers: {kind: 'any'} as const})),
	])(policy);
	assert.match(textOf(await linesFor({inEffect})), /^- .*anyone may reach 9999\/tcp/m);
});

test('a change of what the host itself needs is told too', async () => {
	const elsewhere = await probeContext({answers: {dns: {servers: ['10.62.0.99']}}})
		.policy;
	const text = textOf(await linesFor({inEffect: asInEffect()(elsewhere)}));
	assert.doesNotMatch(text, /Nothing will change/);
	assert.match(text, /10\.62\.0\.99/);
});

test('what wants attention comes before the long list', async () => {
	const lines = await linesFor(
		{sshClient: '10.99.0.7', network: {names: {'mssql.uni.edu': 'nxdomain'}}},
		{viewers: {subnets: ['10.0.0.0/1']}},
	);
	const text = textOf(lines);
	const first = text.indexOf('may reach');
	for (const wanted of [
		/10\.99\.0\.7/,
		/no address in the DNS/,
		/large part of the whole/,
	]) {
		const at = text.search(wanted);
		assert.ok(at > 0 && at < first, `${wanted} stands at ${at}`);
	}
});

test('the SSH client that stays permitted is told so', async () => {
	const text = textOf(await linesFor({sshClient: '10.40.0.7'}));
	assert.doesNotMatch(text, /could not/);
	assert.match(text, /✓ You \(10\.40\.0\.7\) can still log in after this/);
});

test('at a console it says that nothing is shown about SSH', async () => {
	assert.match(
		textOf(await linesFor()),
		/! You are at a console: nothing here shows whether SSH lets/,
	);
	const inFiles = textOf(await linesFor({backend: 'files'}));
	assert.doesNotMatch(inFiles, /console/);
});

test('everybody who could not come back is named, logins as faults', async () => {
	const lines = await linesFor({
		sshClient: '10.40.0.7',
		connected: ['10.99.0.9 22', '10.98.0.9 9999'],
	});
	const text = textOf(lines).replaceAll(/\s+/g, ' ');
	assert.match(text, /✗ 10\.99\.0\.9 is connected to 22\/tcp and could not log in again/);
	assert.match(text, /! 10\.98\.0\.9 is connected to 9999\/tcp and could not connect/);
});

test('whatever else has a say is named', async () => {
	const lines = await linesFor({neighbours: ['fail2ban may refuse what is permitted.']});
	const text = textOf(lines);
	assert.match(text, /What else has a say[\s\S]*! fail2ban may refuse what is permitted/);
});

for (const width of [58, 78, 200]) {
	test(`no line is wider than ${width} columns`, async () => {
		const sources = Array.from(
			{length: 9},
			(_, index) => `2001:db8:${index}:1234:5678::/80`,
		);
		const lines = await linesFor({}, {viewers: {subnets: sources}}, {width});
		// The pointer and its space stand on the left.
		const widest = Math.max(...rowsOf(lines).map(row => row.length + 2));
		assert.ok(widest <= width, `${widest}`);
		assert.match(textOf(lines), /and\s+5\s+more/);
	});
}

test('a terminal with few glyphs gets few glyphs', async () => {
	const record: MachineRecord = {sshClient: '10.99.0.7'};
	const viewers = {subnets: ['0.0.0.0/0']};
	const text = textOf(await linesFor(record, {viewers}, {marks: asciiMarks}));
	assert.doesNotMatch(text, /\P{ASCII}/u);
});

test('the answers are told page by page, each with its number', async () => {
	const text = textOf(await linesFor());
	for (const wanted of [
		/^ {2}1 Server {4}analytics\.uni\.edu$/m,
		/^ {2}2 Viewers {3}10\.20\.0\.0\/16, 2001:db8:20::\/48$/m,
		/^ {2}4 Support {3}SSH open to 10\.40\.0\.0\/24$/m,
		/^ {2}5 SQL {7}mssql\.uni\.edu, 1433\/tcp and 1433\/udp$/m,
		/^ {2}7 Time {6}0\.centos\.pool\.ntp\.org, .* and 1 more\n {14}no web proxy$/m,
		/^ {2}8 Outbound {2}only the ports of the list, to any address$/m,
	]) {
		assert.match(text, wanted);
	}
});

test('what only an answers file can say is told too, without a page', async () => {
	const items = await linesFor({}, {dns: {servers: ['10.62.0.53']}});
	const item = items.find(({id}) => id === 'without a page');
	assert.ok(item);
	assert.equal(item.leadsTo, undefined);
	assert.match(wordsOf([item]), /DNS servers 10\.62\.0\.53/);
});

test('each answer leads to its page, and so does what is to be known about it', async () => {
	const items = await linesFor(
		{
			sshClient: '10.99.0.7',
			connected: ['10.98.0.9 9999'],
			network: {names: {'mssql.uni.edu': 'nxdomain', 'aa2.uni.edu': 'nxdomain'}},
		},
		{viewers: {subnets: ['128.0.0.0/1']}},
	);
	assert.match(leading(items, 'support').join('\n'), /^✗ You are connected from 10\.99/m);
	assert.match(
		leading(items, 'viewers').join('\n'),
		/^! 10\.98\.0\.9 is connected to 9999/m,
	);
	assert.match(
		leading(items, 'viewers').join('\n'),
		/^! 2 Viewers: 128\.0\.0\.0\/1 a \/1/m,
	);
	assert.match(leading(items, 'sql').join('\n'), /^! "mssql\.uni\.edu" has no address/m);
	assert.match(
		leading(items, 'servers').join('\n'),
		/^! "aa2\.uni\.edu" has no address/m,
	);
	for (const {id} of steps) {
		assert.match(leading(items, id).at(-1) ?? '', /^ ?\d [A-Z]/, id);
	}
});

test('an earlier configuration leads nowhere', async () => {
	const items = await linesFor({sshClient: '10.99.0.7'}, {}, {generation: 3});
	assert.ok(items.every(({leadsTo}) => leadsTo === undefined));
	assert.match(textOf(items), /What was answered then/);
});

suite('what only the listed destinations would cut off', () => {
	const mode = (name: Answers['outbound']['mode']) => ({outbound: {mode: name}});
	const observed: Reply = {
		...{destination: '', address: null, verdict: 'warn', cause: null, owner: null},
		...{detail: '1 destination would be cut off', remedy: 'a.example 443/tcp.'},
	};
	const toldIn = async (inEffect: Answers | undefined, reply = observed) =>
		leading(
			await linesFor({}, mode('destinations'), {observed: reply, inEffect}),
			'outbound',
		).filter(text => /cut off/.test(text));

	test('is told first, with which, and leads to its page', async () => {
		for (const inEffect of [undefined, {...exampleAnswers, ...mode('open')}]) {
			assert.deepEqual(await toldIn(inEffect), [
				'! 8 Outbound: 1 destination would be cut off a.example 443/tcp.',
			]);
		}
	});

	test('is good news where it is nothing', async () => {
		const reply = {...observed, detail: 'nothing would be cut off', remedy: null};
		assert.deepEqual(await toldIn(undefined, {...reply, verdict: 'pass'}), [
			'✓ 8 Outbound: nothing would be cut off',
		]);
	});

	test('is no news once that is in effect', async () => {
		assert.deepEqual(await toldIn({...exampleAnswers, ...mode('destinations')}), []);
	});
});

test('what is not as it is in effect is marked, and told', async () => {
	const inEffect: Answers = {
		...exampleAnswers,
		viewers: {subnets: ['10.20.0.0/16', '10.24.0.0/16']},
		smtp: {...exampleAnswers.smtp, port: 25},
	};
	const text = textOf(await linesFor({}, {}, {inEffect}));
	assert.match(text, /^~ 2 Viewers .*\n {14}changed: 1 added, 1 taken away$/m);
	assert.match(text, /^~ 6 Mail .*\n {14}changed; in effect is smtp\.uni\.edu, 25\/tcp/m);
	assert.match(
		text,
		/^ {2}1 Server {4}analytics\.uni\.edu\n {2}2|^ {2}1 Server .*\n~ 2/m,
	);
});

test('why a value was kept although it did not work is told beside it', async () => {
	const notes = {
		'sql.host': 'it comes on Monday',
		'appsanywhere.servers[1]': 'being built',
	};
	const text = textOf(await linesFor({}, {notes}));
	assert.match(text, /5 SQL .*\n +mssql\.uni\.edu kept because: it comes on Monday/);
	assert.match(text, /3 Servers .*\n +aa2\.uni\.edu kept because: being built/);
});

test('without a plan the answers stand there, and why there is none', async () => {
	const failure = new Failure('command.failed', 'nft does not answer.', {
		remedies: ['Look at the log.'],
	});
	const items = await linesFor({}, {}, {plan: undefined, failure});
	assert.match(wordsOf(items), /✗ nft does not answer\. Look at the log\./);
	assert.match(wordsOf(items), /2 Viewers 10\.20\.0\.0\/16/);
	assert.doesNotMatch(wordsOf(items), /may reach/);
});

test('no two lines have the same name, so that the pointer finds its way', async () => {
	const subnets = Array.from({length: 3}, () => '10.20.0.0/16');
	const items = await linesFor({}, {viewers: {subnets}});
	assert.equal(new Set(items.map(({id}) => id)).size, items.length);
});

test('a change is told in a few lines, and the rest is counted', async () => {
	const addresses = Array.from({length: 40}, (_, index) => `192.0.2.${index}`);
	const items = await linesFor({network: {names: {'mssql.uni.edu': addresses}}});
	const [change] = items.filter(item => /mssql\.uni\.edu \(/.test(wordsOf([item])));
	assert.ok(change);
	assert.equal(change.lines.length, 4);
	assert.match(change.lines.at(-1)?.text ?? '', /^… \d+ more lines: R shows them$/);
});

test('20,000 networks take no more lines than 10', async () => {
	const networks = (count: number) => ({
		viewers: {
			subnets: Array.from(
				{length: count},
				(_, index) => `10.${index >> 8}.${index & 255}.1/24`,
			),
		},
	});
	const few = await linesFor({}, networks(10));
	const many = await linesFor({}, networks(20_000));
	assert.equal(rowsOf(many).length, rowsOf(few).length);
	assert.match(wordsOf(many), /2 Viewers 10\.0\.0\.1\/24, .* and 19,99\d more/);
	assert.match(wordsOf(many), /2 Viewers: 19,997 more like these/);
});
