import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {formatAddress} from '../../source/addresses/address.js';
import {lastOf, readCidr} from '../../source/addresses/cidr.js';
import {entriesInTable, entriesInText} from '../../source/addresses/entries-in-text.js';

for (const [what, text, entries, leftOut] of [
	['commas, semicolons and blanks', 'a, b;c  d', ['a', 'b', 'c', 'd'], 0],
	['lines of any system', 'a\nb\r\nc\rd\n\n', ['a', 'b', 'c', 'd'], 0],
	['nothing', ' \n\t\n', [], 0],
	[
		'a file with comments',
		'# viewers\n10.0.0.0/8, 10.1.0.0/16;10.2.0.0/16\r\n\t2001:db8::/32 # campus\n\n',
		['10.0.0.0/8', '10.1.0.0/16', '10.2.0.0/16', '2001:db8::/32'],
		0,
	],
	[
		'a column in quotes',
		'"10.0.0.0/8"\r\n"10.1.0.0/16"',
		['10.0.0.0/8', '10.1.0.0/16'],
		0,
	],
	['typographic quotes', '“10.0.0.0/8” ‘10.1.0.0/16’', ['10.0.0.0/8', '10.1.0.0/16'], 0],
	['a list of JSON', '["10.0.0.0/8", "::/0"]', ['10.0.0.0/8', '::/0'], 0],
	['bullets', '- 10.0.0.0/8\n• 10.1.0.0/16\n* b', ['10.0.0.0/8', '10.1.0.0/16', 'b'], 0],
	['a byte order mark', '\uFEFF10.0.0.0/8', ['10.0.0.0/8'], 0],
	['a mark inside an address', '1\uFEFF0.20.0.0/16', ['10.20.0.0/16'], 0],
	['what is sent to terminals', 'a\u001B[2J\u001B[31mb\u200B', ['ab'], 0],
	['an Esc alone', '1\u001B0.20.0.0/16', ['10.20.0.0/16'], 0],
	['a title for a terminal', '\u001B]0;title\u0007a', ['a'], 0],
	['a no-break space', '10.0.0.0/8\u00A010.1.0.0/16', ['10.0.0.0/8', '10.1.0.0/16'], 0],
	[
		'a note after two slashes',
		'10.0.0.0/8 // 10.9.0.0/16, an old one',
		['10.0.0.0/8'],
		0,
	],
	['a note after a semicolon', '10.0.0.0/8 ; campus, was 10.9.0.0/16', ['10.0.0.0/8'], 0],
	['a line that is switched off', ';10.9.0.0/16\n10.0.0.0/8', ['10.0.0.0/8'], 0],
	[
		'a semicolon between two',
		'10.0.0.0/8 ; 10.1.0.0/16',
		['10.0.0.0/8', '10.1.0.0/16'],
		0,
	],
	['a semicolon between names', 'aa1 ; aa2', ['aa1', 'aa2'], 0],
	['IPv6 after a semicolon', '10.0.0.0/8 ; fe80::1', ['10.0.0.0/8', 'fe80::1'], 0],
	['words beside a network', 'Library 10.0.0.0/8 (100 PCs)', ['10.0.0.0/8'], 3],
	[
		'words between networks',
		'10.1.0.0/16 and 10.2.0.0/16',
		['10.1.0.0/16', '10.2.0.0/16'],
		1,
	],
	['a row of a table', 'Library\t10.0.0.0/8\tfirst floor', ['10.0.0.0/8'], 3],
	['a hyphen before a word', '10.0.0.0/8 - Campus', ['10.0.0.0/8'], 1],
	['names beside an address', '10.0.0.1 aa1.uni.edu aa2', ['10.0.0.1', 'aa1.uni.edu'], 1],
	['names alone', 'aa1 aa2.uni.edu', ['aa1', 'aa2.uni.edu'], 0],
	[
		'what looks like an address',
		'10.0.0.0/33 10.0.0/8 x',
		['10.0.0.0/33', '10.0.0/8'],
		1,
	],
	['a netmask', '10.0.0.0 255.255.0.0', ['10.0.0.0/16'], 0],
	['a netmask in the next cell', '10.0.0.0\t255.255.255.128', ['10.0.0.0/25'], 0],
	['a netmask in quotes', '"10.0.0.0","255.255.0.0"', ['10.0.0.0/16'], 0],
	['a netmask after a slash', '10.0.0.0/255.255.0.0', ['10.0.0.0/16'], 0],
	['a netmask for one address', '10.0.0.1 255.255.255.255', ['10.0.0.1/32'], 0],
	['a wildcard', 'permit ip 10.0.0.0 0.0.255.255 any', ['10.0.0.0/16'], 3],
	['two addresses', '10.0.0.0 10.255.0.0', ['10.0.0.0', '10.255.0.0'], 0],
	['masks in a row', '10.0.0.1 10.0.0.0 255.0.0.0', ['10.0.0.1', '10.0.0.0/8'], 0],
	['no mask', '10.0.0.0/255.0.255.0', ['10.0.0.0/255.0.255.0'], 0],
	// It would be everybody as a netmask, and one address as a wildcard.
	['a mask of zeros', '10.0.0.0/0.0.0.0', ['10.0.0.0/0.0.0.0'], 0],
	[
		'a range',
		'10.0.0.1-10.0.0.9',
		['10.0.0.1', '10.0.0.2/31', '10.0.0.4/30', '10.0.0.8/31'],
		0,
	],
	['a range with blanks', '10.0.0.0 – 10.0.255.255', ['10.0.0.0/16'], 0],
	['an IPv6 range', '2001:db8::2-2001:db8::3', ['2001:db8::2/127'], 0],
	['a range that runs backwards', '10.0.0.9-10.0.0.1', ['10.0.0.9-10.0.0.1'], 0],
	[
		'a name with hyphens',
		'aa-1.uni.edu 10-20.uni.edu',
		['aa-1.uni.edu', '10-20.uni.edu'],
		0,
	],
	['a wrong wildcard of names', '*.uni.edu', ['*.uni.edu'], 0],
] as const) {
	test(`in a text there may be ${what}`, () => {
		assert.deepEqual(entriesInText(text), {entries, leftOut});
	});
}

