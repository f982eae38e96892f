import assert from 'node:assert/strict';
import {test} from 'node:test';
import {adviseOnCidrs} from '../../source/answers/cidr-advice.js';

for (const [name, texts, advice] of [
	['an empty list has nothing to be said about', [], []],
	['plain networks pass in silence', ['10.20.0.0/16', '2001:db8:20::/48'], []],
	['single addresses pass in silence', ['10.30.0.10', '2001:db8::10/128'], []],
	['names and faults are passed over', ['aa2.uni.edu', '10.0.0.0/33', ''], []],
	['host bits are told', ['10.20.4.1/16'], [[0, /read as 10\.20\.0\.0\/16/]]],
	['IPv6 host bits are told', ['2001:db8:20::7/48'], [[0, /read as 2001:db8:20::\/48/]]],
	['a duplicate is told once', ['10.1.0.0/16', '10.1.0.0/16'], [[1, /twice/]]],
	[
		'a duplicate in other words',
		['::1:0/112', '::1:0:0/112', '0::1:0/112'],
		[[2, /twice/]],
	],
	[
		'one network in another',
		['10.20.4.0/24', '10.20.0.0/16'],
		[[0, /inside 10\.20\.0\.0\/16/]],
	],
	[
		'an address in the second of two networks',
		['10.1.0.0/16', '10.3.0.0/16', '10.3.0.7'],
		[[2, /inside 10\.3\.0\.0\/16/]],
	],
	[
		'both networks in a third',
		['10.2.0.0/16', '10.1.0.0/16', '10.0.0.0/8', '11.0.0.0/16'],
		[
			[0, /inside 10\.0\.0\.0\/8/],
			[1, /inside 10\.0\.0\.0\/8/],
		],
	],
	[
		'a network as it was typed',
		['10.0.0.0/1', '10.1.0.0/16'],
		[
			[0, /large part/],
			[1, /inside 10\.0\.0\.0\/1;/],
		],
	],
	['neighbours do not overlap', ['10.0.0.0/24', '10.0.1.0/24'], []],
	['families do not overlap', ['10.0.0.0/8', '::10'], []],
	['everybody', ['0.0.0.0/0'], [[0, /everybody: every IPv4 address/]]],
	['everybody by IPv6', ['::/0'], [[0, /everybody: every IPv6 address/]]],
	['everybody, with host bits', ['10.0.0.1/0'], [[0, /everybody/]]],
	['too much of the Internet', ['10.0.0.0/7'], [[0, /large part of the whole Internet/]]],
	['too much by IPv6', ['2000::/3'], [[0, /large part of the whole Internet/]]],
	['the widest that may be meant', ['10.0.0.0/8', '2001::/19'], []],
	['just too much by IPv6', ['2000::/18'], [[0, /large part/]]],
	['an address twice', ['10.30.0.10', '10.30.0.10'], [[1, /twice/]]],
	['spaces around an entry', [' 10.20.4.1/16 '], [[0, /read as/]]],
] as const) {
	test(`advice: ${name}`, () => {
		const found = adviseOnCidrs(texts);
		assert.deepEqual(
			[...found.keys()].toSorted(),
			advice.map(([index]) => index),
		);
		for (const [index, words] of advice) {
			assert.match(found.get(index) ?? '', words);
		}
	});
}

test('100,000 entries are advised on while one waits', {timeout: 10_000}, () => {
	const texts = Array.from(
		{length: 100_000},
		(_, index) => `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
	);
	const found = adviseOnCidrs(['10.1.0.0/16', ...texts]);
	assert.equal(found.size, 100_000 - 65_536);
});
