import assert from 'node:assert/strict';
import {test} from 'node:test';
import {adviseOnAnswers} from '../../../source/answers/advice.js';
import type {Answers} from '../../../source/answers/schema.js';
import {asciiMarks, unicodeMarks} from '../../../source/reports/marks.js';
import {reviewLines} from '../../../source/wizard/screens/review-lines.js';
import {exampleAnswers, type MachineRecord} from '../../helpers/recorded-machine.js';
import {asInEffect, probeContext} from '../../probes/probe-context.js';
import {screenOn} from './open-screen.js';

const network = {
	names: {'mssql.uni.edu': ['10.60.0.11'], 'aa2.uni.edu': ['10.30.0.11']},
};
const linesFor = async (
	record: MachineRecord = {},
	changes: Partial<Answers> = {},
	{marks = unicodeMarks, width = 78} = {},
) => {
	const {props, machine} = screenOn({network, ...record});
	const answers = {...exampleAnswers, ...changes};
	return reviewLines({
		plan: await props.flow.planFor(answers),
		remarks: adviseOnAnswers(answers),
		backend: machine.backend,
		sshSession: machine.sshSession,
		generation: undefined,
		marks,
		width,
	});
};
const rowsOf = (lines: Awaited<ReturnType<typeof linesFor>>) =>
	lines.map(({mark, text}) => `${mark === undefined ? '' : `${mark.text} `}${text}`);
const textOf = (lines: Awaited<ReturnType<typeof linesFor>>) => rowsOf(lines).join('\n');
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
		const widest = Math.max(...rowsOf(lines).map(row => row.length));
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
