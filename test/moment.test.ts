import assert from 'node:assert/strict';
import {test} from 'node:test';
import {formatTime, timeAgo} from '../source/moment.js';

const then = '2026-11-22T14:02:11.000Z';
for (const [seconds, wanted] of [
	[0, 'just now'],
	[59, 'just now'],
	[60, '1 minute ago'],
	[3599, '59 minutes ago'],
	[3600, '1 hour ago'],
	[86_399, '23 hours ago'],
	[86_400, '1 day ago'],
	[6 * 86_400, '6 days ago'],
	[7 * 86_400, 'on 2026-11-22 14:02 UTC'],
	[-1, 'on 2026-11-22 14:02 UTC'],
] as const) {
	test(`what was ${seconds} seconds ago was ${wanted}`, () => {
		assert.equal(timeAgo(then, Date.parse(then) + seconds * 1000), wanted);
	});
}

test('a moment of today is told by its time', () => {
	assert.equal(formatTime(then), '14:02 UTC');
});
