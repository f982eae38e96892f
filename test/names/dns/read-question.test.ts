import assert from 'node:assert/strict';
import {test} from 'node:test';
import {encode} from 'dns-packet';
import fc from 'fast-check';
import {readQuestion} from '../../../source/names/dns/read-question.js';
import {ipv4, queryFor, replyTo} from './messages.js';

const name = 'license.looker.com';

test('the name of a question is read, in lower case and without the dot at its end', () => {
	const query = queryFor('License.Looker.COM.', 'AAAA');
	assert.deepEqual(readQuestion(query), {name, type: 28, end: query.length});
});

test('that of an answer is read too, up to its records', () => {
	const query = queryFor(name);
	const reply = replyTo(query, [ipv4(name, '192.0.2.1')]);
	assert.deepEqual(readQuestion(reply), {name, type: 1, end: query.length});
});

test('a dot inside a label makes no other name of it', () => {
	const query = queryFor(name);
	// "license" and "looker" as one label.
	query[12] = 14;
	query[20] = '.'.charCodeAt(0);
	assert.equal(readQuestion(query)?.name, String.raw`license\046looker.com`);
});

test('the root has a question, too', () => {
	assert.equal(readQuestion(queryFor('.', 'NS'))?.name, '');
});

const two = encode({
	type: 'query',
	questions: [
		{type: 'A', name},
		{type: 'AAAA', name},
	],
});
const pointer = Buffer.from(queryFor(name));
pointer[12] = 0xc0;

for (const [what, message] of [
	['nothing', Buffer.alloc(0)],
	['two questions', two],
	['no question', encode({type: 'response'})],
	['a name that points elsewhere', pointer],
	['half a question', queryFor(name).subarray(0, -1)],
	['half a name', queryFor(name).subarray(0, 20)],
] as const) {
	test(`${what} is no question`, () => {
		assert.equal(readQuestion(message), undefined);
	});
}

test('whatever comes over the network is read or not, and never fails', () => {
	const anything = fc.uint8Array({maxLength: 600});
	const nearly = fc.tuple(fc.nat(40), fc.nat(255)).map(([at, value]) => {
		const message = Buffer.from(queryFor(name));
		message[at] = value;
		return Uint8Array.from(message);
	});
	fc.assert(
		fc.property(fc.oneof(anything, nearly), message => {
			const found = readQuestion(message);
			assert.ok(found === undefined || found.end <= message.length);
		}),
	);
});
