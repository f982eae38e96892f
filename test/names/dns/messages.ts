import {type Answer, decode, encode, type RecordType} from 'dns-packet';

/** A question, as a program sends it. */
export function queryFor(name: string, type: RecordType = 'A', id = 7): Buffer {
	return encode({type: 'query', id, flags: 256, questions: [{type, name}]});
}

/** The answer to it with these records. */
export function replyTo(
	query: Uint8Array,
	answers: readonly Answer[] = [],
	flags = 0,
): Buffer {
	const {id = 0, questions = []} = decode(Buffer.from(query));
	return encode({type: 'response', id, flags, questions, answers: [...answers]});
}

export function ipv4(name: string, data: string, ttl = 60): Answer {
	return {type: 'A', name, data, ttl};
}

export function alias(name: string, data: string, ttl = 60): Answer {
	return {type: 'CNAME', name, data, ttl};
}
