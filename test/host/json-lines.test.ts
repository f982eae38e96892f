import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createConnection, createServer, type Socket} from 'node:net';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {linesFrom} from '../../source/host/json-lines.js';
import {collect} from '../helpers/collect.js';
import {temporaryFolder} from '../helpers/sample.js';

/** What is read when somebody says something. */
async function heard(context: TestContext, say: (socket: Socket) => void) {
	const path = join(await temporaryFolder(context), 'socket');
	const server = createServer(say).listen(path);
	await once(server, 'listening');
	context.after(() => server.close());
	return collect(linesFrom(createConnection(path), 100));
}

test('a line may come in pieces, and several at once', async context => {
	const lines = await heard(context, socket => {
		socket.write('one\ntw', () => socket.end('o\nthree\n'));
	});
	assert.deepEqual(lines, ['one', 'two', 'three']);
});

test('a letter that is cut in two is whole again', async context => {
	const bytes = Buffer.from('Zürich\n');
	const lines = await heard(context, socket => {
		socket.write(bytes.subarray(0, 2), () => socket.end(bytes.subarray(2)));
	});
	assert.deepEqual(lines, ['Zürich']);
});

test('whoever sends an endless line is not listened to any more', async context => {
	const lines = await heard(context, socket => {
		socket.on('error', () => socket.destroy());
		socket.write(`short\n${'x'.repeat(101)}`);
	});
	assert.deepEqual(lines, ['short']);
});

test('half a line at the end is none', async context => {
	const lines = await heard(context, socket => {
		socket.end('whole\nhal');
	});
	assert.deepEqual(lines, ['whole']);
});
