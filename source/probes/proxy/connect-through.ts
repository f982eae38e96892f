import {type IncomingMessage, request} from 'node:http';
import {isIPv6, type Socket} from 'node:net';
import type {Duplex} from 'node:stream';
import {codeOf} from '../../host/file-errors.js';
import {plainText} from '../../plain-text.js';
import {StreamAgent} from '../http/stream-agent.js';
import type {Account} from '../login.js';
import {proxyLimit} from '../tcp/dial-outcome.js';
import {basicLogin} from './basic-login.js';
import type {ProxySeen} from './proxy-seen.js';

export type Connected = {
	readonly seen: ProxySeen;
	/** The way through the proxy, where there is one. */
	readonly stream: Duplex | undefined;
};

export type ProxyQuestion = {
	readonly host: string;
	readonly port: number;
	readonly account?: Account | undefined;
};

/**
 * Asks a proxy, on a connection to it, for a way to a destination (CONNECT, RFC 9110
 * section 9.3.6).
 * @throws the signal's reason when it is called off
 */
export async function connectThrough(
	toProxy: Socket,
	{host, port, account}: ProxyQuestion,
	signal: AbortSignal,
): Promise<Connected> {
	signal.throwIfAborted();
	const start = performance.now();
	const limit = AbortSignal.any([signal, AbortSignal.timeout(proxyLimit)]);
	const authority = `${isIPv6(host) ? `[${host}]` : host}:${port}`;
	const asking = request({
		agent: new StreamAgent(toProxy),
		method: 'CONNECT',
		path: authority,
		headers: {host: authority, ...basicLogin(account)},
		signal: limit,
	});
	const {promise, resolve} = Promise.withResolvers<[IncomingMessage, Socket] | string>();
	asking.once('connect', (answer, stream, head) => {
		stream.unshift(head);
		resolve([answer, stream as Socket]);
	});
	asking.on('error', error => resolve(codeOf(error) ?? error.message));
	asking.end();
	const reply = await promise;
	signal.throwIfAborted();
	const milliseconds = Math.round(performance.now() - start);
	if (typeof reply === 'string') {
		return {
			seen: {outcome: outcomeOf(reply, limit.aborted), code: reply, milliseconds},
			stream: undefined,
		};
	}

	const [{statusCode: status = 0, headers}, stream] = reply;
	const login = headers['proxy-authenticate'];
	return {
		seen: {
			outcome: 'answered',
			status,
			login: login === undefined ? undefined : plainText(login.toString()),
			milliseconds,
		},
		stream: isGranted(status) ? stream : undefined,
	};
}

export function isGranted(status: number): boolean {
	return status >= 200 && status < 300;
}

function outcomeOf(code: string, isLate: boolean): 'timeout' | 'closed' | 'not-a-proxy' {
	if (isLate) {
		return 'timeout';
	}

	return code.startsWith('HPE_') ? 'not-a-proxy' : 'closed';
}
