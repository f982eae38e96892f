import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {Failure} from '../../../../source/failure.js';
import {applyStages} from '../../../../source/flow/apply.js';
import {asciiMarks, unicodeMarks} from '../../../../source/reports/marks.js';
import {
	type ApplyView,
	applyLines,
} from '../../../../source/wizard/screens/apply/apply-lines.js';
import {stageWords} from '../../../../source/wizard/words/applying.js';

const begun = (...times: readonly number[]) =>
	applyStages.slice(0, times.length).map((stage, index) => ({
		stage,
		at: times[index] ?? 0,
	}));
const failure = new Failure('firewall.refused', 'The kernel refuses the rules.', {
	remedies: ['Send the log to support.'],
});
const rowsOf = (view: Partial<ApplyView> = {}) =>
	applyLines({
		stages: applyStages,
		begun: [],
		endedAt: undefined,
		failure: undefined,
		standing: {kind: 'console'},
		trialSeconds: 120,
		marks: unicodeMarks,
		width: 78,
		...view,
	}).map(({mark, text}) => `${mark === undefined ? '' : `${mark.text} `}${text}`);
const rowOf = (stage: number, view?: Partial<ApplyView>) =>
	(rowsOf(view)[stage] ?? '').replaceAll(/ {2,}/g, ' | ');
const words = (view?: Partial<ApplyView>) =>
	rowsOf(view).join(' ').replaceAll(/\s+/g, ' ');

test('every stage stands there from the start', () => {
	const rows = rowsOf();
	for (const [index, stage] of applyStages.entries()) {
		const row = rows[index] ?? '';
		assert.ok(row.startsWith(`○ ${stageWords[stage]} `), row);
		assert.match(row, / to come$/);
	}
});

suite('a stage', () => {
	const view = {begun: begun(1000, 1400, 13_400, 13_420)};
	for (const [name, stage, wanted] of [
		['that is over tells how long it took', 0, /^✓ The kernel.* \| done in 0\.4 s$/],
		['that took long does so in whole seconds', 1, /^✓ Real packets.* \| done in 12 s$/],
		['that took no time is just done', 2, /^✓ The connections.* \| done$/],
		['that goes on is now', 3, /^● The old rules are saved \| now$/],
		['that has not begun is to come', 4, /^○ The guard.* \| to come$/],
	] as const) {
		test(name, () => {
			assert.match(rowOf(stage, view), wanted);
		});
	}

	test('that is the last one ends with all of it', () => {
		const all = {
			begun: begun(...applyStages.map((_, index) => index * 100)),
			endedAt: 900,
		};
		assert.match(rowOf(6, all), /^✓ Every address.* \| done in 0\.3 s$/);
	});

	const failed = {begun: begun(1000, 1400), endedAt: 1800, failure};
	for (const [name, stage, wanted] of [
		['before the one that failed is done', 0, /^✓ The kernel.* \| done in 0\.4 s$/],
		['that failed says so', 1, /^✗ Real packets.* \| failed$/],
		['after the one that failed is not done', 2, /^○ The connections.* \| not done$/],
	] as const) {
		test(name, () => {
			assert.match(rowOf(stage, failed), wanted);
		});
	}
});

test('what failed and what to do next is told in the place of what follows', () => {
	const told = words({begun: begun(0), endedAt: 1, failure});
	assert.match(told, /✗ The kernel refuses the rules\. Send the log to support\. /);
	assert.match(told, /"analytics-setup support-bundle" collects what support needs/);
	assert.doesNotMatch(told, /120 seconds/);
});

for (const [name, standing, wanted] of [
	['at a console', {kind: 'console'}, /or press K here, without proof of SSH/],
	['by a key', {kind: 'judged', from: '10.40.0.7'}, /press the key that the next screen/],
	[
		'elsewhere',
		{kind: 'unjudged', from: '10.40.0.7'},
		/To keep log in again from another/,
	],
	[
		'where it shuts whoever sits here out',
		{kind: 'shut-out', from: '10.99.0.7'},
		/! As you insisted.*after 120 seconds.*To keep log in from an address that they let/,
	],
] as const) {
	test(`how to keep the new rules ${name} is said before they are loaded`, () => {
		assert.match(words({standing}), wanted);
		assert.match(words({standing}), /To take back .*do nothing/);
	});
}

for (const standing of [
	{kind: 'judged', from: '10.40.0.7'},
	{kind: 'shut-out', from: '2001:db8:1234:5678:9abc:def0:1234:5678'},
	{kind: 'console'},
] as const) {
	test(`${standing.kind}: all of it fits a window of 60 by 20`, () => {
		const rows = rowsOf({standing, width: 58});
		assert.ok(rows.length <= 14, rows.join('\n'));
		assert.ok(rows.every(row => row.length <= 58));
	});
}

test('a terminal with few glyphs gets few glyphs', () => {
	const told = words({
		begun: begun(0, 1),
		endedAt: 2,
		failure,
		marks: asciiMarks,
		width: 58,
	});
	assert.doesNotMatch(told, /\P{ASCII}/u);
});

test('where nothing is tried there are no stages', () => {
	assert.deepEqual(rowsOf({stages: []}), []);
});
