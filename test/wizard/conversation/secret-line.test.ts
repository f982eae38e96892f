import assert from 'node:assert/strict';
import {test} from 'node:test';
import {typeSecret} from '../../../source/wizard/conversation/secret-line.js';

for (const [name, input, text, end] of [
	['letters are added', 'abc', 'xabc', undefined],
	['Enter ends it', 'y\r', 'xy', 'entered'],
	['a line feed ends it too', '\n', 'x', 'entered'],
	['what comes after Enter is no part of it', 'y\rquit\r', 'xy', 'entered'],
	['backspace takes a whole character away', '🔑\u007F', 'x', undefined],
	['Ctrl-U takes all away', 'yz\u0015a', 'a', undefined],
	['what an arrow key sends is no part of it', '\u001B[A\u001BOBy', 'xy', undefined],
	['other control characters are none either', '\u0007\u0000y', 'xy', undefined],
	['a space is one', ' ', 'x ', undefined],
	['Ctrl-D in the middle does nothing', '\u0004y', 'xy', undefined],
] as const) {
	test(name, () => {
		assert.deepEqual(typeSecret('x', input), {text, end});
	});
}
