import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import fc from 'fast-check';
import type {ProbeRun} from '../../source/probes/probe-result.js';
import {
	type LoginStanding,
	renderLoginMessage,
} from '../../source/reports/login-message.js';
import {validAnswers} from '../helpers/arbitrary-answers.js';
import {sampleAnswers} from '../helpers/sample.js';
import {sampleResults} from './sample-results.js';

const run: ProbeRun = {
	schema: 1,
	startedAt: '2026-11-22T14:02:11.000Z',
	finishedAt: '2026-11-22T14:05:00.000Z',
	results: sampleResults,
	counts: {pass: 1, warn: 1, fail: 2, skipped: 1, unprovable: 1},
};

const nothing: LoginStanding = {
	answers: undefined,
	kept: undefined,
	trial: undefined,
	takenBack: undefined,
	run: undefined,
};

const configured: LoginStanding = {
	...nothing,
	answers: sampleAnswers(),
	kept: 'generation 4, kept by jsmith from 10.40.0.7 on 2026-11-20',
	run,
};

const takenBack = {
	isWhole: true,
	at: '2026-11-22 14:04 UTC',
	reason: 'Nobody kept the new rules in time.',
};

const linesOf = (standing: LoginStanding) =>
	renderLoginMessage(standing).trimEnd().split('\n');

test('a server that is not set up says what the package says of it', async () => {
	const text = await readFile('assets/motd/analytics-setup', 'utf8');
	assert.equal(renderLoginMessage(nothing), text);
});

test('a server that is set up says what was kept, what is proven and who may log in', () => {
	assert.deepEqual(linesOf(configured), [
		'analytics.uni.edu: AppsAnywhere Analytics.',
		'Firewall rules: generation 4, kept by jsmith from 10.40.0.7 on 2026-11-20.',
		'1 of 6 connections were proven on 2026-11-22 at 14:05 UTC.',
		'Support access: SSH is open to 10.40.0.0/24.',
		'analytics-setup shows and changes this; analytics-setup status checks it.',
	]);
});

test('on trial it says until when, and how to keep the new rules', () => {
	const [state, advice, kept] = linesOf({...configured, trial: {until: '14:04:11 UTC'}});
	assert.equal(
		state,
		'analytics.uni.edu: NEW FIREWALL RULES ARE ON TRIAL until 14:04:11 UTC.',
	);
	assert.match(advice ?? '', /Logged in over SSH just now\?.*analytics-setup confirm$/);
	assert.match(kept ?? '', /^Before them: generation 4, kept by jsmith/);
});

test('rules that are not whole yet cannot be kept', () => {
	const text = renderLoginMessage({...configured, trial: {until: undefined}});
	assert.match(text, /: new firewall rules are being put into effect\.\n/);
	assert.doesNotMatch(text, /confirm/);
});

test('what was taken back unasked is told with its reason', () => {
	const [state, reason] = linesOf({...configured, takenBack});
	assert.equal(
		state,
		'analytics.uni.edu: the old firewall rules are back since 2026-11-22 14:04 UTC.',
	);
	assert.equal(reason, takenBack.reason);
});

test('what could not be put back whole is told with what to run', () => {
	const text = renderLoginMessage({
		...configured,
		takenBack: {...takenBack, isWhole: false},
	});
	assert.match(text, /: the old firewall rules could not be put back whole\.\n/);
	assert.match(text, /^To try again: analytics-setup rollback$/m);
});

test('a first trial that was taken back leaves a server that is not set up', () => {
	assert.deepEqual(linesOf({...nothing, takenBack}), [
		'Analytics: the old firewall rules are back since 2026-11-22 14:04 UTC.',
		takenBack.reason,
		'Run analytics-setup as root to set it up.',
	]);
});

test('rules that are only files let nobody in and keep nobody out', () => {
	const text = renderLoginMessage({...configured, kept: undefined});
	assert.match(text, /^Its firewall rules are only written to files\.$/m);
	assert.match(text, /^Support access: SSH would be open to 10\.40\.0\.0\/24\.$/m);
});

test('connections that were never tried are not told as proven', () => {
	const text = renderLoginMessage({...configured, run: undefined});
	assert.match(text, /^Its connections have not been tried yet\.$/m);
});

const ownRule = {
	id: 'jump-host',
	direction: 'inbound',
	peer: 'jump.uni.edu',
	port: 22,
	protocol: 'tcp',
	usage: 'Administration',
} as const;

for (const [name, sections, line] of [
	['is disabled', {support: {enabled: false, sources: ['10.40.0.0/24']}}, 'is closed.'],
	[
		'is a rule of the site itself',
		{support: {enabled: false, sources: []}, extra: [ownRule]},
		'is open to jump.uni.edu.',
	],
	[
		'is none of the ports that are opened',
		{
			support: {enabled: false, sources: []},
			extra: [
				{...ownRule, port: 2222},
				{...ownRule, direction: 'outbound' as const},
			],
		},
		'is closed.',
	],
	[
		'is open to many',
		{
			support: {
				enabled: true,
				sources: Array.from({length: 300}, (_, index) => `10.40.${index}.0/24`),
			},
		},
		'is open to 10.40.0.0/24, 10.40.1.0/24 and 298 more.',
	],
] as const) {
	test(`where SSH ${name}, it ${line}`, () => {
		const answers = sampleAnswers(sections as never);
		const lines = linesOf({...configured, answers});
		assert.ok(lines.includes(`Support access: SSH ${line}`), lines.join('\n'));
	});
}

test('whatever anybody is called, it is at most six plain lines of 78 columns', () => {
	const words = fc.oneof(
		fc.string({unit: 'binary', maxLength: 300}),
		fc.constantFrom('\u001b[2J\u0007', 'a\nb\r\n', '\u202etxt', 'Jürgen', '例え'),
	);
	const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, {nil: undefined});
	const standing = fc.record({
		answers: maybe(validAnswers),
		kept: maybe(words),
		trial: maybe(fc.record({until: maybe(fc.constant('14:04:11 UTC'))})),
		takenBack: maybe(fc.record({isWhole: fc.boolean(), at: maybe(words), reason: words})),
		run: maybe(fc.constant(run)),
	});
	fc.assert(
		fc.property(standing, given => {
			const text = renderLoginMessage(given);
			assert.match(text, /^(?:[ -~]{0,78}\n){2,6}$/);
			assert.match(text, /analytics-setup/);
		}),
	);
});
