import assert from 'node:assert/strict';
import {test} from 'node:test';
import fastCheck from 'fast-check';
import {plainWordsWithout} from '../../source/redaction/plain-words.js';

const shown = '(password)';
const account = {user: 'looker', password: 'Tr0ub4dor&3'};
const plainWords = plainWordsWithout(account);

test('what is no password is told as plain text', () => {
	assert.equal(
		plainWords('Login failed\r\nfor \u001B[31mlooker'),
		'Login failed for looker',
	);
});

test('without an account nothing is left out', () => {
	assert.equal(plainWordsWithout()('250 fine'), '250 fine');
});

test('a password with spaces is known again as plain text', () => {
	const words = plainWordsWithout({user: 'looker', password: 'two  spaces'});
	assert.equal(
		words('you said two  spaces, or two spaces'),
		`you said ${shown}, or ${shown}`,
	);
});

test('a password that is a part of itself in base64 leaves no part of that', () => {
	const password = 'YQ';
	const words = plainWordsWithout({user: 'a', password});
	const base64 = Buffer.from(password).toString('base64');
	assert.equal(words(`said ${base64}`), `said ${shown}`);
});

test('an empty password is no secret', () => {
	assert.equal(plainWordsWithout({user: 'a', password: ''})('abc'), 'abc');
});

test('no words around a password keep it', () => {
	const text = fastCheck.string({unit: 'binary', maxLength: 300});
	const password = fastCheck.string({
		unit: 'grapheme-ascii',
		minLength: 8,
		maxLength: 30,
	});
	fastCheck.assert(
		fastCheck.property(text, password, text, (before, secret, after) => {
			fastCheck.pre(!shown.includes(secret) && secret.trim() === secret);
			const words = plainWordsWithout({user: 'looker', password: secret});
			return !words(before + secret + after).includes(secret);
		}),
	);
});
