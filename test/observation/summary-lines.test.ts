import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Observed, SeenDestination} from '../../source/observation/observed.js';
import {summarise} from '../../source/observation/summarise.js';
import {summaryAsJson} from '../../source/observation/summary-as-json.js';
import {summaryLines} from '../../source/observation/summary-lines.js';
import {address, sampleAnswers, samplePolicy} from '../helpers/sample.js';

const now = Date.UTC(2026, 10, 22, 14, 2, 11);
const minutesAgo = (minutes: number) => now - minutes * 60_000;

const policy = samplePolicy({
	answers: sampleAnswers({outbound: {mode: 'destinations'}}),
	names: new Map([['license.looker.com', [address('198.51.100.7')]]]),
});

function seen(
	of: string,
	port: number,
	rest: Partial<SeenDestination> = {},
): SeenDestination {
	return {
		...{address: address(of), port, protocol: 'tcp', tries: 1, isAnswered: true},
		...{first: minutesAgo(60), last: minutesAgo(5), names: [], ...rest},
	};
}

const summaryOf = (rest: Partial<Observed>) =>
	summarise(
		{
			...{since: minutesAgo(100), until: undefined, trouble: undefined},
			...{destinations: [], isFull: false, ...rest},
		},
		policy,
	);
const textOf = (rest: Partial<Observed>) =>
	summaryLines(summaryOf(rest), now)
		.join('\n')
		.replace(/: [^:]*\.$/, ': …');

const everything: readonly SeenDestination[] = [
	seen('198.51.100.7', 443, {tries: 12}),
	seen('203.0.113.9', 9000, {names: ['errors.example'], tries: 3}),
	seen('203.0.113.10', 9000, {names: ['errors.example']}),
	seen('203.0.113.11', 9000, {names: ['errors.example'], last: minutesAgo(2)}),
	seen('2001:db8:99::9', 5432, {tries: 0}),
	seen('203.0.113.12', 443, {tries: 3, isAnswered: false}),
];

test('what would be cut off comes first, then what stays', () => {
	assert.equal(
		textOf({destinations: everything}),
		[
			'Observed since 2026-11-22 12:22 UTC, and it goes on. Nothing is blocked by that.',
			'',
			'Only the listed destinations would cut off:',
			'  errors.example (203.0.113.9, 203.0.113.10 and 1 more) 9000/tcp: 5 connections, the last 2 minutes ago',
			'  2001:db8:99::9 5432/tcp: a connection that was open before, seen 5 minutes ago',
			'What must stay belongs into "extra" of the answers.',
			'',
			'Tried, but never answered by anybody:',
			'  203.0.113.12 443/tcp: 3 tries, the last 5 minutes ago, and no answer',
			'',
			'Would stay as it is:',
			'  looker-license: license.looker.com (198.51.100.7) 443/tcp: 12 connections, the last 5 minutes ago',
			'',
			'Listed, and not seen up to now: …',
		].join('\n'),
	);
});

test('where nothing would be cut off, that is said', () => {
	assert.equal(
		textOf({
			until: minutesAgo(1),
			destinations: [seen('203.0.113.12', 443, {isAnswered: false})],
		}),
		[
			'Observed from 2026-11-22 12:22 UTC to 2026-11-22 14:01 UTC.',
			'',
			'Only the listed destinations would cut off nothing that was seen.',
			'',
			'Tried, but never answered by anybody:',
			'  203.0.113.12 443/tcp: 1 try, the last 5 minutes ago, and no answer',
			'',
			'Listed, and not seen up to now: …',
		].join('\n'),
	);
});

test('the rows of which nothing was seen are named', () => {
	const lines = summaryLines(summaryOf({destinations: everything}), now);
	assert.match(lines.at(-1) ?? '', /bitbucket/);
	assert.doesNotMatch(lines.at(-1) ?? '', /looker-license/);
});

test('that more was seen than is told is said', () => {
	assert.match(textOf({isFull: true}), /^There were more destinations than are counted/m);
});

test('why names are missing is said', () => {
	const trouble = 'The names that programs look up cannot be heard.';
	assert.match(textOf({trouble}), new RegExp(`^${trouble}$`, 'm'));
});

test('programs read the same', () => {
	const json = JSON.stringify(summaryAsJson(summaryOf({destinations: everything})));
	const {connections, ...summary} = JSON.parse(json);
	assert.deepEqual(summary.unknown[0], {
		names: ['errors.example'],
		addresses: ['203.0.113.9', '203.0.113.10', '203.0.113.11'],
		port: 9000,
		protocol: 'tcp',
		tries: 5,
		answered: true,
		first: '2026-11-22T13:02:11.000Z',
		last: '2026-11-22T14:00:11.000Z',
	});
	assert.deepEqual(
		{...summary, unknown: summary.unknown.length},
		{
			...{schema: 1, observing: true, complete: true, trouble: null, unknown: 3},
			...{since: '2026-11-22T12:22:11.000Z', until: null},
		},
	);
	assert.ok(connections.length > 10);
});

test('programs read that nobody has observed', () => {
	assert.deepEqual(summaryAsJson(undefined), {
		...{schema: 1, observing: false, since: null, until: null, complete: true},
		...{trouble: null, unknown: [], connections: []},
	});
});
