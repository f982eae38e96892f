import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {once} from 'node:events';
import {Duplex} from 'node:stream';
import {test} from 'node:test';
import fc from 'fast-check';
import {tlsInTds} from '../../../source/probes/sql/tls-in-tds.js';
import {packet, packetType, takePackets} from '../../campus/services/mock-sql/tds.js';

/** A connection whose other end a test holds in its hands. */
function openPair() {
	const written: Buffer[] = [];
	const socket = new Duplex({
		read: () => undefined,
		write(part: Buffer, _encoding, done) {
			written.push(part);
			done();
		},
	});
	return {socket, written};
}

test('what is written travels in PRELOGIN packets', async () => {
	const {socket, written} = openPair();
	const inside = tlsInTds(socket);
	for (const part of ['client hello', 'finished']) {
		await new Promise(resolve => {
			inside.write(part, resolve);
		});
	}

	const [packets, rest] = takePackets(Buffer.concat(written));
	assert.equal(rest.length, 0);
	assert.ok(packets.every(each => each[0] === packetType.prelogin));
	assert.deepEqual(
		packets.map(each => each.subarray(8).toString()),
		['client hello', 'finished'],
	);
});

test('however packets are cut, what is in them comes out whole', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.uint8Array({minLength: 1, maxLength: 50}), {
				minLength: 1,
				maxLength: 5,
			}),
			fc.array(fc.nat(300), {maxLength: 10}),
			async (contents, cuts) => {
				const {socket} = openPair();
				const inside = tlsInTds(socket);
				const bytes = Buffer.concat(
					contents.map(content => packet(packetType.prelogin, content)),
				);
				const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
				for (const [index, place] of places.entries()) {
					socket.push(bytes.subarray(place, places[index + 1] ?? bytes.length));
				}

				socket.push(null);
				const parts: Buffer[] = [];
				for await (const part of inside) {
					parts.push(part as Buffer);
				}

				assert.deepEqual(Buffer.concat(parts), Buffer.concat(contents));
			},
		),
	);
});

test('a packet that calls itself shorter than its header does no harm', async () => {
	const {socket} = openPair();
	const inside = tlsInTds(socket);
	socket.push(Buffer.from([0x12, 1, 0, 0, 0, 0, 1, 0]));
	socket.push(packet(packetType.prelogin, Buffer.from('after it')));
	const [content] = await once(inside, 'data');
	assert.equal(String(content), 'after it');
});

test('a connection that ends, ends what is inside it', async () => {
	const {socket} = openPair();
	const inside = tlsInTds(socket).resume();
	socket.push(null);
	await once(inside, 'end');
});

test('a connection that is cut, cuts what is inside it', async () => {
	const {socket} = openPair();
	const inside = tlsInTds(socket);
	socket.destroy();
	await once(inside, 'close');
});
