import {once} from 'node:events';
import {connect} from 'node:net';
import process from 'node:process';
import {startTls} from '../../../source/probes/tls/start-tls.js';
import type {TlsSeen} from '../../../source/probes/tls/tls-seen.js';

// A program of its own: which authorities are known is settled when Node.js starts.

/** What was seen on each port, by the name that the test gave it. */
export type Handshakes = Readonly<Record<string, TlsSeen>>;

/** Begins TLS with a port of loopback that calls itself localhost. */
async function handshake(port: number): Promise<TlsSeen> {
	const socket = connect(port, '127.0.0.1');
	await once(socket, 'connect');
	const {signal} = new AbortController();
	const {seen} = await startTls(socket, {host: 'localhost', signal});
	socket.destroy();
	return seen;
}

const [, , ports = '{}'] = process.argv;
const seen = await Promise.all(
	Object.entries(JSON.parse(ports) as Readonly<Record<string, number>>).map(
		async ([name, port]) => [name, await handshake(port)] as const,
	),
);
process.stdout.write(JSON.stringify(Object.fromEntries(seen) satisfies Handshakes));
