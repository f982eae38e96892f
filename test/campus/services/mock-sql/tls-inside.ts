import type {Socket} from 'node:net';
import {Duplex} from 'node:stream';
import {packet, packetType, takePackets} from './tds.js';

const [firstType, lastType] = [0x14, 0x17];

/**
 * What a server's TLS runs on in TDS 7: until the handshake is over its records travel in
 * PRELOGIN packets, then by themselves (MS-TDS 3.3.5.2). The client is over with it first.
 */
export function tlsInside(socket: Socket): Duplex {
	let isOver = false;
	let rest = Buffer.alloc(0);
	const inside = new Duplex({
		read: () => undefined,
		write(records: Buffer, _encoding, done) {
			socket.write(isOver ? records : packet(packetType.prelogin, records), done);
		},
	});
	socket.on('data', (part: Buffer) => {
		const [type = 0] = part;
		isOver ||= rest.length === 0 && type >= firstType && type <= lastType;
		if (isOver) {
			inside.push(part);
			return;
		}

		const [packets, left] = takePackets(Buffer.concat([rest, part]));
		rest = Buffer.from(left);
		for (const each of packets) {
			inside.push(each.subarray(8));
		}
	});
	socket.on('close', () => inside.destroy());
	return inside;
}
