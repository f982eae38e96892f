import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseAddress} from '../../source/addresses/address.js';
import {describeNetworks, describePeers} from '../../source/wizard/describe-entries.js';
import type {DescribeEntries} from '../../source/wizard/field.js';

const notesOn = (
	describe: DescribeEntries,
	entries: readonly string[],
	from?: string,
) => {
	const sshClient = from === undefined ? undefined : parseAddress(from);
	const notes = describe(entries, {sshClient});
	return entries.map((_, index) => notes.on(index));
};
const typedNote = (entries: readonly string[], text: string, from = '10.99.0.1') =>
	describePeers(entries, {sshClient: parseAddress(from)}).onTyped(text).text;

for (const [entry, note, isWarning] of [
	['10.20.0.0/16', '65,536 addresses', false],
	['10.24.8.0/31', '2 addresses', false],
	['10.40.0.7', 'one address', false],
	['2001:db8::7', 'one address', false],
	['2001:db8:20::/48', 'IPv6', false],
	['10.20.4.1/16', 'read as 10.20.0.0/16, the network it lies in', true],
	['0.0.0.0/0', 'this is everybody: every IPv4 address there is', true],
	['10.0.0.0/1', 'a /1 is a large part of the whole Internet: check the prefix', true],
	['10.20.0.0/33', '', false],
	['rubbish', '', false],
	[' 10.20.0.0/16 ', '65,536 addresses', false],
] as const) {
	test(`beside "${entry}" stands "${note}"`, () => {
		assert.deepEqual(notesOn(describeNetworks, [entry]), [{text: note, isWarning}]);
	});
}

for (const [entry, from, note] of [
	['10.20.0.0/16', '10.20.255.255', '65,536 addresses, you are in it'],
	['10.20.0.0/16', '10.21.0.0', '65,536 addresses'],
	['10.40.0.7', '10.40.0.7', 'one address, yours'],
	['2001:db8:20::/48', '2001:db8:20::7', 'IPv6, you are in it'],
	['10.0.0.0/8', '2001:db8:20::7', '16,777,216 addresses'],
	[
		'10.20.4.1/16',
		'10.20.0.1',
		'read as 10.20.0.0/16, the network it lies in (you are in it)',
	],
] as const) {
	test(`beside "${entry}" stands "${note}" for whoever comes from ${from}`, () => {
		assert.equal(notesOn(describeNetworks, [entry], from)[0]?.text, note);
	});
}

test('overlaps are told beside the entry that is needless, and counted beside the wide one', () => {
	const entries = [
		'10.20.0.0/16',
		'10.20.4.0/24',
		'10.20.0.0/16',
		'10.20.4.7',
		'10.21.0.0/16',
	];
	assert.deepEqual(
		notesOn(describeNetworks, entries).map(({text}) => text),
		[
			'65,536 addresses, 2 more inside',
			'already inside 10.20.0.0/16; it will be merged',
			'is in the list twice',
			'already inside 10.20.0.0/16; it will be merged',
			'65,536 addresses',
		],
	);
});

test('a name among servers is called a name, and keeps its place', () => {
	const entries = ['10.30.0.10', 'aa2.uni.edu', '10.30.0.10', 'under_score'];
	assert.deepEqual(
		notesOn(describePeers, entries).map(({text}) => text),
		['one address', 'name', 'is in the list twice', ''],
	);
});

for (const [text, note] of [
	['10.20.4.0/24', 'already inside 10.20.0.0/16; it will be merged'],
	['10.20.0.0/16', 'is in the list already'],
	['10.0.0.0/8', '16,777,216 addresses, you are in it, 2 more inside'],
	['10.99.0.0/24', '256 addresses, you are in it'],
	['aa1.uni.edu', 'name'],
	['10.20.0.0/33', ''],
] as const) {
	test(`of "${text}" is said while it is typed: "${note}"`, () => {
		assert.equal(typedNote(['10.20.0.0/16', '10.30.0.0/16', 'aa2.uni.edu'], text), note);
	});
}
