import assert from 'node:assert/strict';
import {test} from 'node:test';
import {decode, encode, RECURSION_DESIRED} from 'dns-packet';
import {readQuestion} from '../../../source/names/dns/read-question.js';
import {
	failureReply,
	isUsable,
	malformedReply,
	noSuchNameReply,
} from '../../../source/names/forwarding/reply.js';
import {
	isTest,
	isTestReply,
	testQuery,
	testReply,
} from '../../../source/names/forwarding/test-question.js';

const query = encode({
	...{type: 'query', id: 4711, flags: RECURSION_DESIRED},
	questions: [{type: 'AAAA', name: 'License.Looker.com'}],
	// What is added to a query must not be taken for a record of the answer.
	additionals: [
		{
			...{type: 'OPT', name: '.', udpPayloadSize: 1232, flags: 0, options: []},
			...{extendedRcode: 0, ednsVersion: 0, flag_do: false},
		},
	],
});
const end = readQuestion(query)?.end ?? 0;

for (const [name, reply, code] of [
	['no server can be asked', failureReply, 'SERVFAIL'],
	['there is no such name', noSuchNameReply, 'NXDOMAIN'],
] as const) {
	test(`a reply says that ${name}, about the very question`, () => {
		const {id, type, questions, answers, additionals, rcode} = decode(
			Buffer.from(reply(query, end)),
		) as ReturnType<typeof decode> & {readonly rcode: string};
		assert.deepEqual([id, type, rcode], [4711, 'response', code]);
		assert.deepEqual(questions, [
			{type: 'AAAA', name: 'License.Looker.com', class: 'IN'},
		]);
		assert.deepEqual([answers, additionals], [[], []]);
	});
}

for (const [name, code, expected] of [
	['an answer', 0, true],
	['no such name', 3, true],
	['SERVFAIL', 2, false],
	['REFUSED', 5, false],
	['FORMERR', 1, false],
] as const) {
	test(`${name} ${expected ? 'counts' : 'makes the next server be asked'}`, () => {
		const reply = Uint8Array.from(query);
		reply[3] = 0x80 | code;
		assert.equal(isUsable(reply), expected);
	});
}

test('what is no question is told so, and what is no message gets nothing', () => {
	const none = Uint8Array.from(query);
	none[5] = 0;
	const reply = malformedReply(none);
	assert.equal(reply?.length, 12);
	assert.equal((reply[3] ?? 0) & 0x0f, 1);
	assert.deepEqual(reply.slice(0, 2), none.slice(0, 2));
	assert.equal(malformedReply(query.subarray(0, 11)), undefined);
	// Two who answer each other's malformed answers would never end.
	assert.equal(malformedReply(reply), undefined);
});

test('whether a question is turned is told by an answer that nobody else gives', () => {
	const question = readQuestion(testQuery(1));
	assert.ok(question !== undefined && isTest(question.name));
	const reply = testReply(testQuery(1), question.end);
	assert.ok(isTestReply(reply));
	assert.equal(decode(Buffer.from(reply)).id, 1);
	assert.ok(!isTestReply(noSuchNameReply(testQuery(1), question.end)));
	assert.ok(!isTest('analytics-setup.invalid'));
});
