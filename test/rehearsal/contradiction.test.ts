import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Failure} from '../../source/failure.js';
import {
	contradictionsIn,
	refuseContradictions,
} from '../../source/rehearsal/contradiction.js';
import type {Attempt} from '../../source/rehearsal/rehearsal.js';
import {address} from '../helpers/sample.js';

function attempt(
	direction: 'inbound' | 'outbound',
	peer: string,
	expected: Attempt['expected'],
): Attempt {
	return {
		packet: {direction, protocol: 'tcp', port: 9999, peer: address(peer)},
		expected,
	};
}

for (const [direction, expected, text] of [
	[
		'inbound',
		'accept',
		'10.20.0.1 could not reach 9999/tcp, though the policy permits it',
	],
	[
		'inbound',
		'drop',
		'10.20.0.1 could reach 9999/tcp, though the policy does not permit it',
	],
	[
		'outbound',
		'accept',
		'this server could not reach 10.20.0.1 on 9999/tcp, though the policy permits it',
	],
	[
		'outbound',
		'drop',
		'this server could reach 10.20.0.1 on 9999/tcp, though the policy does not permit it',
	],
] as const) {
	test(text, () => {
		const attempts = [attempt(direction, '10.20.0.1', expected)];
		const [found] = contradictionsIn(attempts, [expected === 'drop']);
		assert.equal(found?.text, text);
		assert.deepEqual(contradictionsIn(attempts, [expected === 'accept']), []);
	});
}

test('an attempt that nobody made did not get through', () => {
	const attempts = [attempt('inbound', '10.20.0.1', 'accept')];
	assert.equal(contradictionsIn(attempts, []).length, 1);
});

test('contradictions refuse the rules, and the first is told', () => {
	const attempts = [
		attempt('inbound', '10.20.0.1', 'accept'),
		attempt('inbound', '2001:db8:20::1', 'accept'),
	];
	assert.throws(
		() => refuseContradictions(contradictionsIn(attempts, [false, false])),
		error => {
			assert.ok(error instanceof Failure);
			assert.equal(error.code, 'firewall.refused');
			assert.equal(
				error.message,
				'In a trial on a private network, 10.20.0.1 could not reach 9999/tcp, though the policy permits it (and 1 more like this). Nothing was changed.',
			);
			return true;
		},
	);
	refuseContradictions([]);
});
