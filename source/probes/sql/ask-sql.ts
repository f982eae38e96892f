import type {Duplex} from 'node:stream';
import {plainText} from '../../plain-text.js';
import {answerLimit} from '../tcp/dial-outcome.js';
import type {Opened} from '../tcp/open-tcp.js';
import {startTls} from '../tls/start-tls.js';
import {
	headerLength,
	type Prelogin,
	packetType,
	parsePrelogin,
	preloginQuestion,
} from './prelogin.js';
import type {SqlSeen} from './sql-seen.js';
import {tlsInTds} from './tls-in-tds.js';

export type SqlQuestion = {
	/** The name, or the address, of the SQL Server. */
	readonly host: string;
	readonly signal: AbortSignal;
	/** Opens another connection: after a wrong beginning a server hangs up. */
	readonly reopen: () => Promise<Opened>;
};

/**
 * Asks what is on a connection who it is and whether it encrypts (PRELOGIN), and begins to
 * encrypt. Does not log in.
 * @throws the signal's reason when it is called off
 */
export async function askSql(stream: Duplex, question: SqlQuestion): Promise<SqlSeen> {
	const start = performance.now();
	const seen = await askInClear(stream, question);
	const strict =
		seen.outcome === 'closed' || seen.outcome === 'timeout'
			? await askStrictly(question)
			: undefined;
	return {...(strict ?? seen), milliseconds: Math.round(performance.now() - start)};
}

type Part =
	| Omit<Extract<SqlSeen, {readonly outcome: 'answered'}>, 'milliseconds'>
	| Omit<Exclude<SqlSeen, {readonly outcome: 'answered'}>, 'milliseconds'>;

async function askInClear(stream: Duplex, {host, signal}: SqlQuestion): Promise<Part> {
	const answer = await askPrelogin(stream, signal);
	if ('words' in answer) {
		return answer;
	}

	const tls =
		answer.encryption === 'not-supported'
			? undefined
			: await startTls(tlsInTds(stream), {host, signal, maxVersion: 'TLSv1.2'});
	return {outcome: 'answered', ...answer, isStrict: false, tls: tls?.seen};
}

/** TDS 8: TLS first, and everything inside it (MS-TDS 1.7, `tds/8.0`). */
async function askStrictly({
	host,
	signal,
	reopen,
}: SqlQuestion): Promise<Part | undefined> {
	const {socket} = await reopen();
	if (socket === undefined) {
		return undefined;
	}

	try {
		const {seen: tls, socket: encrypted} = await startTls(socket, {
			host,
			signal,
			protocols: ['tds/8.0'],
		});
		if (encrypted === undefined) {
			return undefined;
		}

		const answer = await askPrelogin(encrypted, signal);
		return 'words' in answer
			? undefined
			: {outcome: 'answered', ...answer, isStrict: true, tls};
	} finally {
		socket.destroy();
	}
}

type Unanswered = Exclude<Part, {readonly outcome: 'answered'}>;

async function askPrelogin(
	stream: Duplex,
	signal: AbortSignal,
): Promise<Prelogin | Unanswered> {
	stream.write(preloginQuestion());
	const {bytes, isClosed} = await readPacket(stream, signal);
	const isReply = bytes[0] === packetType.reply || bytes[0] === packetType.prelogin;
	const answer = isReply ? parsePrelogin(bytes.subarray(headerLength)) : undefined;
	if (answer !== undefined) {
		return answer;
	}

	// A TLS alert is how a server that only knows TDS 8 answers.
	const isAlert = bytes[0] === tlsAlert;
	const words = plainText(bytes.toString('latin1'), 100);
	if (bytes.length > 0 && !isAlert) {
		return {outcome: 'not-sql', words};
	}

	return {outcome: isClosed || isAlert ? 'closed' : 'timeout', words: ''};
}

/** The type of a TLS record that says what went wrong (RFC 8446 section 5.1). */
const tlsAlert = 0x15;

const mostBytes = 4096;

/** What comes until a whole TDS packet is there, the connection ends, or time is up. */
async function readPacket(
	stream: Duplex,
	signal: AbortSignal,
): Promise<{readonly bytes: Buffer; readonly isClosed: boolean}> {
	const limit = AbortSignal.any([signal, AbortSignal.timeout(answerLimit)]);
	const {promise, resolve} = Promise.withResolvers<boolean>();
	let bytes = Buffer.alloc(0);
	const take = (part: Buffer) => {
		bytes = Buffer.concat([bytes, part]).subarray(0, mostBytes);
		if (isWhole(bytes)) {
			resolve(false);
		}
	};
	const close = () => resolve(true);
	const giveUp = () => resolve(false);
	stream.on('data', take);
	stream.once('end', close);
	stream.once('close', close);
	limit.addEventListener('abort', giveUp, {once: true});
	const isClosed = await promise;
	stream.off('data', take);
	stream.off('end', close);
	stream.off('close', close);
	limit.removeEventListener('abort', giveUp);
	signal.throwIfAborted();
	return {bytes, isClosed};
}

/** What is no TDS needs not be waited for: its first bytes say so. */
function isWhole(bytes: Buffer): boolean {
	const isTds = bytes[0] === packetType.reply || bytes[0] === packetType.prelogin;
	return !isTds || (bytes.length >= 4 && bytes.length >= bytes.readUInt16BE(2));
}
