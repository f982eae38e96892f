import assert from 'node:assert/strict';
import {createServer, type IncomingMessage, type RequestListener} from 'node:http';
import type {Socket} from 'node:net';
import {finished} from 'node:stream/promises';
import {type TestContext, test} from 'node:test';
import {askHttp} from '../../../source/probes/http/ask-http.js';
import {serve, serveVisitors, visit} from '../loopback.js';

const {signal} = new AbortController();
const question = {
	host: 'cdn.remirepo.net',
	port: 80,
	path: '/',
	isForProxy: false,
	signal,
};

const askPage = async (context: TestContext, answer: RequestListener) => {
	const port = await serve(context, createServer(answer));
	return askHttp(await visit(context, port), question);
};
/** Asks somebody who answers a request with these bytes, and then hangs up. */
const askBytes = async (context: TestContext, bytes: string) => {
	const port = await serveVisitors(context, socket =>
		socket.once('data', () => socket.end(bytes, 'latin1')),
	);
	return askHttp(await visit(context, port), question);
};

for (const [name, changes, authority, path] of [
	['a site', {}, 'cdn.remirepo.net', '/'],
	['a site with TLS', {port: 443}, 'cdn.remirepo.net', '/'],
	['a site on another port', {port: 8080}, 'cdn.remirepo.net:8080', '/'],
	['a mirror list', {path: '/list?a=b'}, 'cdn.remirepo.net', '/list?a=b'],
	['a proxy', {isForProxy: true}, 'cdn.remirepo.net', 'http://cdn.remirepo.net/'],
	[
		'a proxy, for another port',
		{isForProxy: true, port: 8080},
		...(['cdn.remirepo.net:8080', 'http://cdn.remirepo.net:8080/'] as const),
	],
] as const) {
	test(`${name} is asked for a page as a download would`, async context => {
		const asked: IncomingMessage[] = [];
		const server = createServer((request, response) => {
			asked.push(request);
			response.end();
		});
		const stream = await visit(context, await serve(context, server));
		await askHttp(stream, {...question, ...changes});
		const [{method, url, headers} = assert.fail()] = asked;
		assert.deepEqual([method, url, headers.host], ['GET', path, authority]);
		assert.match(headers['user-agent'] ?? '', /^analytics-setup\/\d/);
		assert.equal(headers.connection, 'close');
	});
}

test('the answer is told: its status, who gives it, and how its page begins', async context => {
	const seen = await askPage(context, (_request, response) => {
		response.writeHead(403, {
			...{server: 'FilterBox', 'x-squid-error': 'ERR_ACCESS_DENIED 0'},
			...{'content-type': 'text/html', 'set-cookie': 'session=s3cret'},
		});
		response.end(
			'<html><head><title>Access\n denied</title></head><body><b>No</b> way.</body></html>',
		);
	});
	assert.ok(seen.outcome === 'answered');
	assert.equal(seen.status, 403);
	assert.equal(seen.location, undefined);
	assert.deepEqual(seen.marks, [
		'server: FilterBox',
		'x-squid-error: ERR_ACCESS_DENIED 0',
	]);
	assert.equal(seen.title, 'Access denied');
	assert.equal(seen.beginning, 'Access denied No way.');
	assert.ok(seen.milliseconds < 3500);
});

test('a mirror list is read to its end, and other pages are not', async context => {
	const hosts = Array.from({length: 20}, (_, index) => `http://m${index}.example/`);
	const answer: RequestListener = (_request, response) => {
		response.end(`${'# a long beginning\n'.repeat(1000)}${hosts.join('\n')}\n`);
	};
	const port = await serve(context, createServer(answer));
	const list = await askHttp(await visit(context, port), {
		...question,
		isMirrorList: true,
	});
	assert.ok(list.outcome === 'answered');
	assert.equal(list.mirrors?.length, 20);
	const page = await askPage(context, answer);
	assert.ok(!('mirrors' in page));
});

test('where an answer sends on to is told, and not gone to', async context => {
	let requests = 0;
	const seen = await askPage(context, (_request, response) => {
		requests += 1;
		response.writeHead(302, {location: 'http://login.uni.edu/?from=here'}).end();
	});
	assert.ok(seen.outcome === 'answered');
	assert.equal(seen.location, 'http://login.uni.edu/?from=here');
	assert.equal(requests, 1);
});

for (const [name, headers, expected] of [
	['its clock', {date: 'Sun, 22 Nov 2026 15:00:00 GMT'}, Date.UTC(2026, 10, 22, 15)],
	[
		'the clock of what it has kept for an hour',
		...[{date: 'Sun, 22 Nov 2026 14:00:00 GMT', age: '3600'}, Date.UTC(2026, 10, 22, 15)],
	],
	['no clock', {date: 'yesterday'}, undefined],
] as const) {
	test(`an answer tells ${name}`, async context => {
		const seen = await askPage(context, (_request, response) => {
			response.writeHead(200, headers).end();
		});
		assert.ok(seen.outcome === 'answered');
		const told = seen.clockAhead === undefined ? undefined : Date.now() + seen.clockAhead;
		assert.equal(told === undefined, expected === undefined);
		assert.ok(Math.abs((told ?? 0) - (expected ?? 0)) < 1000);
	});
}

