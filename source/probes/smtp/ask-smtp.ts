import type {Duplex} from 'node:stream';
import type {Answers} from '../../answers/schema.js';
import {startTls} from '../tls/start-tls.js';
import {type ReplyReader, readReplies} from './reply-reader.js';
import type {SmtpReply, SmtpSeen} from './smtp-seen.js';

export type SmtpQuestion = {
	/** The name, or the address, of the mail server. */
	readonly host: string;
	readonly security: Answers['smtp']['security'];
	/** The name by which this server calls itself. */
	readonly hostname: string;
	readonly signal: AbortSignal;
};

/**
 * Many servers let a stranger wait before they speak, to see whether that one talks first
 * (RFC 5321 section 4.5.3.2.1 allows five minutes; nobody waits so long at a screen).
 */
const bannerLimit = 15_000;
const replyLimit = 10_000;

type Dialogue = {
	readonly stream: Duplex;
	readonly replies: ReplyReader;
	readonly question: SmtpQuestion;
};

/**
 * Talks with a mail server on an open connection until it is known how it takes mail: the
 * banner, EHLO, encryption, and how to log in. Sends no mail.
 * @throws the signal's reason when it is called off
 */
export async function askSmtp(stream: Duplex, question: SmtpQuestion): Promise<SmtpSeen> {
	const start = performance.now();
	const seen = await (question.security === 'tls'
		? askEncrypted(stream, question)
		: askInClear(stream, question));
	return {...seen, milliseconds: Math.round(performance.now() - start)};
}

type Part = Omit<SmtpSeen, 'milliseconds'>;

/** TLS from the first byte (RFC 8314). */
async function askEncrypted(stream: Duplex, question: SmtpQuestion): Promise<Part> {
	const {seen: tls, socket} = await startTls(stream, question);
	return socket === undefined ? {tls} : {tls, ...(await greet(socket, question))};
}

async function askInClear(stream: Duplex, question: SmtpQuestion): Promise<Part> {
	const dialogue = {stream, replies: readReplies(stream), question};
	const greeted = await greetOn(dialogue);
	if (question.security === 'none' || greeted.hello?.code !== 250) {
		return greeted;
	}

	const isStartTlsOffered = capabilities(greeted.hello).includes('STARTTLS');
	return isStartTlsOffered
		? {...greeted, isStartTlsOffered, ...(await encrypt(dialogue))}
		: {...greeted, isStartTlsOffered};
}

/** RFC 3207: after the handshake everything begins anew. */
async function encrypt({stream, replies, question}: Dialogue): Promise<Part> {
	stream.write('STARTTLS\r\n');
	const reply = await replies.next(replyLimit, question.signal);
	replies.stop();
	if (reply.code !== 220) {
		return {startTls: reply};
	}

	const {seen: tls, socket} = await startTls(stream, question);
	if (socket === undefined) {
		return {startTls: reply, tls};
	}

	const dialogue = {stream: socket, replies: readReplies(socket), question};
	return {startTls: reply, tls, ...(await sayHello(dialogue))};
}

async function greet(stream: Duplex, question: SmtpQuestion): Promise<Part> {
	return greetOn({stream, replies: readReplies(stream), question});
}

async function greetOn(dialogue: Dialogue): Promise<Part> {
	const start = performance.now();
	const banner = await dialogue.replies.next(bannerLimit, dialogue.question.signal);
	const bannerAfter = Math.round(performance.now() - start);
	return banner.code === 220
		? {banner, bannerAfter, ...(await sayHello(dialogue))}
		: {banner, bannerAfter};
}

async function sayHello({stream, replies, question}: Dialogue): Promise<Part> {
	stream.write(`EHLO ${question.hostname}\r\n`);
	const hello = await replies.next(replyLimit, question.signal);
	return {hello, logins: loginsIn(hello)};
}

/** What a server says after EHLO that it can do; its first line is only a greeting. */
function capabilities(reply: SmtpReply): readonly string[] {
	return reply.code === 250
		? reply.lines.slice(1).map(line => line.trim().toUpperCase())
		: [];
}

/** `AUTH PLAIN LOGIN`, or, as old servers write it, `AUTH=LOGIN`. */
function loginsIn(reply: SmtpReply): readonly string[] {
	const words = capabilities(reply)
		.filter(line => /^AUTH[ =]/.test(line))
		.flatMap(line => line.slice('AUTH='.length).split(/\s+/));
	return [...new Set(words.filter(word => word !== ''))];
}
