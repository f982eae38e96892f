import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {Failure} from '../../../../source/failure.js';
import type {Drift} from '../../../../source/flow/drift.js';
import {
	fitFacts,
	type HomeState,
	homeFacts,
} from '../../../../source/wizard/screens/home/home-facts.js';
import {exampleAnswers, recordedGeneration} from '../../../helpers/recorded-machine.js';
import {samplePolicy} from '../../../helpers/sample.js';

const nothing: Drift = {changes: [], outdated: [], neighbours: []};
const change = (text: string) => ({action: 'add', rule: 'viewers', text}) as const;
const done = <Value>(value: Value) => ({state: 'done', value}) as const;
const textsOf = (name: string, state: Partial<HomeState> = {}) =>
	homeFacts({
		newest: done(recordedGeneration(4, samplePolicy())),
		drift: done(nothing),
		run: done(undefined),
		names: done(undefined),
		answers: exampleAnswers,
		now: 0,
		width: 78,
		...state,
	}).find(fact => fact.name === name)?.texts;

test('a part that fails hides no other', () => {
	const failure = new Failure('command.failed', 'nft does not answer.', {
		remedies: ['Look at the log.'],
	});
	const failed = {state: 'failed', failure} as const;
	const lines = ['cannot be told: nft does not answer.', 'Look at the log.'];
	assert.deepEqual(textsOf('Drift', {drift: failed}), lines);
	assert.deepEqual(textsOf('Rules', {newest: failed}), lines);
	assert.deepEqual(textsOf('Proven', {drift: failed}), ['nothing has been probed yet']);
});

test('names have a line only when something is amiss with them', () => {
	const license = {name: 'license.looker.com', rules: ['looker-license'], permitted: []};
	const standing = {report: undefined, names: [{...license, known: undefined}]};
	assert.deepEqual(textsOf('Names', {names: done(standing)}), [
		'nobody follows a name of the rules: "analytics-setup status" tells what to do',
	]);
	for (const names of [done(undefined), {state: 'working'} as const]) {
		assert.equal(textsOf('Names', {names}), undefined);
	}
});

test('what is not known yet is being looked at', () => {
	assert.deepEqual(textsOf('Drift', {drift: {state: 'working'}}), ['being looked at']);
});

test('each kind of drift is told apart, and so is who else has a say', () => {
	const drift = done({
		changes: [
			change('10.20.0.0/16 may reach 9999/tcp: viewers'),
			{...change('anyone may reach 22/tcp: remote-support'), action: 'remove'} as const,
		],
		outdated: [change('mssql.uni.edu was 10.0.0.1 and is now 10.0.0.2: sql-tcp')],
		neighbours: ['fail2ban may refuse what is permitted.'],
	});
	assert.deepEqual(textsOf('Drift', {drift}), [
		'2 differences from what was kept',
		'missing: 10.20.0.0/16 may reach 9999/tcp: viewers',
		'added: anyone may reach 22/tcp: remote-support',
		'1 difference from what the same answers mean today',
		'mssql.uni.edu was 10.0.0.1 and is now 10.0.0.2: sql-tcp',
	]);
	assert.deepEqual(textsOf('Others', {drift}), [
		'fail2ban may refuse what is permitted.',
	]);
	assert.equal(textsOf('Others'), undefined);
});

test('answers that were never kept are not called drift', () => {
	const drift = done({...nothing, changes: [change('10.20.0.0/16 may reach 9999/tcp')]});
	assert.deepEqual(textsOf('Drift', {drift, newest: done(undefined)}), [
		'what you answered is not in effect: look at the settings',
	]);
});

const facts = ['a', 'b', 'c'].map((name, index) => ({
	name,
	texts: Array.from({length: 1 + index * 3}, (_, text) => `${name}${text}`),
}));

for (const [rows, wanted] of [
	[12, ['a0', 'b0 b1 b2 b3', 'c0 c1 c2 c3 c4 c5 c6']],
	[5, ['a0', 'b0 b1', 'c0 c1']],
	[2, ['a0', 'b0']],
	[0, []],
	[-5, []],
] as const) {
	test(`in ${rows} rows what was added goes first, and then whole facts`, () => {
		const fitting = fitFacts(facts, rows, 60);
		assert.deepEqual(
			fitting.map(({lines}) => lines.join(' ')),
			wanted,
		);
	});
}

test('no sentence is cut in the middle', () => {
	const texts = ['short', 'a sentence that takes two lines'];
	const lines = (rows: number) => fitFacts([{name: 'Drift', texts}], rows, 20)[0]?.lines;
	assert.deepEqual(lines(3), ['short', 'a sentence that', 'takes two lines']);
	assert.deepEqual(lines(2), ['short']);
});

test('facts never take more rows than there are', () => {
	const fact = fc.record({
		name: fc.constantFrom('Drift', 'Proven'),
		texts: fc.array(fc.string(), {minLength: 1, maxLength: 30}),
	});
	fc.assert(
		fc.property(fc.array(fact), fc.nat(20), (some, rows) => {
			const taken = fitFacts(some, rows, 10).flatMap(({lines}) => lines).length;
			assert.ok(taken <= rows);
		}),
	);
});
