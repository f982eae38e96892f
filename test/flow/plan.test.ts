import assert from 'node:assert/strict';
import {test} from 'node:test';
import {formatAddress} from '../../source/addresses/address.js';
import {describeShutOut} from '../../source/flow/describe-shut-out.js';
import {planOf} from '../../source/flow/plan.js';
import {type MachineRecord, recordedMachine} from '../helpers/recorded-machine.js';
import {samplePolicy} from '../helpers/sample.js';

const shutOutOf = async (record: MachineRecord) => {
	const {shutOut} = await planOf(samplePolicy(), recordedMachine(record));
	return shutOut.map(({peer, port, isSelf, isLogin}) =>
		[
			`${formatAddress(peer)} ${port}`,
			...(isSelf ? ['self'] : []),
			...(isLogin ? ['login'] : []),
		].join(', '),
	);
};

for (const [name, record, expected] of [
	['nobody is there', {}, []],
	['who sits here is in the list', {sshClient: '10.40.0.7'}, []],
	['who sits here is not', {sshClient: '192.0.2.7'}, ['192.0.2.7 22, self, login']],
	['by IPv6 either', {sshClient: '2001:db8:40::7'}, ['2001:db8:40::7 22, self, login']],
	['others are connected', {connected: ['10.40.0.8 22', '10.20.0.7 9999']}, []],
	[
		'others who could not come back',
		{connected: ['192.0.2.7 22', '192.0.2.8 9999', '192.0.2.8 9999']},
		['192.0.2.7 22, login', '192.0.2.8 9999'],
	],
	[
		'who sits here has another connection too',
		{sshClient: '192.0.2.7', connected: ['192.0.2.7 22', '192.0.2.7 9999']},
		['192.0.2.7 22, self, login', '192.0.2.7 9999, self'],
	],
	[
		'files that are only written keep nobody out',
		{backend: 'files', sshClient: '192.0.2.7'},
		[],
	],
] as const) {
	test(`shut out where ${name}: ${expected.join('; ') || 'nobody'}`, async () => {
		assert.deepEqual(await shutOutOf(record), expected);
	});
}

test('whoever is shut out is told so in words', async () => {
	const record = {sshClient: '192.0.2.7', connected: ['192.0.2.8 22', '192.0.2.9 9999']};
	const {shutOut} = await planOf(samplePolicy(), recordedMachine(record));
	assert.deepEqual(shutOut.map(describeShutOut), [
		'You are connected from 192.0.2.7 and could not log in again after this.',
		'192.0.2.8 is connected to 22/tcp and could not log in again after this.',
		'192.0.2.9 is connected to 9999/tcp and could not connect again after this.',
	]);
});
