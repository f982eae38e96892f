import assert from 'node:assert/strict';
import {test} from 'node:test';
import {decodeText} from '../../source/host/decode-text.js';

for (const [name, bytes, text] of [
	['nothing', Buffer.from(''), ''],
	['UTF-8', Buffer.from('Universität\r\n'), 'Universität\r\n'],
	['a byte order mark', Buffer.from('\uFEFFa'), 'a'],
	['the sign for what could not be read', Buffer.from('a\uFFFD'), 'a\uFFFD'],
] as const) {
	test(`${name} is text`, () => {
		assert.deepEqual(decodeText(bytes), {text});
	});
}

for (const [name, bytes, line, words] of [
	['UTF-16 from Windows', Buffer.from('\uFEFFa\nb', 'utf16le'), 1, /UTF-16.*save it/],
	['UTF-16 the other way round', Buffer.of(0xfe, 0xff, 0, 0x61), 1, /UTF-16/],
	['Latin-1', Buffer.from('a\nb\nc \xe4\n', 'latin1'), 3, /no UTF-8 text: save it/],
	['a zero', Buffer.from('a\n\0'), 2, /no text/],
	['half a letter at the end', Buffer.of(0x61, 0x0a, 0xc3), 2, /no UTF-8/],
] as const) {
	test(`${name} is no text, from line ${line} on`, () => {
		const {fault, ...rest} = decodeText(bytes);
		assert.match(fault ?? '', words);
		assert.deepEqual(rest, {line});
	});
}
