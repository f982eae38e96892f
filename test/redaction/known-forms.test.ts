import assert from 'node:assert/strict';
import {test} from 'node:test';
import fastCheck from 'fast-check';
import {redactorFor} from '../../source/redaction/redactor.js';
import {formsOf} from '../helpers/planted-secrets.js';

const secret = {user: 'looker', value: `T>r0"ub\\4 d'or&3?`};
const shown = '[secret-00000000]';
const nameOf = () => shown;

for (const form of formsOf(secret).filter(each => !each.includes('\0'))) {
	test(`a known secret is found as ${JSON.stringify(form)}`, () => {
		const {redact} = redactorFor({secrets: [secret], nameOf});
		assert.equal(
			redact(`said (${form}) twice: (${form})`),
			`said (${shown}) twice: (${shown})`,
		);
	});
}

for (const before of ['', 'a', 'ab', 'abc', 'user:', '\0x\0']) {
	test(`it is found in base64 behind ${JSON.stringify(before)}`, () => {
		const {redact} = redactorFor({secrets: [secret], nameOf});
		const form = Buffer.from(`${before}${secret.value} and more`).toString('base64');
		assert.equal(redact(`said ${form}.`), `said ${shown}.`);
	});
}

for (const gap of ['\n', '\r\n', '\r\n ', '\n\t\t']) {
	test(`it is found where ${JSON.stringify(gap)} breaks it`, () => {
		const {redact} = redactorFor({secrets: [secret], nameOf});
		for (let at = 1; at < secret.value.length; at += 1) {
			const broken = secret.value.slice(0, at) + gap + secret.value.slice(at);
			assert.equal(redact(`a ${broken} b`), `a ${shown} b`);
		}
	});
}

test('each line of a secret of several lines is one', () => {
	const {redact} = redactorFor({secrets: [{value: 'first line\nsecond line'}], nameOf});
	assert.equal(redact('> first line\n> second line\n'), `> ${shown}\n> ${shown}\n`);
});

test('equal secrets have equal tokens in every form, and others have others', () => {
	const secrets = [secret, {value: 'another1'}];
	const {redact, secrets: count, places} = redactorFor({secrets});
	const [first, ...rest] = formsOf(secret)
		.filter(form => !form.includes('\0'))
		.map(redact);
	assert.match(first ?? '', /^\[secret-[\da-f]{8}\]$/);
	assert.deepEqual(new Set(rest), new Set([first]));
	assert.notEqual(redact('another1'), first);
	assert.equal(redact('password=another1'), `password=${redact('another1')}`);
	assert.equal(count(), 2);
	assert.equal(places(), rest.length + 4);
});

test('a token says nothing about its secret: another time it is another', () => {
	const secrets = [secret];
	assert.notEqual(
		redactorFor({secrets}).redact(secret.value),
		redactorFor({secrets}).redact(secret.value),
	);
});

test('of secrets that are parts of one another nothing is left', () => {
	const secrets = ['pass', 'password1', 'word', 'password12'].map(value => ({value}));
	const {redact} = redactorFor({secrets, nameOf: () => '#'});
	assert.equal(redact('password12 password1 pass word xpassx'), '# # # # x#x');
});

test('a secret in what stands for another is no reason to go on', () => {
	const secrets = [{value: 'secret'}, {value: 'e'}];
	const {redact} = redactorFor({secrets, nameOf});
	assert.equal(redact('secret'), shown);
});

const text = fastCheck.string({unit: 'binary', maxLength: 300});
const password = fastCheck.string({unit: 'grapheme', minLength: 6, maxLength: 40});

test('no text around a secret keeps it, whatever letters it has', () => {
	fastCheck.assert(
		fastCheck.property(text, password, text, (before, value, after) => {
			fastCheck.pre(!shown.includes(value));
			const {redact} = redactorFor({secrets: [{value}], nameOf});
			return !redact(before + value + after).includes(value);
		}),
	);
});

test('what was redacted once stays as it is', () => {
	fastCheck.assert(
		fastCheck.property(text, password, text, (before, value, after) => {
			const {redact} = redactorFor({secrets: [{value: `${value}#`}]});
			const once = redact(before + value + after);
			return redact(once) === once || once.includes('secret');
		}),
	);
});
