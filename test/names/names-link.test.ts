import assert from 'node:assert/strict';
import {once} from 'node:events';
import {rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import type {NamesReport} from '../../source/names/followed-name.js';
import type {NamesRequest} from '../../source/names/messages.js';
import {openNamesHub} from '../../source/names/names-hub.js';
import {askFollower, namesSocket} from '../../source/names/names-link.js';
import {namesStore} from '../../source/names/names-store.js';
import {address, temporaryFolder} from '../helpers/sample.js';

const report: NamesReport = {
	way: 'asking',
	because: 'The port is taken.',
	names: [
		{
			name: 'license.looker.com',
			addresses: [
				{address: address('192.0.2.1'), since: 1000, until: 2000},
				{address: address('2001:db8::1'), since: 1500, until: 2500},
			],
			refused: [{address: address('0.0.0.0'), reason: 'sinkhole'}],
			answered: 1500,
			fault: undefined,
			nextLook: 1800,
		},
		{
			...{name: 'never.uni.edu', addresses: [], refused: []},
			...{answered: undefined, fault: 'timeout', nextLook: 1900},
		},
	],
};

/** Somebody who follows names, and remembers what was asked. */
async function openMockFollower(context: TestContext) {
	const run = await temporaryFolder(context);
	const asked: Array<NamesRequest['ask']> = [];
	const hub = await openNamesHub(namesSocket(run), async ask => {
		asked.push(ask);
		return report;
	});
	context.after(hub.close);
	return {run, asked, hub};
}

for (const ask of ['tell', 'look', 'refresh'] as const) {
	test(`whoever asks to "${ask}" hears all that is known`, async context => {
		const {run, asked} = await openMockFollower(context);
		assert.deepEqual(await askFollower(run, ask), report);
		assert.deepEqual(asked, [ask]);
	});
}

test('where nobody follows names, nobody answers', async context => {
	assert.equal(await askFollower(await temporaryFolder(context), 'tell'), undefined);
});

test('a socket that a follower which was killed has left is taken over', async context => {
	const run = await temporaryFolder(context);
	await writeFile(namesSocket(run), '');
	const hub = await openNamesHub(namesSocket(run), async () => report);
	context.after(hub.close);
	assert.deepEqual(await askFollower(run, 'tell'), report);
});

test('what is no answer is none', async context => {
	const run = await temporaryFolder(context);
	const server = createServer(socket => {
		socket.on('error', () => undefined);
		socket.end('{"way": "answers"}\n');
	});
	server.listen(namesSocket(run));
	await once(server, 'listening');
	context.after(() => server.close());
	assert.equal(await askFollower(run, 'tell'), undefined);
});

test('whoever asked is answered before a follower ends', async context => {
	const run = await temporaryFolder(context);
	const answer = Promise.withResolvers<NamesReport>();
	const asked = Promise.withResolvers<void>();
	const hub = await openNamesHub(namesSocket(run), () => {
		asked.resolve();
		return answer.promise;
	});
	const answered = askFollower(run, 'look');
	await asked.promise;
	const closed = hub.close();
	// Nobody else is answered meanwhile, who comes after the socket is gone.
	await rm(namesSocket(run), {force: true});
	assert.equal(await askFollower(run, 'tell'), undefined);
	answer.resolve(report);
	assert.deepEqual(await answered, report);
	await closed;
});

test('what is known is the same after a restart', async context => {
	const store = namesStore(await temporaryFolder(context));
	assert.deepEqual(await store.read(), []);
	await store.save(report.names);
	await store.prepare();
	assert.deepEqual(await store.read(), report.names);
	await store.remove();
	assert.deepEqual(await store.read(), []);
});

for (const [what, text] of [
	['cut off', '{"schema": 1, "names": [{"name": "a.uni'],
	['of another version', '{"schema": 2, "names": []}'],
	[
		'with an address that is none',
		'{"schema": 1, "names": [{"name": "a.uni.edu", "addresses": [{"address": "1.2.3", "since": 1, "until": 2}], "refused": [], "answered": 1, "fault": null, "nextLook": 1}]}',
	],
] as const) {
	test(`a file that is ${what} is as good as none`, async context => {
		const state = await temporaryFolder(context);
		await writeFile(join(state, 'names.json'), text, {mode: 0o600});
		assert.deepEqual(await namesStore(state).read(), []);
	});
}
