import assert from 'node:assert/strict';
import {test} from 'node:test';
import {encode} from 'dns-packet';
import {formatAddress} from '../../../source/addresses/address.js';
import {readQuestion} from '../../../source/names/dns/read-question.js';
import {answerQuery} from '../../../source/names/forwarding/answer-query.js';
import {failureReply} from '../../../source/names/forwarding/reply.js';
import {testQuery} from '../../../source/names/forwarding/test-question.js';
import {address} from '../../helpers/sample.js';

const query = encode({
	...{type: 'query', id: 1},
	questions: [{type: 'A', name: 'a.uni.edu'}],
});
const question = readQuestion(query) ?? assert.fail();

const answer = (mark: number) => Uint8Array.from([...query, mark]);
const failure = failureReply(query, question.end);
const silence = new Promise<never>(() => undefined);

/** What each recorded server does, in the order in which they are asked. */
type Recorded = Readonly<Record<string, () => Promise<Uint8Array>>>;

async function ask(recorded: Recorded) {
	const asked: string[] = [];
	const preferred: string[] = [];
	const reply = await answerQuery(query, question, 'udp', {
		servers: () => Object.keys(recorded).map(address),
		onAnswered: server => preferred.push(formatAddress(server)),
		async exchange(server) {
			const text = formatAddress(server);
			asked.push(text);
			return (await recorded[text]?.()) ?? assert.fail();
		},
	});
	return {reply, asked, preferred};
}

const refused = () => Promise.reject(new Error('ECONNREFUSED'));

test('the first server that answers is the only one that is asked', async () => {
	const {reply, asked, preferred} = await ask({
		'10.0.0.1': async () => answer(1),
		'10.0.0.2': async () => answer(2),
	});
	assert.deepEqual(reply, answer(1));
	assert.deepEqual(asked, ['10.0.0.1']);
	assert.deepEqual(preferred, []);
});

for (const [name, first] of [
	['cannot be reached', refused],
	['fails', async () => failure],
	['is silent', () => silence],
] as const) {
	test(`where the first server ${name}, the next one answers and is asked first from then on`, async () => {
		const {reply, preferred} = await ask({
			'10.0.0.1': first,
			'10.0.0.2': async () => answer(2),
		});
		assert.deepEqual(reply, answer(2));
		assert.deepEqual(preferred, ['10.0.0.2']);
	});
}

test('one that is only slow may still be the first to answer', async () => {
	const slow = Promise.withResolvers<Uint8Array>();
	const {reply} = await ask({
		'10.0.0.1': () => slow.promise,
		'10.0.0.2': () => {
			slow.resolve(answer(1));
			return silence;
		},
	});
	assert.deepEqual(reply, answer(1));
});

test('where all servers fail, their word is handed on', async () => {
	const {reply} = await ask({'10.0.0.1': refused, '10.0.0.2': async () => failure});
	assert.deepEqual(reply, failure);
});

for (const [name, recorded] of [
	['none can be reached', {'10.0.0.1': refused, '10.0.0.2': refused}],
	['there is none', {}],
] as const) {
	test(`where ${name}, the program is told that no server can be asked`, async () => {
		assert.deepEqual((await ask(recorded)).reply, failure);
	});
}

test('whether questions are turned is asked of no server', async () => {
	const own = testQuery(7);
	const {end, name, type} = readQuestion(own) ?? assert.fail();
	const reply = await answerQuery(own, {end, name, type}, 'udp', {
		servers: () => [address('10.0.0.1')],
		onAnswered: () => assert.fail(),
		exchange: () => assert.fail(),
	});
	assert.equal(reply[1], 7);
});
