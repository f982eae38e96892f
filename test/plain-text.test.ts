import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {plainText} from '../source/plain-text.js';

for (const [name, text, plain] of [
	['words', '220 smtp.uni.edu ESMTP', '220 smtp.uni.edu ESMTP'],
	['words of the world', 'Bücher 图书馆 библиотека', 'Bücher 图书馆 библиотека'],
	['a picture', 'ready 🎉', 'ready 🎉'],
	['several lines', 'one\r\ntwo\nthree\u2028four\u0085five', 'one two three four five'],
	['tabs and wide spaces', 'one\t two\u00A0\u3000three', 'one two three'],
	['spaces around', ' \r\n words \0', 'words'],
	['a colour', '\u001B[1;31mred\u001B[0m', 'red'],
	['a screen that is wiped', '\u001B[2J\u001B[H\u001B[?25lgone', 'gone'],
	['a title for the window', '\u001B]0;owned\u0007words', 'words'],
	['a title, ended otherwise', '\u001B]0;owned\u001B\\words', 'words'],
	['a link', '\u001B]8;;http://evil.example\u001B\\here\u001B]8;;\u001B\\', 'here'],
	['a string for the device', '\u001BP1$r0m\u001B\\words', 'words'],
	['a title without an end', 'words \u001B]0;owned', 'words'],
	// In eight bits such a title begins as half of a quotation mark does.
	['a title in eight bits', '\u009D0;owned\u009Cwords', '0;owned words'],
	['a colour in eight bits', '\u009B31mred', 'red'],
	['half a sequence', 'words\u001B[31', 'words [31'],
	['a sequence within a sequence', '\u001B\u001B[0m[31mwords', '[31mwords'],
	['a reset of the terminal', '\u001Bcwords', 'cwords'],
	['a bell and a backspace', 'pass\u0007\bword', 'pass word'],
	['letters from right to left by force', 'exe\u202Efdp.\u202C', 'exe fdp.'],
	['isolated letters', '\u2066admin\u2069', 'admin'],
	['letters without a width', 'pay\u200Bpal\u200D\uFEFF', 'pay pal'],
	['a soft hyphen', 'un\u00ADi', 'un i'],
	['letters that nobody sees', 'a\u3164b\u115Fc\u034Fd\uFE0Fe', 'a b c d e'],
	['tags that nobody sees', 'a\u{E0061}b', 'a b'],
	['private letters', 'a\uE000b', 'a b'],
	['half of a letter', 'a\uD83Db', 'a b'],
	['nothing', '', ''],
] as const) {
	test(`of ${name} only what can be read stays`, () => {
		assert.equal(plainText(text), plain);
	});
}

for (const [text, most, plain] of [
	['a'.repeat(200), undefined, 'a'.repeat(200)],
	['a'.repeat(201), undefined, `${'a'.repeat(200)}…`],
	['words and words', 5, 'words…'],
	['a🎉🎉', 2, 'a…'],
	['a🎉🎉', 3, 'a🎉…'],
	['', 0, ''],
] as const) {
	test(`a text of ${text.length} characters is cut to ${most ?? 200}`, () => {
		assert.equal(plainText(text, most), plain);
	});
}

/** Rubbish, with more escapes than chance would give. */
const hostile = fc
	.array(
		fc.oneof(
			fc.string({unit: 'binary'}),
			fc.constantFrom('\u001B', '\u001B[', '\u001B]', '\u009B', '\u009D', '\u0007'),
			fc.constantFrom('\u001B\\', '0;', '31m', 'm', '\u202E', '\uD83D', '\uDE00', '\n'),
		),
		{maxLength: 30},
	)
	.map(parts => parts.join(''));

test('no control character, and nothing that nobody sees, ever gets through', () => {
	fc.assert(
		fc.property(hostile, fc.nat(100), (text, most) => {
			const plain = plainText(text, most);
			assert.doesNotMatch(plain, /[\p{C}\p{Zl}\p{Zp}\p{DI}]/u);
			assert.ok(plain.length <= most + 1);
			assert.equal(plain, plain.trim());
		}),
	);
});

test('what is plain stays as it is', () => {
	fc.assert(
		fc.property(hostile, text => {
			const plain = plainText(text);
			assert.equal(plainText(plain, plain.length), plain);
		}),
	);
});

test('a megabyte of sequences takes no time', () => {
	const start = performance.now();
	for (const part of ['\u001B[', '\u001B]', '\u001B[0', '\u001B[0 ', '\u001B]\u001B']) {
		plainText(part.repeat(1_000_000 / part.length));
	}

	assert.ok(performance.now() - start < 3000);
});
