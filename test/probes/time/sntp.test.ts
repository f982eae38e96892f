import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {test} from 'node:test';
import fc from 'fast-check';
import {parseTimeReply, requestPacket} from '../../../source/probes/time/sntp.js';
import {timePacket} from './time-packet.js';

const nonce = Buffer.from('0123456789abcdef', 'hex');
const noon = Date.UTC(2026, 10, 22, 12);
const parse = (packet: Buffer, sentAt = noon, receivedAt = noon) =>
	parseTimeReply(packet, nonce, sentAt, receivedAt);

test('the question is 48 bytes of a version 4 client, with the nonce as its time', () => {
	const packet = requestPacket(nonce);
	assert.equal(packet.length, 48);
	assert.equal(packet[0], 0x23);
	assert.deepEqual(packet.subarray(40), nonce);
	assert.ok(packet.subarray(1, 40).every(byte => byte === 0));
});

for (const [name, serverAhead, there, back] of [
	['a server ahead of us', 5000, 0, 0],
	['a server behind us', -5000, 0, 0],
	['a server as exact as we are, on a slow line', 0, 200, 200],
	['a server ahead of us on a slow line', 60_000, 300, 300],
] as const) {
	test(`${name} is ${serverAhead} ms ahead`, () => {
		const arrived = noon + there + serverAhead;
		const packet = timePacket({nonce, arrived, left: arrived + 7});
		assert.equal(parse(packet, noon, noon + there + 7 + back)?.offset, serverAhead);
	});
}

test('whatever the way takes, half of its unevenness is the most that is wrong', () => {
	const way = fc.nat(3000);
	fc.assert(
		fc.property(
			fc.integer({min: -1e9, max: 1e9}),
			way,
			way,
			fc.nat(100),
			(ahead, there, back, took) => {
				const arrived = noon + there + ahead;
				const packet = timePacket({nonce, arrived, left: arrived + took});
				const reply = parse(packet, noon, noon + there + took + back);
				assert.ok(reply);
				assert.ok(Math.abs(reply.offset - ahead) <= Math.abs(there - back) / 2 + 1);
			},
		),
	);
});

test('a time after February 2036 is in the next era', () => {
	const later = Date.UTC(2040, 0, 1);
	const packet = timePacket({nonce, arrived: later, left: later});
	assert.equal(parse(packet, later, later)?.offset, 0);
	assert.equal(parse(packet, later - 1000, later - 1000)?.offset, 1000);
});

test('a refusal is told by its four letters', () => {
	const packet = timePacket({nonce, stratum: 0, reference: 'RATE'});
	assert.equal(parse(packet)?.kiss, 'RATE');
	assert.equal(parse(packet)?.stratum, 0);
});

test('a refusal cannot carry control characters to the screen', () => {
	const packet = timePacket({nonce, stratum: 0, reference: '\u001B[2J'});
	assert.doesNotMatch(parse(packet)?.kiss ?? '', /[^A-Z]/);
});

test('the reference of a server that tells the time is no refusal', () => {
	const packet = timePacket({nonce, stratum: 1, reference: 'GPS\0'});
	assert.equal(parse(packet)?.kiss, undefined);
	assert.equal(parse(packet)?.stratum, 1);
});

for (const [name, fields, isUnsynchronised] of [
	['a leap warning of 3', {leap: 3}, true],
	['stratum 16', {stratum: 16}, true],
	['a leap second today', {leap: 1}, false],
	['stratum 15', {stratum: 15}, false],
] as const) {
	const words = isUnsynchronised ? 'does not know the time' : 'knows the time';
	test(`a server with ${name} ${words}`, () => {
		const reply = parse(timePacket({nonce, ...fields}));
		assert.equal(reply?.isUnsynchronised, isUnsynchronised);
	});
}

for (const [name, packet] of [
	['an empty packet', Buffer.alloc(0)],
	['a packet of 47 bytes', timePacket({nonce}).subarray(0, 47)],
	['the answer to somebody else', timePacket({nonce: Buffer.alloc(8, 1)})],
	['our own question, come back', requestPacket(nonce)],
	['a broadcast', timePacket({nonce, mode: 5})],
] as const) {
	test(`${name} is no answer`, () => {
		assert.equal(parse(packet), undefined);
	});
}

test('rubbish is never taken for an answer, and never crashes', () => {
	fc.assert(
		fc.property(fc.uint8Array({maxLength: 100}), bytes => {
			assert.equal(parse(Buffer.from(bytes)), undefined);
		}),
	);
});

test('an answer may be longer than 48 bytes', () => {
	const packet = Buffer.concat([timePacket({nonce}), Buffer.alloc(20)]);
	assert.equal(parse(packet)?.stratum, 2);
});
