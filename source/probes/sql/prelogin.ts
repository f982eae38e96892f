import {Buffer} from 'node:buffer';

/** What a server says of encryption in PRELOGIN (MS-TDS 2.2.6.5). */
export type Encryption = 'off' | 'on' | 'not-supported' | 'required';

export type Prelogin = {
	/** `15.0.2000`, or undefined where the server tells none. */
	readonly version: string | undefined;
	readonly encryption: Encryption | undefined;
};

/** The kinds of TDS packets that a probe meets (MS-TDS 2.2.3.1.1). */
export const packetType = {reply: 0x04, prelogin: 0x12} as const;

export const headerLength = 8;

/** "This is the last packet of the message." */
const endOfMessage = 0x01;

/** @param type for example `packetType.prelogin` */
export function tdsPacket(type: number, payload: Buffer): Buffer {
	const header = Buffer.alloc(headerLength);
	header.writeUInt8(type, 0);
	header.writeUInt8(endOfMessage, 1);
	header.writeUInt16BE(headerLength + payload.length, 2);
	header.writeUInt8(1, 6);
	return Buffer.concat([header, payload]);
}

const option = {version: 0, encryption: 1, end: 0xff} as const;
const encryptions: ReadonlyMap<number, Encryption> = new Map([
	[0, 'off'],
	[1, 'on'],
	[2, 'not-supported'],
	[3, 'required'],
]);

/** A client's question: who are you, and can you encrypt? */
export function preloginQuestion(): Buffer {
	const values = [
		[option.version, Buffer.alloc(6)],
		[option.encryption, Buffer.from([1])],
	] as const;
	const listLength = values.length * 5 + 1;
	let offset = listLength;
	const list = values.map(([token, value]) => {
		const entry = Buffer.alloc(5);
		entry.writeUInt8(token, 0);
		entry.writeUInt16BE(offset, 1);
		entry.writeUInt16BE(value.length, 3);
		offset += value.length;
		return entry;
	});
	return tdsPacket(
		packetType.prelogin,
		Buffer.concat([
			...list,
			Buffer.from([option.end]),
			...values.map(([, value]) => value),
		]),
	);
}

/** The answer in a packet's payload, or undefined when it is none. */
export function parsePrelogin(payload: Buffer): Prelogin | undefined {
	const options = optionsIn(payload);
	if (options === undefined) {
		return undefined;
	}

	const version = options.get(option.version);
	const encryption = options.get(option.encryption)?.at(0);
	return {
		version:
			version === undefined || version.length < 4
				? undefined
				: `${version.readUInt8(0)}.${version.readUInt8(1)}.${version.readUInt16BE(2)}`,
		encryption: encryption === undefined ? undefined : encryptions.get(encryption),
	};
}

/** The list of options with their values; undefined where it points outside itself. */
function optionsIn(payload: Buffer): ReadonlyMap<number, Buffer> | undefined {
	const options = new Map<number, Buffer>();
	for (let at = 0; payload[at] !== option.end; at += 5) {
		if (at + 5 > payload.length) {
			return undefined;
		}

		const offset = payload.readUInt16BE(at + 1);
		const length = payload.readUInt16BE(at + 3);
		if (offset + length > payload.length) {
			return undefined;
		}

		options.set(payload.readUInt8(at), payload.subarray(offset, offset + length));
	}

	return options.size === 0 ? undefined : options;
}
