import assert from 'node:assert/strict';
import {test} from 'node:test';
import {framed, readFrames} from '../../../source/names/dns/frames.js';

const messages = [0, 1, 300, 65_535].map(length => new Uint8Array(length).fill(length));
const stream = Buffer.concat(messages.map(framed));

for (const size of [1, 2, 3, 512, stream.length]) {
	test(`messages come out of a stream as they went in, in pieces of ${size}`, () => {
		const found: number[] = [];
		const read = readFrames(message => {
			found.push(message.length);
			assert.ok(message.every(byte => byte === message.length % 256));
		});
		for (let at = 0; at < stream.length; at += size) {
			read(stream.subarray(at, at + size));
		}

		assert.deepEqual(found, [0, 1, 300, 65_535]);
	});
}

test('half a message is no message', () => {
	const read = readFrames(() => assert.fail());
	read(framed(new Uint8Array(20)).subarray(0, 21));
	read(new Uint8Array());
});
