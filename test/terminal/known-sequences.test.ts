import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type Documented, unknownIn} from './known-sequences.js';

const every: readonly Documented[] = ['linux', 'vt220', 'screen'];

for (const sent of [
	'plain · text\r\n\b',
	'\u001B[H\u001B[2J\u001B[;50H\u001B[24;2H',
	'\u001B[K\u001B[C\u001B[26D',
	'\u001B[m\u001B[1m\u001B[;7m',
	'\u001B[?25l\u001B[?25h\u001B[?1049h\u001B[?2004l',
]) {
	test(`${JSON.stringify(sent)} is known everywhere`, () => {
		assert.deepEqual(
			every.map(terminal => unknownIn(sent, terminal)),
			[[], [], []],
		);
	});
}

for (const [sent, where] of [
	['\u001B]52;c;aGk=\u0007', every],
	['\u001B]0;title\u001B\\', every],
	['\u001BP+q\u001B\\', every],
	['\u009B2J', every],
	['\u0007', every],
	['\u202E', every],
	['\u200B', every],
	['\u001B[?1000h', every],
	['\u001B[?2026h', every],
	['\u001B[1E', every],
	['\u001B[38;5;9m', every],
	['\u001B[90m', every],
	['\u001B[2m', ['vt220']],
	['\u001B[31m', ['vt220']],
	['\u001B[3m', ['linux', 'vt220']],
] as const) {
	test(`${JSON.stringify(sent)} is not known to ${where.join(', ')}`, () => {
		const unknown = every.filter(terminal => unknownIn(sent, terminal).length > 0);
		assert.deepEqual(unknown, where);
	});
}
