// As much of TDS (MS-TDS) as the mock speaks, written for itself: what it is to test must
// not be its own judge.

export const packetType = {reply: 0x04, login: 0x10, prelogin: 0x12} as const;

/** The header of a packet says its type, that it is the last one, and its length. */
export function packet(type: number, payload: Uint8Array): Buffer {
	const length = 8 + payload.length;
	return Buffer.from([type, 1, length >> 8, length & 0xff, 0, 0, 1, 0, ...payload]);
}

/** The packets that have come whole, and what is left over. */
export function takePackets(bytes: Buffer): readonly [packets: Buffer[], rest: Buffer] {
	const packets: Buffer[] = [];
	let rest = bytes;
	while (rest.length >= 8 && rest.length >= rest.readUInt16BE(2)) {
		const length = Math.max(8, rest.readUInt16BE(2));
		packets.push(rest.subarray(0, length));
		rest = rest.subarray(length);
	}

	return [packets, rest];
}

/** The answer to PRELOGIN (MS-TDS 2.2.6.5): SQL Server 2022, which encrypts. */
export function preloginReply(): Buffer {
	const version = [16, 0, 0x03, 0xe8, 0, 0];
	const encryption = 1;
	const options = [
		// VERSION and ENCRYPTION, each with its place after this list and its length.
		...[0x00, 0, 11, 0, version.length],
		...[0x01, 0, 11 + version.length, 0, 1],
		0xff,
	];
	return packet(packetType.reply, Buffer.from([...options, ...version, encryption]));
}

/** Error 18456 (MS-TDS 2.2.7.10), and that nothing follows it (2.2.7.6). */
export function loginRefused(): Buffer {
	const text = Buffer.from("Login failed for user 'nobody'.", 'utf16le');
	const error = Buffer.alloc(8);
	error.writeUInt32LE(18_456, 0);
	error.set([1, 14], 4);
	error.writeUInt16LE(text.length / 2, 6);
	const names = [0, 0];
	const line = [1, 0, 0, 0];
	const body = [...error, ...text, ...names, ...line];
	const done = [0xfd, 2, 0, 0, 0, ...Buffer.alloc(8)];
	const length = [body.length & 0xff, body.length >> 8];
	return packet(packetType.reply, Buffer.from([0xaa, ...length, ...body, ...done]));
}
