import assert from 'node:assert/strict';
import {test} from 'node:test';
import {howToKnock} from '../../source/probes/inbound/how-to-knock.js';
import type {InboundNews} from '../../source/probes/inbound/inbound-news.js';
import {inboundRows} from '../../source/probes/inbound/inbound-rows.js';
import {
	describeInboundNews,
	inboundMark,
	renderHowToKnock,
} from '../../source/reports/inbound-lines.js';
import {asciiMarks, unicodeMarks} from '../../source/reports/marks.js';
import {sampleResult} from './sample-results.js';

const place = {at: 0, port: 9999} as const;
const result = sampleResult({
	...{direction: 'inbound', source: '10.20.0.7', port: 9999},
	detail: 'let in by the rule "viewers"',
});
const knock = (tries: number, letIn: number): InboundNews => ({
	...place,
	...{event: 'knock', tries, letIn, result},
});

for (const [news, mark, words] of [
	[knock(1, 1), '✓', '10.20.0.7 9999/tcp let in by the rule "viewers"'],
	[knock(3, 3), '✓', '10.20.0.7 9999/tcp let in by the rule "viewers" (3 tries)'],
	[
		knock(1200, 1),
		'✓',
		'10.20.0.7 9999/tcp let in by the rule "viewers" (1,200 tries, 1 let in)',
	],
	[
		{...place, event: 'listening', listener: 'stand-in'},
		'·',
		'9999/tcp is answered here for a test; Analytics itself does not run there yet',
	],
	[
		{...place, event: 'listening', listener: 'program'},
		'·',
		'9999/tcp is answered by a program that runs there already',
	],
	[
		{...place, event: 'listening', listener: 'nobody'},
		'·',
		'9999/tcp is not answered here any more',
	],
	[
		{...place, event: 'crowd', machines: 4046},
		'!',
		'9999/tcp 4,046 more machines knocked at the same time, and are not listed',
	],
	[
		{...place, event: 'full', machines: 4096},
		'!',
		'9999/tcp 4,096 machines have knocked; others are not counted any more',
	],
] as const) {
	test(`what happened is a line: ${words}`, () => {
		assert.equal(describeInboundNews(news), words);
		assert.equal(inboundMark(news, unicodeMarks), mark);
		assert.match(inboundMark(news, asciiMarks), /^[!-~]$/);
	});
}

test('what to run is told for every side, in lines that can be copied whole', () => {
	const lines = howToKnock(inboundRows(), 'analytics.uni.edu');
	assert.deepEqual(renderHowToKnock(lines, '10.10.0.10', 60), [
		'To see whether others get in, run one of these lines on',
		'their side:',
		'',
		"On a viewer's PC (9999/tcp)",
		'  PowerShell  Test-NetConnection analytics.uni.edu -Port 9999',
		'  curl        curl -v -m 5 telnet://analytics.uni.edu:9999',
		'  nc          nc -v -z -w 5 analytics.uni.edu 9999',
		'On an AppsAnywhere server (19999/tcp)',
		'  PowerShell  Test-NetConnection analytics.uni.edu -Port 19999',
		'  curl        curl -v -m 5 telnet://analytics.uni.edu:19999',
		'  nc          nc -v -z -w 5 analytics.uni.edu 19999',
		'On the support jump host (22/tcp)',
		'  PowerShell  Test-NetConnection analytics.uni.edu -Port 22',
		'  curl        curl -v -m 5 telnet://analytics.uni.edu:22',
		'  nc          nc -v -z -w 5 analytics.uni.edu 22',
		'',
		'Where the name is not known yet, put 10.10.0.10 in its',
		'place.',
	]);
});
