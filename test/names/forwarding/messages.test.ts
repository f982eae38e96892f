import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readFromAsker} from '../../../source/names/forwarding/messages.js';
import {address} from '../../helpers/sample.js';

const told = {
	...{tell: 'told', number: 1, name: 'a.uni.edu'},
	addresses: [{address: '192.0.2.1', ttl: 60}],
};

test('what was told is read, with its addresses', () => {
	assert.deepEqual(readFromAsker(told), {
		...told,
		addresses: [{address: address('192.0.2.1'), ttl: 60}],
	});
	assert.deepEqual(
		readFromAsker({tell: 'answer', number: 2, outcome: 'nxdomain', addresses: []}),
		{tell: 'answer', number: 2, outcome: 'nxdomain', addresses: []},
	);
});

for (const [name, message] of [
	['nothing', undefined],
	['a text', 'told'],
	['another word', {...told, tell: 'permit'}],
	['a name that would break a script', {...told, name: 'a } ; flush ruleset'}],
	['a name without end', {...told, name: 'a'.repeat(1101)}],
	['a name for an address', {...told, addresses: [{address: 'a.uni.edu', ttl: 60}]}],
	['a network for an address', {...told, addresses: [{address: '0.0.0.0/0', ttl: 60}]}],
	['a time that is none', {...told, addresses: [{address: '192.0.2.1', ttl: -1}]}],
	['a number as text', {...told, number: '1'}],
	['an unknown outcome', {tell: 'answer', number: 1, outcome: 'fine', addresses: []}],
] as const) {
	test(`${name} is not believed`, () => {
		assert.equal(readFromAsker(message), undefined);
	});
}
