import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Failure} from '../../source/failure.js';
import {findProof, newLogins} from '../../source/transaction/find-proof.js';
import {address} from '../helpers/sample.js';

const connection = (peer: string, peerPort: number, port = 22) => ({
	peer: address(peer),
	peerPort,
	port,
});
const session = (client: string, clientPort: number) => ({
	client: address(client),
	clientPort,
	port: 22,
});
const open = [
	connection('10.40.0.7', 50_001),
	connection('10.40.0.7', 50_002),
	connection('2001:db8:40::7', 50_003),
];
/** What was open when the trial began. */
const before = ['10.40.0.7 50001', '10.40.0.7 50009'];

for (const [name, client, port, from] of [
	['that began after the rules changed', '10.40.0.7', 50_002, '10.40.0.7'],
	['by IPv6', '2001:db8:40::7', 50_003, '2001:db8:40::7'],
] as const) {
	test(`a login ${name} proves that they let it in`, () => {
		const standpoint = {session: session(client, port), hasTerminal: true, open};
		assert.deepEqual(findProof(standpoint, before), {kind: 'new-connection', from});
	});
}

test('a console proves nothing about SSH, and is called a console', () => {
	const standpoint = {session: undefined, hasTerminal: true, open};
	assert.deepEqual(findProof(standpoint, before), {kind: 'console'});
});

for (const [name, standpoint, words] of [
	['at no terminal at all', undefined, /runs at no terminal/],
	['that is older', session('10.40.0.7', 50_001), /older than the new rules/],
	[
		'that has ended, be its port a new one',
		session('10.40.0.7', 50_008),
		/not open any more/,
	],
	['that has ended and was older', session('10.40.0.7', 50_009), /not open any more/],
	[
		'from another address at the same port',
		session('10.40.0.8', 50_002),
		/not open any more/,
	],
] as const) {
	test(`a login ${name} proves nothing`, () => {
		assert.throws(
			() => findProof({session: standpoint, hasTerminal: false, open}, before),
			(error: unknown) =>
				error instanceof Failure &&
				error.code === 'trial.unproven' &&
				words.test(error.message) &&
				error.remedies.length === 2,
		);
	});
}

test('new logins are those at a port for logins that were not there before', () => {
	const all = [...open, connection('10.20.0.7', 50_004, 9999)];
	assert.deepEqual(
		newLogins(all, before, [22]).map(({peerPort}) => peerPort),
		[50_002, 50_003],
	);
});
