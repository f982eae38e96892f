import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readMailAddress} from '../../source/addresses/mail-address.js';

for (const [text, value] of [
	['it@uni.edu', 'it@uni.edu'],
	["o'brien.it+alerts@Uni.edu", "o'brien.it+alerts@uni.edu"],
	['it@bücher.example', 'it@xn--bcher-kva.example'],
	['root@localhost', 'root@localhost'],
] as const) {
	test(`${text} is read as ${value}`, () => {
		assert.deepEqual(readMailAddress(text), {value});
	});
}

for (const text of [
	'',
	'it',
	'it@',
	'@uni.edu',
	'it@uni@edu',
	'it@uni.edu>\r\nRCPT TO:<all@uni.edu',
	'it@uni.edu\r\nBcc: all@uni.edu',
	'<it@uni.edu>',
	'IT <it@uni.edu>',
	'it@uni.edu, all@uni.edu',
	'a b@uni.edu',
	'.it@uni.edu',
	'i..t@uni.edu',
	'jürgen@uni.edu',
	`${'x'.repeat(65)}@uni.edu`,
	'it@10.0.0.1',
	'it@-uni.edu',
]) {
	test(`${JSON.stringify(text)} is no mail address, and it is said why`, () => {
		const {value, fault = ''} = readMailAddress(text);
		assert.equal(value, undefined);
		assert.match(fault, /^["A-Z].*[.]$/);
	});
}
