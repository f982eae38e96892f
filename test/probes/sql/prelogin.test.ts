import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	parsePrelogin,
	preloginQuestion,
	tdsPacket,
} from '../../../source/probes/sql/prelogin.js';
import {
	packetType,
	preloginReply,
	takePackets,
} from '../../campus/services/mock-sql/tds.js';

/** A list of options as MS-TDS 2.2.6.5 has it: token, then its value. */
const reply = (
	...options: ReadonlyArray<readonly [token: number, value: readonly number[]]>
) => {
	let offset = options.length * 5 + 1;
	const list = options.flatMap(([token, value]) => {
		const entry = [
			token,
			offset >> 8,
			offset & 0xff,
			value.length >> 8,
			value.length & 0xff,
		];
		offset += value.length;
		return entry;
	});
	return Buffer.from([...list, 0xff, ...options.flatMap(([, value]) => value)]);
};
const version2019 = [15, 0, 0x07, 0xd0, 0, 0];

test('the question is one whole packet that asks for the version and wants encryption', () => {
	const [[question = assert.fail(), ...more], rest] = takePackets(preloginQuestion());
	assert.equal(more.length + rest.length, 0);
	assert.equal(question[0], packetType.prelogin);
	assert.equal(question[1], 1, 'the last packet of the message');
	assert.deepEqual(parsePrelogin(question.subarray(8)), {
		...{version: '0.0.0', encryption: 'on'},
	});
});

test('a packet has its type, its length and its content', () => {
	const packet = tdsPacket(0x12, Buffer.from('content'));
	assert.deepEqual([...packet.subarray(0, 8)], [0x12, 1, 0, 15, 0, 0, 1, 0]);
	assert.equal(packet.subarray(8).toString(), 'content');
});

for (const [code, encryption] of [
	[0, 'off'],
	[1, 'on'],
	[2, 'not-supported'],
	[3, 'required'],
	[4, undefined],
] as const) {
	test(`an answer with encryption ${code} says "${encryption ?? 'nothing of it'}"`, () => {
		assert.deepEqual(parsePrelogin(reply([0, version2019], [1, [code]])), {
			...{version: '15.0.2000', encryption},
		});
	});
}

for (const [name, payload, answer] of [
	[
		'of SQL Server 2022',
		preloginReply().subarray(8),
		{version: '16.0.1000', encryption: 'on'},
	],
	[
		'in another order',
		reply([1, [3]], [0, version2019]),
		{version: '15.0.2000', encryption: 'required'},
	],
	[
		'with options that nobody knows',
		reply([0, version2019], [4, [0]], [7, []]),
		{version: '15.0.2000', encryption: undefined},
	],
	[
		'without a version',
		reply([1, [2]]),
		{version: undefined, encryption: 'not-supported'},
	],
	[
		'with half a version',
		reply([0, [15, 0]]),
		{version: undefined, encryption: undefined},
	],
	[
		'with an empty encryption',
		reply([1, []]),
		{version: undefined, encryption: undefined},
	],
	['without options', reply(), undefined],
	['without an end', reply([0, version2019]).subarray(0, 5), undefined],
	['that points outside itself', Buffer.from([0, 0, 200, 0, 6, 0xff]), undefined],
	['that is longer than itself', Buffer.from([0, 0, 6, 0, 200, 0xff]), undefined],
	['of nothing', Buffer.alloc(0), undefined],
	['of an SSH server', Buffer.from('SSH-2.0-OpenSSH_9.2p1\r\n'), undefined],
] as const) {
	test(`an answer ${name} is ${answer === undefined ? 'none' : 'read'}`, () => {
		assert.deepEqual(parsePrelogin(payload), answer);
	});
}

test('rubbish never throws, and is read only where it is whole', () => {
	const option = fc.tuple(fc.nat(255), fc.nat(30), fc.nat(30));
	const like = fc
		.tuple(fc.array(option), fc.uint8Array({maxLength: 40}))
		.map(([options, values]) => [
			...options.flatMap(([token, offset, length]) => [token, 0, offset, 0, length]),
			...[0xff, ...values],
		]);
	fc.assert(
		fc.property(fc.oneof(fc.uint8Array({maxLength: 200}), like), bytes => {
			const answer = parsePrelogin(Buffer.from(bytes));
			assert.ok(answer === undefined || 'version' in answer);
		}),
		{numRuns: 1000},
	);
});

test('however an answer is written, it is read', () => {
	const byte = fc.nat(255);
	fc.assert(
		fc.property(fc.nat(3), byte, byte, byte, byte, (code, major, minor, high, low) => {
			const payload = reply([1, [code]], [0, [major, minor, high, low, 0, 0]]);
			const answer = parsePrelogin(payload);
			assert.equal(answer?.version, `${major}.${minor}.${high * 256 + low}`);
			assert.equal(answer?.encryption, ['off', 'on', 'not-supported', 'required'][code]);
		}),
	);
});
