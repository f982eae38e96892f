import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer, type Socket} from 'node:net';
import {suite, type TestContext, test} from 'node:test';
import {askDns} from '../../source/probes/dns/ask-dns.js';
import {askHttp} from '../../source/probes/http/ask-http.js';
import {startTls} from '../../source/probes/tls/start-tls.js';
import {serve, visit} from './loopback.js';
import {addressOf} from './recorded-network.js';

// All at the same time: each of them lasts as long as the limit.

const {signal} = new AbortController();
const page = {host: 'localhost', port: 80, path: '/', isForProxy: false, signal};

const listen = (context: TestContext, meet: (socket: Socket) => void = () => undefined) =>
	serve(
		context,
		createServer({allowHalfOpen: true}, socket => {
			socket.resume();
			meet(socket);
		}),
	);

suite('whoever accepts a connection and says nothing is given up', {
	concurrency: true,
}, () => {
	const isGivenUp = ({
		outcome,
		milliseconds,
	}: {
		outcome: string;
		milliseconds: number;
	}) => {
		assert.equal(outcome, 'timeout');
		assert.ok(milliseconds >= 3400 && milliseconds < 5000, `${milliseconds} ms`);
	};

	test('in a TLS handshake', async context => {
		const stream = await visit(context, await listen(context));
		const {seen, socket} = await startTls(stream, {host: 'localhost', signal});
		isGivenUp(seen);
		assert.equal(socket, undefined);
		assert.ok(stream.destroyed);
	});

	test('in an HTTP request', async context => {
		const stream = await visit(context, await listen(context));
		isGivenUp(await askHttp(stream, page));
	});

	test('in an HTTP request on a connection that is dead', async context => {
		const port = await listen(context, socket => socket.destroy());
		const stream = await visit(context, port);
		stream.resume();
		await once(stream, 'close');
		isGivenUp(await askHttp(stream, page));
	});

	test('in a question to a DNS server', async context => {
		const port = await listen(context);
		const server = addressOf('127.0.0.1');
		const question = {server, protocol: 'tcp', name: 'uni.edu', port} as const;
		const {dialled, code} = await askDns(question, signal);
		isGivenUp(dialled);
		assert.equal(code, undefined);
	});

	// What has come until then is enough.
	test('in the middle of a page, which was an answer', async context => {
		const port = await listen(context, socket =>
			socket.write('HTTP/1.1 200 OK\r\n\r\n<title>Half</title>'),
		);
		const seen = await askHttp(await visit(context, port), page);
		assert.ok(seen.outcome === 'answered');
		assert.equal(seen.title, 'Half');
		assert.ok(seen.milliseconds >= 3400 && seen.milliseconds < 5000);
	});
});
