/** What a message asks. */
export type Question = {
	/** In lower case, without the dot at the end. */
	readonly name: string;
	/** The number of the record type, 1 for an IPv4 address. */
	readonly type: number;
	/** How many bytes the header and the question take. */
	readonly end: number;
};

/** The header of every message (RFC 1035 section 4.1.1). */
const headerBytes = 12;
/** A name in its whole length (RFC 1035 section 3.1). */
const longestName = 255;
/** Longer ones are no labels but pointers, which a first name has no use for. */
const longestLabel = 63;

/** The question of a query or a response; undefined where there is not exactly one. */
export function readQuestion(message: Uint8Array): Question | undefined {
	if (message[4] !== 0 || message[5] !== 1) {
		return undefined;
	}

	const labels: string[] = [];
	let at = headerBytes;
	for (;;) {
		const length = message[at];
		const next = at + 1 + (length ?? 0);
		if (
			length === undefined ||
			length > longestLabel ||
			next - headerBytes > longestName
		) {
			return undefined;
		}

		if (length === 0) {
			break;
		}

		labels.push(textOf(message.subarray(at + 1, next)));
		at = next;
	}

	const end = at + 5;
	const [high = 0, low = 0] = message.subarray(at + 1);
	return end > message.length
		? undefined
		: {name: labels.join('.'), type: high * 256 + low, end};
}

/** What could not stand in a host name is written as in a zone file: `\046` is a dot. */
function textOf(label: Uint8Array): string {
	return Array.from(label, byte => {
		const letter = String.fromCharCode(byte).toLowerCase();
		return /[a-z0-9_-]/.test(letter) ? letter : `\\${String(byte).padStart(3, '0')}`;
	}).join('');
}
