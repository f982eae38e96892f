import assert from 'node:assert/strict';
import {test} from 'node:test';
import {formatAddress} from '../../../source/addresses/address.js';
import type {Knock} from '../../../source/firewall/knocks/knock.js';
import {recentKnocks} from '../../../source/probes/inbound/recent-knocks.js';
import {addressOf} from '../recorded-network.js';

/** `10.20.0.7 9999: 3 1 0`: tries, let in, passed on. */
const knock = (text: string): Knock => {
	const [address = '', port, tries, letIn, passedOn] = text.split(/:? /);
	return {
		address: addressOf(address),
		port: Number(port),
		tries: Number(tries),
		letIn: Number(letIn),
		passedOn: Number(passedOn),
	};
};
const words = ({address, port, tries, letIn, passedOn}: Knock) =>
	`${formatAddress(address)} ${port}: ${tries} ${letIn} ${passedOn}`;
const recent = (before: readonly string[], now: readonly string[]) =>
	recentKnocks(before.map(knock), now.map(knock));

for (const [name, before, now, since] of [
	['nobody', [], [], []],
	['somebody new', [], ['10.20.0.7 9999: 1 1 0'], ['10.20.0.7 9999: 1 1 0']],
	['nobody again', ['10.20.0.7 9999: 1 1 0'], ['10.20.0.7 9999: 1 1 0'], []],
	[
		'somebody again, who was refused before and is let in now',
		['10.20.0.7 9999: 3 0 0'],
		['10.20.0.7 9999: 4 1 0'],
		['10.20.0.7 9999: 1 1 0'],
	],
	[
		'somebody at another port',
		['10.20.0.7 9999: 3 3 3'],
		['10.20.0.7 9999: 3 3 3', '10.20.0.7 22: 1 0 0'],
		['10.20.0.7 22: 1 0 0'],
	],
	[
		'somebody after the counts have begun anew',
		['10.20.0.7 9999: 7 7 0'],
		['10.20.0.7 9999: 2 1 0'],
		['10.20.0.7 9999: 2 1 0'],
	],
	[
		'those first who were let in',
		[],
		['10.99.0.9 9999: 1 0 0', '10.20.0.7 9999: 1 1 0'],
		['10.20.0.7 9999: 1 1 0', '10.99.0.9 9999: 1 0 0'],
	],
] as const) {
	test(`between two readings came ${name}`, () => {
		assert.deepEqual(
			recent(before, now).map(each => words(each.since)),
			since,
		);
	});
}

test('how often somebody came in all is kept beside it', () => {
	const [found] = recent(['10.20.0.7 9999: 3 0 0'], ['10.20.0.7 9999: 4 1 0']);
	assert.equal(found && words(found.total), '10.20.0.7 9999: 4 1 0');
});
