import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {InboundNews} from '../../source/probes/inbound/inbound-news.js';
import {asciiMarks, unicodeMarks} from '../../source/reports/marks.js';
import {timeOfDay} from '../../source/reports/time-of-day.js';
import {renderChange, renderInboundNews} from '../../source/reports/watch-lines.js';
import {sampleResult} from './sample-results.js';

const at = new Date(2026, 10, 22, 14, 2, 11).getTime();
const style = {marks: unicodeMarks, width: 60, highlight: (line: string) => line};
const works = sampleResult({
	...{destination: 'license.looker.com', port: 443, detail: 'HTTP 200'},
});
const silent = sampleResult({
	...{destination: 'license.looker.com', port: 443, detail: 'no answer in 3.5 s'},
	...{verdict: 'fail', cause: 'tcp.timeout', owner: 'network'},
	remedy: 'Ask your network team to permit 443/tcp to license.looker.com.',
});

test('the time is that of a clock on the wall', () => {
	assert.equal(timeOfDay(at), '14:02:11');
	assert.equal(timeOfDay(new Date(2026, 10, 22, 4, 2, 1).getTime()), '04:02:01');
});

for (const [name, change, lines] of [
	[
		'works again',
		{result: works, was: silent},
		['14:02:11 ✓ license.looker.com 443/tcp HTTP 200 (was: no answer in 3.5 s)'],
	],
	[
		'fails, with what to do',
		{result: silent, was: works},
		[
			'14:02:11 ✗ license.looker.com 443/tcp no answer in 3.5 s (was: HTTP 200)',
			'           Ask your network team to permit 443/tcp to',
			'           license.looker.com.',
		],
	],
	[
		'was not there before, and is about this server itself',
		{
			result: sampleResult({
				...{id: 'clock', destination: 'this server', port: null, protocol: null},
				...{detail: 'clock 2 h fast', verdict: 'fail'},
			}),
			was: undefined,
		},
		['14:02:11 ✗ this server clock 2 h fast (was: not told)'],
	],
] as const) {
	test(`a connection ${name}`, () => {
		assert.deepEqual(renderChange(at, change, style), lines);
	});
}

const refused: InboundNews = {
	...{at, port: 9999, event: 'knock', tries: 3, letIn: 0},
	result: sampleResult({
		...{direction: 'inbound', source: '10.99.0.9', port: 9999, verdict: 'fail'},
		detail: 'refused by the rules in effect, which do not name it',
		remedy: 'The rules of this server do not let 10.99.0.9 in.',
	}),
};

test('a machine that knocks has a line, and what to do below it', () => {
	assert.deepEqual(renderInboundNews(refused, style), [
		'14:02:11 ✗ 10.99.0.9 9999/tcp refused by the rules in effect, which do not name it (3 tries)',
		'           The rules of this server do not let 10.99.0.9 in.',
	]);
});

test('plain characters where there are no others', () => {
	const [line] = renderInboundNews(refused, {...style, marks: asciiMarks});
	assert.match(line ?? '', /^14:02:11 X 10\.99\.0\.9/);
});

test('only the line itself stands out, and says the same without that', () => {
	const highlight = (line: string) => `<${line}>`;
	const lines = renderInboundNews(refused, {...style, highlight});
	assert.deepEqual(
		lines.map(line => line.startsWith('<')),
		[true, false],
	);
	const plain = renderInboundNews(refused, style);
	assert.equal(lines[0], `<${plain[0]}>`);
});
