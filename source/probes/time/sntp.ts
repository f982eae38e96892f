import {Buffer} from 'node:buffer';

/** What a time server said (RFC 5905 section 7.3). */
export type TimeReply = {
	/** 1: has its own clock, 2 to 15: asks others, 0: refuses ("kiss-o'-death"), 16: has no time. */
	readonly stratum: number;
	/** The four letters of a refusal, or undefined. */
	readonly kiss: string | undefined;
	/** Whether the server says that it does not know the time itself. */
	readonly isUnsynchronised: boolean;
	/** How far the server's clock is ahead of ours, in milliseconds. */
	readonly offset: number;
};

const packetLength = 48;
const transmitTimestampAt = 40;
const originTimestampAt = 24;
const receiveTimestampAt = 32;

/** From the beginning of NTP's time, 1900, to that of Unix, 1970 (RFC 5905 figure 4). */
const secondsTo1970 = 2_208_988_800;

/** A client's question. The time in it is random: a server only hands it back. */
export function requestPacket(nonce: Buffer): Buffer {
	const packet = Buffer.alloc(packetLength);
	packet[0] = 0b00_100_011; // no leap warning, version 4, mode 3: client
	nonce.copy(packet, transmitTimestampAt);
	return packet;
}

/**
 * The answer to our question, or undefined when the packet is not one.
 * @param sentAt, receivedAt by our clock, in milliseconds since 1970
 */
export function parseTimeReply(
	packet: Buffer,
	nonce: Buffer,
	sentAt: number,
	receivedAt: number,
): TimeReply | undefined {
	const origin = packet.subarray(originTimestampAt, originTimestampAt + nonce.length);
	if (packet.length < packetLength || modeOf(packet) !== 4 || !origin.equals(nonce)) {
		return undefined;
	}

	const stratum = packet.readUInt8(1);
	const arrived = timestampAt(packet, receiveTimestampAt);
	const left = timestampAt(packet, transmitTimestampAt);
	return {
		stratum,
		kiss: stratum === 0 ? kissIn(packet) : undefined,
		isUnsynchronised: packet.readUInt8(0) >> 6 === 3 || stratum === 0 || stratum > 15,
		offset: Math.round((arrived - sentAt + (left - receivedAt)) / 2),
	};
}

/** Whoever has no time yet has stratum 0 too: chronyd says nothing then, ntpd one of these. */
const notYet = ['', 'INIT', 'STEP'];

function kissIn(packet: Buffer): string | undefined {
	const code = packet.toString('latin1', 12, 16).replaceAll(/[^A-Z]/g, '');
	return notYet.includes(code) ? undefined : code;
}

function modeOf(packet: Buffer): number {
	return packet.readUInt8(0) & 0b111;
}

/** In milliseconds since 1970; a small number of seconds is in the era that begins in 2036. */
function timestampAt(packet: Buffer, offset: number): number {
	const seconds = packet.readUInt32BE(offset);
	const fraction = packet.readUInt32BE(offset + 4) / 2 ** 32;
	const era = seconds < 2 ** 31 ? 2 ** 32 : 0;
	return (seconds + era - secondsTo1970 + fraction) * 1000;
}
