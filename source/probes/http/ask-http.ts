import {type IncomingMessage, request} from 'node:http';
import type {Duplex} from 'node:stream';
import {codeOf} from '../../host/file-errors.js';
import {plainText} from '../../plain-text.js';
import {version} from '../../version.js';
import type {Account} from '../login.js';
import {mirrorsIn} from '../mirrors/mirror-list.js';
import {basicLogin} from '../proxy/basic-login.js';
import {answerLimit, proxyLimit} from '../tcp/dial-outcome.js';
import type {HttpSeen} from './http-seen.js';
import {StreamAgent} from './stream-agent.js';

export type HttpQuestion = {
	readonly host: string;
	readonly port: number;
	readonly path: string;
	/** A proxy wants the whole address (RFC 9112 section 3.2.2). */
	readonly isForProxy: boolean;
	readonly isMirrorList?: boolean;
	/** Who logs in to that proxy. */
	readonly account?: Account | undefined;
	readonly signal: AbortSignal;
};

/**
 * Asks for one page of a site on a stream that is open.
 * @throws the signal's reason when it is called off
 */
export async function askHttp(stream: Duplex, question: HttpQuestion): Promise<HttpSeen> {
	const {host, port, path, isForProxy, isMirrorList = false, account, signal} = question;
	signal.throwIfAborted();
	const start = performance.now();
	const limit = AbortSignal.any([
		signal,
		AbortSignal.timeout(isForProxy ? proxyLimit : answerLimit),
	]);
	const milliseconds = () => Math.round(performance.now() - start);
	const authority = port === 80 || port === 443 ? host : `${host}:${port}`;
	const asking = request({
		agent: new StreamAgent(stream),
		path: isForProxy ? `http://${authority}${path}` : path,
		headers: {
			host: authority,
			accept: '*/*',
			connection: 'close',
			'user-agent': `analytics-setup/${version}`,
			...(isForProxy ? basicLogin(account) : {}),
		},
		maxHeaderSize: 64 * 1024,
		signal: limit,
	});
	const {promise, resolve} = Promise.withResolvers<IncomingMessage | string>();
	asking.once('response', resolve);
	asking.on('error', error => resolve(codeOf(error) ?? error.message));
	// An answer that changes the protocol ends a request without an error, and on a
	// stream that was cut before it does not end at all.
	asking.once('close', () => resolve('ECONNRESET'));
	limit.addEventListener('abort', () => resolve('ETIMEDOUT'), {once: true});
	asking.end();
	const answer = await promise;
	const answeredAt = Date.now();
	if (typeof answer === 'string') {
		signal.throwIfAborted();
		return {
			outcome: outcomeOf(answer, limit.aborted),
			code: answer,
			milliseconds: milliseconds(),
		};
	}

	const text = await readText(answer, isMirrorList ? mostOfList : mostOfText);
	signal.throwIfAborted();
	const beginning = text.slice(0, mostOfText);
	const title = /<title[^>]*>(?<title>[^<]*)/i.exec(beginning)?.groups?.title ?? '';
	const {location} = answer.headers;
	return {
		outcome: 'answered',
		status: answer.statusCode ?? 0,
		location: location === undefined ? undefined : plainText(location, 300),
		clockAhead: clockAhead(answer, answeredAt),
		marks: marksIn(answer),
		title: plainText(title, 100),
		beginning: plainText(beginning.replaceAll(/<[^>]*>/g, ' '), 1000),
		...(isMirrorList ? {mirrors: mirrorsIn(text)} : {}),
		milliseconds: milliseconds(),
	};
}

const mostOfText = 4096;
/** Ten times what the longest list of a distribution has. */
const mostOfList = 1_000_000;

async function readText(answer: IncomingMessage, most: number): Promise<string> {
	let text = '';
	answer.setEncoding('latin1');
	try {
		for await (const part of answer) {
			text += String(part);
			if (text.length >= most) {
				break;
			}
		}
	} catch {
		// What came until the time was up, or the connection was cut, is enough.
	}

	return text.slice(0, most);
}

/** A cache keeps the date of what it kept, and says how old that is (RFC 9111 section 5.1). */
function clockAhead(
	{headers: {date, age = '0'}}: IncomingMessage,
	answeredAt: number,
): number | undefined {
	const said = Date.parse(date ?? '') + Number(age) * 1000;
	return Number.isNaN(said) ? undefined : said - answeredAt;
}

const telling =
	/^(?:server|via|www-authenticate|proxy-.*|x-squid.*|x-cache.*|x-.*block.*)$/;

function marksIn({headers}: IncomingMessage): readonly string[] {
	return Object.entries(headers)
		.filter(([name]) => telling.test(name))
		.slice(0, 10)
		.map(([name, value]) => plainText(`${name}: ${String(value)}`));
}

function outcomeOf(code: string, isLate: boolean): 'timeout' | 'closed' | 'not-http' {
	if (isLate) {
		return 'timeout';
	}

	return code.startsWith('HPE_') && code !== 'HPE_INVALID_EOF_STATE'
		? 'not-http'
		: 'closed';
}