for (const [what, table, entries, leftOut] of [
	[
		'commas',
		'Library,10.20.0.0/16,10.20.0.1\nLaw,10.21.0.0/16,10.21.0.1',
		['10.20.0.0/16', '10.21.0.0/16'],
		0,
	],
	['semicolons', '10.20.0.0/16;Library;lib.uni.edu\r\n', ['10.20.0.0/16'], 0],
	['a heading', 'Name,Network\nLibrary,10.20.0.0/16', ['10.20.0.0/16'], 2],
	['quotes', '"Library, north","10.20.0.0/16"', ['10.20.0.0/16'], 0],
	[
		'masks in a column of their own',
		'Library,10.20.0.0,255.255.0.0,10.20.0.1',
		['10.20.0.0/16'],
		0,
	],
	['ranges', 'Library;10.20.0.1-10.20.0.3;x', ['10.20.0.1', '10.20.0.2/31'], 0],
	['what looks like an address', 'Library,10.20.0.0/33', ['10.20.0.0/33'], 0],
	['a column alone', '10.20.0.0/16\n10.21.0.0/16', ['10.20.0.0/16', '10.21.0.0/16'], 0],
] as const) {
	test(`a table may have ${what}`, () => {
		assert.deepEqual(entriesInTable(table), {entries, leftOut});
	});
}

test('a range holds exactly the addresses from its first to its last', () => {
	const address = fc.bigInt({min: 0x0a00_0000n, max: 0x0a00_ffffn});
	fc.assert(
		fc.property(address, address, (one, other) => {
			const [first, last] = one < other ? [one, other] : [other, one];
			const text = [first, last].map(value => formatAddress({family: 4, value}));
			const cidrs = entriesInText(text.join('-')).entries.map(
				entry => readCidr(entry).value,
			);
			const bounds = cidrs.flatMap(cidr =>
				cidr === undefined ? [] : [[cidr.first, lastOf(cidr)] as const],
			);
			assert.equal(bounds[0]?.[0], first);
			assert.equal(bounds.at(-1)?.[1], last);
			for (const [index, [begin]] of bounds.slice(1).entries()) {
				assert.equal(begin, (bounds[index]?.[1] ?? 0n) + 1n);
			}
		}),
	);
});

test('no text makes entries with blanks or control characters', () => {
	fc.assert(
		fc.property(fc.string({unit: 'binary', maxLength: 200}), text => {
			for (const entry of [
				...entriesInText(text).entries,
				...entriesInTable(text).entries,
			]) {
				assert.match(entry, /^[^\s\p{C}]+$/u);
			}
		}),
	);
});

for (const [what, piece] of [
	['digits', '1'],
	['dots', '1.1.1.1.'],
	['blanks', '1 '],
	['hyphens', '10.0.0.1-'],
	['slashes', '10.0.0.1/'],
	['semicolons', '1 ;'],
	['blank space', ' '],
	['colons', 'a:'],
	['sequences for a terminal', '\u001B]8;;a'],
] as const) {
	test(`a mebibyte of ${what} is read while one waits`, {timeout: 10_000}, () => {
		const text = piece.repeat((1024 * 1024) / piece.length);
		entriesInText(text);
		entriesInTable(text);
	});
}
