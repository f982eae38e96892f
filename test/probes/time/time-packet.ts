import {Buffer} from 'node:buffer';

export type TimePacket = {
	/** What the question had as its time. */
	readonly nonce: Buffer;
	/** When the question arrived and the answer left, by the server's clock. */
	readonly arrived?: number;
	readonly left?: number;
	readonly leap?: number;
	readonly mode?: number;
	readonly stratum?: number;
	readonly reference?: string;
};

/** A time server's answer (RFC 5905 figure 8). */
export function timePacket({
	nonce,
	arrived = Date.UTC(2026, 10, 22, 12),
	left = arrived,
	leap = 0,
	mode = 4,
	stratum = 2,
	reference = '',
}: TimePacket): Buffer {
	const packet = Buffer.alloc(48);
	packet[0] = (leap << 6) | (4 << 3) | mode;
	packet[1] = stratum;
	packet.write(reference, 12, 4, 'latin1');
	nonce.copy(packet, 24);
	writeTime(packet, 32, arrived);
	writeTime(packet, 40, left);
	return packet;
}

/** Seconds since 1900, of which the upper bits are cut off, and 32 bits of fraction. */
function writeTime(packet: Buffer, at: number, time: number): void {
	const seconds = Math.floor(time / 1000) + 2_208_988_800;
	packet.writeUInt32BE(seconds % 2 ** 32, at);
	packet.writeUInt32BE(
		Math.floor(((((time % 1000) + 1000) % 1000) / 1000) * 2 ** 32),
		at + 4,
	);
}
