import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readHostName} from '../../source/addresses/host-name.js';

for (const [text, name] of [
	['MSSQL.uni.edu', 'mssql.uni.edu'],
	['localhost', 'localhost'],
	['a-1.uni.edu.', 'a-1.uni.edu'],
	['bücher.example', 'xn--bcher-kva.example'],
	['3com.com', '3com.com'],
	[`${'a'.repeat(63)}.edu`, `${'a'.repeat(63)}.edu`],
] as const) {
	test(`"${text}" is the host ${name}`, () => {
		assert.equal(readHostName(text).value, name);
	});
}

for (const [text, reason] of [
	['', /needed/],
	['https://uni.edu', /without a protocol/],
	['uni.edu:443', /without a protocol, port/],
	['uni edu', /space/],
	['-a.uni.edu', /hyphen/],
	['a-.uni.edu', /hyphen/],
	['a..uni.edu', /dots/],
	['under_score.uni.edu', /letters, digits and hyphens/],
	['10.20.30.40', /address/],
	['0x7f.1', /address/],
	['1.2.3.256', /not a host name/],
	['uni.123', /not a host name|ends in a number/],
	['300.1.1.999', /not a host name/],
	[`${'a'.repeat(64)}.edu`, /not a host name|63/],
	[Array.from({length: 64}, () => 'abc').join('.'), /not a host name|253/],
	['uni.edu\n}flush ruleset', /space/],
	['uni%2eedu', /"%"/],
] as const) {
	test(`${JSON.stringify(text.slice(0, 40))} is refused with its reason`, () => {
		assert.match(readHostName(text).fault ?? '', reason);
	});
}
