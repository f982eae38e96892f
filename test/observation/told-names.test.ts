import assert from 'node:assert/strict';
import {test} from 'node:test';
import {toldNames} from '../../source/observation/told-names.js';
import {address} from '../helpers/sample.js';

const tell = (name: string, ...addresses: readonly string[]) => ({
	name,
	addresses: addresses.map(text => ({address: address(text)})),
});

test('an address has every name that it was told for, the latest last', () => {
	const {onTold, namesOf} = toldNames();
	onTold(tell('a.example', '192.0.2.1', '2001:db8::1'));
	onTold(tell('b.example', '192.0.2.1'));
	onTold(tell('a.example', '192.0.2.1'));
	assert.deepEqual(namesOf(address('192.0.2.1')), ['b.example', 'a.example']);
	assert.deepEqual(namesOf(address('2001:db8::1')), ['a.example']);
	assert.deepEqual(namesOf(address('192.0.2.2')), []);
});

test('addresses that were told longest ago make room', () => {
	const {onTold, namesOf} = toldNames(2);
	onTold(tell('a.example', '192.0.2.1'));
	onTold(tell('b.example', '192.0.2.2'));
	onTold(tell('a.example', '192.0.2.1'));
	onTold(tell('c.example', '192.0.2.3'));
	assert.deepEqual(
		['192.0.2.1', '192.0.2.2', '192.0.2.3'].map(text => namesOf(address(text))),
		[['a.example'], [], ['c.example']],
	);
});

test('of many names for one address, the latest are remembered', () => {
	const {onTold, namesOf} = toldNames();
	for (let number = 0; number < 100; number += 1) {
		onTold(tell(`${number}.example`, '192.0.2.1'));
	}

	assert.deepEqual(
		namesOf(address('192.0.2.1')),
		[92, 93, 94, 95, 96, 97, 98, 99].map(number => `${number}.example`),
	);
});

test('a name is plain text, whatever was asked for', () => {
	const {onTold, namesOf} = toldNames();
	onTold(tell('a\u001b[31m\n.example', '192.0.2.1'));
	assert.deepEqual(namesOf(address('192.0.2.1')), ['a .example']);
});