test('of an endless page the beginning is enough', async context => {
	let sent = 0;
	const seen = await askPage(context, (_request, response) => {
		const more = () => {
			do {
				sent += 5000;
			} while (response.writable && response.write('word '.repeat(1000)));
		};

		response.on('drain', more).on('error', () => undefined);
		more();
	});
	assert.ok(seen.outcome === 'answered');
	assert.match(seen.beginning, /^word word/);
	assert.ok(seen.beginning.length <= 1001);
	// Not more than the buffers on the way take.
	assert.ok(sent < 20_000_000, `${sent} bytes`);
});

test('a page that is cut off in the middle was an answer', async context => {
	const seen = await askBytes(
		context,
		'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n<title>Half',
	);
	assert.ok(seen.outcome === 'answered');
	assert.equal(seen.title, 'Half');
});

test('headers of 60 KB are read, and most of them left out', async context => {
	const blocks = Array.from({length: 60}, (_, index) => `x-block-${index}`);
	const headers = blocks.map(name => `${name}: ${'v'.repeat(1000)}\r\n`).join('');
	const seen = await askBytes(context, `HTTP/1.1 200 OK\r\n${headers}\r\n`);
	assert.ok(seen.outcome === 'answered', JSON.stringify(seen));
	assert.equal(seen.marks.length, 10);
	assert.ok(seen.marks.every(mark => mark.length <= 201));
});

test('terminal escapes in headers and pages reach nobody', async context => {
	const seen = await askBytes(
		context,
		[
			'HTTP/1.1 302 Found\r\n',
			'server: \u009B2Jevil\r\n',
			'location: http://uni.edu/\u009Dx\r\n\r\n',
			'<title>\u001B]0;owned\u0007title</title>\u001B[2J',
		].join(''),
	);
	assert.ok(seen.outcome === 'answered', JSON.stringify(seen));
	assert.deepEqual(seen.marks, ['server: evil']);
	assert.equal(seen.location, 'http://uni.edu/ x');
	assert.equal(seen.title, 'title');
	assert.doesNotMatch(JSON.stringify(seen), /\\u00|[\u0080-\u009f]/);
});

for (const [name, bytes, outcome] of [
	['an SSH server', 'SSH-2.0-OpenSSH_9.2p1\r\n', 'not-http'],
	['a mail server', '220 smtp.uni.edu ESMTP\r\n', 'not-http'],
	['a server that wants TLS', '\u0015\u0003\u0001\0\u0002\u0002F', 'not-http'],
	['headers of 70 KB', `HTTP/1.1 200 OK\r\nx: ${'v'.repeat(70_000)}\r\n\r\n`, 'not-http'],
	['control characters in a header', 'HTTP/1.1 200 OK\r\nx: \u0001\r\n\r\n', 'not-http'],
	['nothing', '', 'closed'],
	['half a header', 'HTTP/1.1 200 OK\r\nserver: ng', 'closed'],
	['half a word', 'HTT', 'closed'],
	[
		'another protocol',
		'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
		'closed',
	],
] as const) {
	test(`a request that is answered by ${name} ends as ${outcome}`, async context => {
		const seen = await askBytes(context, bytes);
		assert.equal(seen.outcome, outcome, JSON.stringify(seen));
	});
}

for (const [name, meet] of [
	['cut off', (socket: Socket) => socket.destroy()],
	['reset', (socket: Socket) => socket.resetAndDestroy()],
] as const) {
	test(`a request whose connection is ${name} ends as closed`, async context => {
		const port = await serveVisitors(context, socket =>
			socket.once('data', () => meet(socket)),
		);
		const seen = await askHttp(await visit(context, port), question);
		assert.equal(seen.outcome, 'closed');
	});
}

test('a request on a connection that is dead can be given up', async context => {
	const port = await serveVisitors(context, socket => socket.destroy());
	const stream = await visit(context, port);
	await finished(stream.resume()).catch(() => undefined);
	const controller = new AbortController();
	const asking = askHttp(stream, {...question, signal: controller.signal});
	const reason = new Error('given up');
	controller.abort(reason);
	await assert.rejects(asking, reason);
});

test('many preliminary answers are passed over', async context => {
	const seen = await askBytes(
		context,
		`${'HTTP/1.1 100 Continue\r\n\r\n'.repeat(500)}HTTP/1.1 204 No Content\r\n\r\n`,
	);
	assert.ok(seen.outcome === 'answered');
	assert.equal(seen.status, 204);
});

for (const when of [
	'before it begins',
	'before the answer',
	'within the page',
] as const) {
	test(`a request that is given up ${when} ends with the reason`, async context => {
		const controller = new AbortController();
		const reason = new Error('given up');
		const server = createServer((_request, response) => {
			if (when === 'within the page') {
				response.write('<title>begins');
			}

			// Nothing more comes: only giving up ends it.
			controller.abort(reason);
		});
		const stream = await visit(context, await serve(context, server));
		if (when === 'before it begins') {
			controller.abort(reason);
		}

		const asking = askHttp(stream, {...question, signal: controller.signal});
		await assert.rejects(asking, reason);
	});
}
