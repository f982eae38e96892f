/** A message as it stands in a stream: after its length, in two bytes (RFC 1035 section 4.2.2). */
export function framed(message: Uint8Array): Uint8Array {
	return Buffer.concat([
		Uint8Array.of(message.length >> 8, message.length & 0xff),
		message,
	]);
}

const lengthBytes = 2;

/** Cuts a stream into its messages, in whatever pieces it comes. */
export function readFrames(
	onMessage: (message: Uint8Array) => void,
): (piece: Uint8Array) => void {
	let pieces: Uint8Array[] = [];
	let size = 0;
	let wanted = lengthBytes;
	return piece => {
		pieces.push(piece);
		size += piece.length;
		// Put together only once there is enough: a stream may come byte by byte.
		while (size >= wanted) {
			const whole = Buffer.concat(pieces);
			const end = lengthBytes + whole.readUInt16BE(0);
			const isComplete = end <= size;
			if (isComplete) {
				onMessage(whole.subarray(lengthBytes, end));
			}

			const rest = isComplete ? whole.subarray(end) : whole;
			pieces = [rest];
			size = rest.length;
			wanted = isComplete ? lengthBytes : end;
		}
	};
}
