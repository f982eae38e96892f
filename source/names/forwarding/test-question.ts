import {noSuchNameReply} from './reply.js';

/** A name that no DNS server is ever asked for (RFC 6761 section 6.4). */
const testName = 'turned.analytics-setup.invalid';

/** Whether a question only asks whether questions are turned to us. */
export function isTest(name: string): boolean {
	return name === testName;
}

export function testReply(query: Uint8Array, end: number): Uint8Array {
	const reply = noSuchNameReply(query, end);
	reply[3] = markedCode;
	return reply;
}

/** A response code that is not given to anything (RFC 6895 section 2.3), so nobody else answers it. */
const markedCode = 0x80 | 0x0c;

/** The question, with an id of its own. */
export function testQuery(id: number): Uint8Array {
	const labels = testName
		.split('.')
		.flatMap(label => [label.length, ...new TextEncoder().encode(label)]);
	return Uint8Array.from([
		...[id >> 8, id & 0xff],
		// One question, for the address (A) of the name, in the Internet (IN).
		...[0x01, 0x00, 0, 1, 0, 0, 0, 0, 0, 0],
		...labels,
		...[0, 0, 1, 0, 1],
	]);
}

/** Whether this answer is ours. */
export function isTestReply(reply: Uint8Array): boolean {
	return reply[3] === markedCode;
}
