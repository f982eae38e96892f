import {Duplex} from 'node:stream';
import {headerLength, packetType, tdsPacket} from './prelogin.js';

/**
 * A stream for a TLS handshake inside TDS 7: everything that is written travels in
 * PRELOGIN packets, and is taken out of them on the other way (MS-TDS 3.2.5.3).
 */
export function tlsInTds(socket: Duplex): Duplex {
	let bytes = Buffer.alloc(0);
	const inside = new Duplex({
		read: () => undefined,
		write(part: Buffer, _encoding, done) {
			socket.write(tdsPacket(packetType.prelogin, part), error => done(error));
		},
	});
	const unwrap = (part: Buffer) => {
		bytes = Buffer.concat([bytes, part]);
		while (bytes.length >= headerLength) {
			const length = Math.max(headerLength, bytes.readUInt16BE(2));
			if (bytes.length < length) {
				return;
			}

			inside.push(bytes.subarray(headerLength, length));
			bytes = bytes.subarray(length);
		}
	};
	socket.on('data', unwrap);
	socket.once('end', () => inside.push(null));
	socket.once('close', () => inside.destroy());
	return inside;
}
