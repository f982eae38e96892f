import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import type {Socket} from 'node:net';
import SmtpConnection from 'nodemailer/lib/smtp-connection';
import {readHostName} from '../../addresses/host-name.js';
import {codeOf} from '../../host/file-errors.js';
import {plainWordsWithout} from '../../redaction/plain-words.js';
import type {LoginClient, LoginErrand} from '../login.js';
import {sendgrid} from '../target.js';
import {knownAuthorities} from '../tls/authorities.js';
import type {MailLoginSeen, MailReply, MailTrouble} from './login-seen.js';
import {renderTestMessage, senderOn} from './test-message.js';

export type MailLoginErrand = Extract<LoginErrand, {readonly for: 'mail'}>;

/** In milliseconds; after a wrong password many servers take their time. */
const replyLimit = 30_000;
const wholeLimit = 60_000;
const goodbyeLimit = 1000;

/**
 * Logs in to a mail server on an open connection, where there is an account to do it with,
 * sends a test message where there is somebody to send it to, and hangs up.
 * @throws the signal's reason when it is called off
 */
export async function logInToMail(
	socket: Socket,
	errand: MailLoginErrand,
	{hostname: typed, signal}: LoginClient,
): Promise<MailLoginSeen> {
	const start = performance.now();
	signal.throwIfAborted();
	const hostname = readHostName(typed).value ?? typed;
	const connection = new SmtpConnection({
		...optionsFor(errand),
		connection: socket,
		name: hostname,
	});
	const limit = AbortSignal.any([signal, AbortSignal.timeout(wholeLimit)]);
	const step = stepsOn(connection, limit);
	const {account, messageTo: to} = errand;
	const reached = {isLoggedIn: false, isSent: false};
	let trouble: MailTrouble | undefined;
	try {
		await step(done => connection.connect(done));
		if (account !== undefined) {
			const {user, password: pass} = account;
			await step(done => connection.login({user, pass}, done));
			reached.isLoggedIn = true;
		}

		if (to !== undefined) {
			const moment = {at: new Date(), id: randomUUID()};
			const message = renderTestMessage({hostname, to, ...moment});
			const envelope = {from: senderOn(hostname), to, size: message.length};
			await step(done => connection.send(envelope, message, done));
			reached.isSent = true;
		}

		await sayGoodbye(connection);
	} catch (error) {
		trouble = troubleOf(error, plainWordsWithout(account));
	} finally {
		connection.close();
		socket.destroy();
	}

	signal.throwIfAborted();
	return {...reached, trouble, milliseconds: Math.round(performance.now() - start)};
}

function optionsFor({host, port, security}: MailLoginErrand): SmtpConnection['options'] {
	return {
		host,
		port,
		secure: security === 'tls',
		// A STARTTLS that is taken out on the way must not leave the password in clear.
		requireTLS: security === 'starttls',
		ignoreTLS: security === 'none',
		greetingTimeout: replyLimit,
		socketTimeout: replyLimit,
		tls: {
			ca: [...knownAuthorities().certificates],
			// A site's own relay may do with a certificate that nobody vouches for.
			rejectUnauthorized: readHostName(host).value === sendgrid,
		},
	};
}

type Step = (begin: (done: (error?: Error | null) => void) => void) => Promise<void>;

/** Runs what ends in a callback; whatever breaks the connection, or the limit, ends it too. */
function stepsOn(connection: SmtpConnection, limit: AbortSignal): Step {
	const {promise: broken, reject: fail} = Promise.withResolvers<never>();
	// Between two steps nobody listens.
	broken.catch(() => undefined);
	connection.on('error', fail);
	const giveUp = () => fail(Object.assign(new Error('no answer'), {code: 'ETIMEDOUT'}));
	limit.addEventListener('abort', giveUp, {once: true});
	return begin =>
		Promise.race([
			broken,
			new Promise<void>((resolve, reject) => {
				begin(error => (error == null ? resolve() : reject(error)));
			}),
		]);
}

/** All is done: that a server does not answer to it is no fault. */
async function sayGoodbye(connection: SmtpConnection): Promise<void> {
	connection.quit();
	const signal = AbortSignal.timeout(goodbyeLimit);
	await once(connection, 'end', {signal}).catch(() => undefined);
}

/** What Nodemailer adds to an error. */
type NodemailerError = Error & {
	readonly command?: unknown;
	readonly response?: unknown;
	/** The code of the operating system, or of OpenSSL. */
	readonly originalCode?: unknown;
};

function troubleOf(error: unknown, plainWords: (words: string) => string): MailTrouble {
	const {command, response, originalCode} = error as NodemailerError;
	return {
		command: plainWords(typeof command === 'string' ? command : 'CONN'),
		code: plainWords(String(originalCode ?? codeOf(error) ?? 'ECONNECTION')),
		reply: typeof response === 'string' ? replyIn(response, plainWords) : undefined,
	};
}

/** `550 5.7.1 Relaying denied`, or the same with a hyphen on all lines but the last. */
function replyIn(
	response: string,
	plainWords: (words: string) => string,
): MailReply | undefined {
	const code = /^\d{3}/.exec(response)?.[0];
	return code === undefined
		? undefined
		: {code: Number(code), words: plainWords(response.replaceAll(/^\d{3}[ -]?/gm, ' '))};
}
