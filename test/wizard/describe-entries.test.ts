import assert from 'node:assert/strict';
import {test} from 'node:test';
import {describeNetworks, describePeers} from '../../source/wizard/describe-entries.js';

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
		assert.deepEqual(describeNetworks([entry]), [{text: note, isWarning}]);
	});
}

test('overlaps are told beside the entry that is needless', () => {
	const notes = describeNetworks(['10.20.0.0/16', '10.20.4.0/24', '10.20.0.0/16']);
	assert.deepEqual(
		notes.map(({isWarning}) => isWarning),
		[false, true, true],
	);
	assert.match(notes[1]?.text ?? '', /already inside 10\.20\.0\.0\/16/);
	assert.match(notes[2]?.text ?? '', /twice/);
});

test('a name among servers is called a name, and keeps its place', () => {
	const notes = describePeers(['10.30.0.10', 'aa2.uni.edu', '10.30.0.10', 'under_score']);
	assert.deepEqual(
		notes.map(({text}) => text),
		['one address', 'name', 'is in the list twice', ''],
	);
});
