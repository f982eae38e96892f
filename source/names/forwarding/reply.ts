/** The header of every message (RFC 1035 section 4.1.1). */
const headerBytes = 12;

const isResponse = 0x80;
const isRecursive = 0x80;

/** Response codes (RFC 1035 section 4.1.1). */
const codes = {success: 0, formatError: 1, serverFailure: 2, noSuchName: 3} as const;

/** Whether a server answered the question, rather than that it cannot. */
export function isUsable(reply: Uint8Array): boolean {
	const code = (reply[3] ?? 0) & 0x0f;
	return code === codes.success || code === codes.noSuchName;
}

/** No server can be asked (SERVFAIL). */
export function failureReply(query: Uint8Array, end: number): Uint8Array {
	return emptyReply(query, end, codes.serverFailure);
}

/** There is no such name (NXDOMAIN). */
export function noSuchNameReply(query: Uint8Array, end: number): Uint8Array {
	return emptyReply(query, end, codes.noSuchName);
}

/** What was asked is no question (FORMERR); nothing where not even an id can be read. */
export function malformedReply(query: Uint8Array): Uint8Array | undefined {
	return query.length < headerBytes || ((query[2] ?? 0) & isResponse) !== 0
		? undefined
		: emptyReply(query, headerBytes, codes.formatError);
}

/** The query itself, up to the end of its question, as a response without records. */
function emptyReply(query: Uint8Array, end: number, code: number): Uint8Array {
	const reply = Uint8Array.from(query.subarray(0, end));
	reply[2] = (query[2] ?? 0) | isResponse;
	reply[3] = isRecursive | code;
	reply.fill(0, 4, headerBytes);
	reply[5] = end > headerBytes ? 1 : 0;
	return reply;
}
