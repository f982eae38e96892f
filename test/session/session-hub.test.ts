import assert from 'node:assert/strict';
import {once} from 'node:events';
import {access} from 'node:fs/promises';
import {connect, createServer} from 'node:net';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import type {Person} from '../../source/host/person.js';
import type {SessionNews} from '../../source/session/messages.js';
import {openSessionHub} from '../../source/session/session-hub.js';
import {findSession} from '../../source/session/session-link.js';
import {collect} from '../helpers/collect.js';
import {temporaryFolder} from '../helpers/sample.js';
import {exampleView} from './example-view.js';

const taker: Person = {user: 'root', from: '10.40.0.7'};

async function openSession(context: TestContext) {
	const path = join(await temporaryFolder(context), 'run/session.sock');
	const done: string[] = [];
	const lock = {
		async release() {
			done.push('released');
		},
	};
	const hub = await openSessionHub(path, exampleView, lock);
	context.after(() => hub.end({state: 'left'}));
	const follow = async () => {
		const link = (await findSession(path)) ?? assert.fail('nobody answers');
		context.after(() => link.close());
		return link;
	};

	return {path, hub, done, follow};
}

/** Waits for news; whoever stops a loop over them hangs up. */
async function hears(
	news: AsyncIterable<SessionNews>,
	isWanted: (news: SessionNews) => boolean = () => true,
): Promise<SessionNews> {
	const iterator = news[Symbol.asyncIterator]();
	for (;;) {
		const {value, done} = await iterator.next();
		assert.ok(!done, 'it never came');
		if (isWanted(value)) {
			return value;
		}
	}
}

test('whoever comes is told all of it at once, and each change', async context => {
	const {hub, follow} = await openSession(context);
	const link = await follow();
	assert.deepEqual(link.view, exampleView);
	hub.tell({frame: 'another'});
	assert.deepEqual(await hears(link.news), {...exampleView, frame: 'another'});
	assert.equal((await follow()).view.frame, 'another');
});

test('a session that is taken over hears by whom', async context => {
	const {hub, follow} = await openSession(context);
	const heard = Promise.withResolvers<Person>();
	hub.onTakenOver(heard.resolve);
	(await follow()).takeOver(taker);
	assert.deepEqual(await heard.promise, taker);
});

test('while rules are on trial nobody is heard', async context => {
	const {hub, follow} = await openSession(context);
	const takers: Person[] = [];
	const heard = Promise.withResolvers<void>();
	hub.onTakenOver(by => {
		takers.push(by);
		heard.resolve();
	});
	const link = await follow();
	hub.tell({isOnTrial: true});
	link.takeOver({user: 'early'});
	// What it is asked comes in order: the second one is heard after the first.
	await hears(link.news, news => news.state === 'open' && news.isOnTrial);
	const other = await follow();
	hub.tell({isOnTrial: false});
	await hears(other.news, news => news.state === 'open' && !news.isOnTrial);
	other.takeOver(taker);
	await heard.promise;
	assert.deepEqual(takers, [taker]);
});

test('its end is told when the lock is free and the socket gone', async context => {
	const {hub, path, done, follow} = await openSession(context);
	const links = await Promise.all([follow(), follow()]);
	const end = {state: 'taken-over', by: taker} as const;
	const ending = hub.end(end);
	for (const {news} of links) {
		assert.deepEqual(await collect(news), [end]);
	}

	assert.deepEqual(done, ['released']);
	await assert.rejects(access(path), {code: 'ENOENT'});
	await ending;
	await hub.end({state: 'left'});
	assert.deepEqual(done, ['released'], 'only the first end counts');
});

test('whoever reads nothing holds up nobody, and gets the newest later', async context => {
	const {hub, path, follow} = await openSession(context);
	const slow = connect(path);
	await once(slow, 'connect');
	const quick = await follow();
	const frame = 'x'.repeat(100_000);
	for (let count = 0; count < 200; count += 1) {
		hub.tell({frame, rows: count});
	}

	await hears(quick.news, news => news.state === 'open' && news.rows === 199);
	let read = 0;
	let last = '';
	slow.setEncoding('utf8');
	for await (const chunk of slow) {
		read += String(chunk).length;
		last = (last + String(chunk)).slice(-300);
		if (/"rows":199,.*\n$/.test(last)) {
			break;
		}
	}

	assert.ok(read < 2_000_000, `${read} characters were kept for it`);
});

test('a socket that was left behind is no hindrance', async context => {
	const {path, hub} = await openSession(context);
	await hub.end({state: 'left'});
	const left = createServer().listen(path);
	await once(left, 'listening');
	context.after(() => left.close());
	const lock = {release: async () => undefined};
	const next = await openSessionHub(path, {...exampleView, pid: 2}, lock);
	context.after(() => next.end({state: 'left'}));
	assert.equal((await findSession(path))?.view.pid, 2);
});

test('where no socket can be, there is a session all the same', async context => {
	const path = join(await temporaryFolder(context), 'x'.repeat(120), 'session.sock');
	const lock = {release: async () => undefined};
	const hub = await openSessionHub(path, exampleView, lock);
	hub.tell({frame: 'another'});
	await hub.end({state: 'left'});
	assert.equal(await findSession(path), undefined);
});

for (const [name, answer] of [
	['hangs up', ''],
	['says rubbish', 'hello\n'],
	['never ends its line', 'x'.repeat(1_200_000)],
	['has ended already', '{"state":"left"}\n'],
] as const) {
	test(`somebody who ${name} is no session`, async context => {
		const path = join(await temporaryFolder(context), 'session.sock');
		const server = createServer(socket => {
			socket.on('error', () => socket.destroy());
			socket.end(answer);
		}).listen(path);
		await once(server, 'listening');
		context.after(() => server.close());
		assert.equal(await findSession(path), undefined);
	});
}

test('a session whose process is gone was lost', async context => {
	const path = join(await temporaryFolder(context), 'session.sock');
	const server = createServer(socket => {
		socket.end(`${JSON.stringify(exampleView)}\n{"state":"op`);
	}).listen(path);
	await once(server, 'listening');
	context.after(() => server.close());
	const link = (await findSession(path)) ?? assert.fail('nobody answers');
	assert.deepEqual(await collect(link.news), [{state: 'lost'}]);
});
