import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import {test} from 'node:test';
import fc from 'fast-check';
import {readReplies} from '../../../source/probes/smtp/reply-reader.js';
import type {SmtpReply} from '../../../source/probes/smtp/smtp-seen.js';

const {signal} = new AbortController();
const limit = 5000;

/** The first replies in what a server says, and then hangs up. */
async function read(text: string, count = 1): Promise<readonly SmtpReply[]> {
	const stream = new PassThrough();
	const replies = readReplies(stream);
	stream.end(Buffer.from(text, 'latin1'));
	const found: SmtpReply[] = [];
	while (found.length < count) {
		found.push(await replies.next(limit, signal));
	}

	return found;
}

const notSmtp: SmtpReply = {code: undefined, trouble: 'not-smtp'};
const closed: SmtpReply = {code: undefined, trouble: 'closed'};

for (const [name, text, reply] of [
	['one line', '220 smtp.uni.edu ESMTP\r\n', {code: 220, lines: ['smtp.uni.edu ESMTP']}],
	['a line that ends by LF alone', '220 smtp\n', {code: 220, lines: ['smtp']}],
	['a line without words', '354\r\n', {code: 354, lines: ['']}],
	['a line with an empty word', '250 \r\n', {code: 250, lines: ['']}],
	[
		'several lines',
		'250-smtp.uni.edu\r\n250-SIZE 100\r\n250 STARTTLS\r\n',
		{code: 250, lines: ['smtp.uni.edu', 'SIZE 100', 'STARTTLS']},
	],
	[
		'letters beyond ASCII',
		'220 B\u00FCcherei\r\n',
		{code: 220, lines: ['B\u00FCcherei']},
	],
	['a web server', 'HTTP/1.1 400 Bad Request\r\n', notSmtp],
	['an SSH server', 'SSH-2.0-OpenSSH_9.2p1\r\n', notSmtp],
	['a TLS alert', '\u0015\u0003\u0001\0\u0002\u0002\n', notSmtp],
	['an empty line', '\r\n', notSmtp],
	['rubbish within a reply', '250-smtp\r\nrubbish\r\n250 done\r\n', notSmtp],
	['a line that never ends', '2'.repeat(20_000), notSmtp],
	['lines that never end', '250-more\r\n'.repeat(100), notSmtp],
	['lines that are too long', `250-${'w'.repeat(2000)}\r\n`.repeat(20), notSmtp],
	['nothing', '', closed],
	['half a line', '220 smtp', closed],
	['half a reply', '250-smtp\r\n250-SIZE 100\r\n', closed],
] satisfies ReadonlyArray<readonly [string, string, SmtpReply]>) {
	test(`of ${name} the reply is ${reply.code ?? reply.trouble}`, async () => {
		assert.deepEqual(await read(text), [reply]);
	});
}

test('a hostile banner is plain text', async () => {
	const text = '220 \u001B]0;owned\u0007smtp\u001B[2J \u009B31mready\u0000\r\n';
	assert.deepEqual(await read(text), [{code: 220, lines: ['smtp ready']}]);
});

test('replies that come together are read one after the other', async () => {
	assert.deepEqual(await read('220 one\r\n250-two\r\n250 three\r\n', 3), [
		{code: 220, lines: ['one']},
		{code: 250, lines: ['two', 'three']},
		closed,
	]);
});

const word = fc.stringMatching(/^[A-Za-z\d.=]{1,10}(?: [A-Za-z\d.=]{1,10}){0,3}$/);
const anyReply = fc.record(
	{
		code: fc.integer({min: 200, max: 599}),
		lines: fc.array(word, {minLength: 1, maxLength: 8}),
	},
	{noNullPrototype: true},
);
const asText = ({
	code,
	lines,
}: {
	readonly code: number;
	readonly lines: readonly string[];
}) =>
	lines
		.map((line, index) => `${code}${index === lines.length - 1 ? ' ' : '-'}${line}\r\n`)
		.join('');

test('however replies are cut into packets, they are read as they were written', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(anyReply, {minLength: 1, maxLength: 4}),
			fc.array(fc.nat(200), {maxLength: 20}),
			async (written, cuts) => {
				const stream = new PassThrough();
				const replies = readReplies(stream);
				const text = written.map(asText).join('');
				const places = [0, ...cuts.toSorted((a, b) => a - b), text.length];
				for (const [index, place] of places.entries()) {
					stream.write(text.slice(place, places[index + 1] ?? text.length));
				}

				for (const reply of written) {
					assert.deepEqual(await replies.next(limit, signal), reply);
				}
			},
		),
	);
});

test('rubbish never crashes, and never waits for more than it was told to', async () => {
	const part = fc.oneof(
		fc.string({unit: 'binary'}),
		fc.constantFrom('220 ', '250-', '\r\n'),
	);
	await fc.assert(
		fc.asyncProperty(fc.array(part), async parts => {
			const [reply] = await read(parts.join(''));
			assert.ok(reply);
			assert.doesNotMatch(JSON.stringify(reply), /\\u00/);
		}),
	);
});

test('a server that says nothing is waited for as long as was told, and not longer', async () => {
	const stream = new PassThrough();
	const reply = await readReplies(stream).next(20, signal);
	assert.deepEqual(reply, {code: undefined, trouble: 'timeout'});
});

test('waiting for a reply can be given up', async () => {
	const controller = new AbortController();
	const reason = new Error('given up');
	const reading = readReplies(new PassThrough()).next(limit, controller.signal);
	controller.abort(reason);
	await assert.rejects(reading, reason);
});

test('a reader that was stopped leaves the stream to others', async () => {
	const stream = new PassThrough();
	const replies = readReplies(stream);
	stream.write('220 smtp\r\n');
	await replies.next(limit, signal);
	replies.stop();
	assert.equal(stream.listenerCount('data'), 0);
	stream.write('for others');
	const next = await new Promise(resolve => {
		stream.once('data', resolve);
	});
	assert.equal(String(next), 'for others');
});
