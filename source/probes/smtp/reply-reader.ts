import type {Duplex} from 'node:stream';
import {plainText} from '../../plain-text.js';
import type {SmtpReply} from './smtp-seen.js';

/** Reads the replies of a mail server, one after the other. */
export type ReplyReader = {
	/** @param limit how long to wait, in milliseconds */
	readonly next: (limit: number, signal: AbortSignal) => Promise<SmtpReply>;
	/** Stops listening, so that something else can read the stream. */
	readonly stop: () => void;
};

/** More than that is no reply (RFC 5321 section 4.5.3.1.5 says 512 bytes a line). */
const mostBytes = 16 * 1024;
const mostLines = 64;

export function readReplies(stream: Duplex): ReplyReader {
	let text = '';
	let isClosed = false;
	let wake: () => void = () => undefined;
	const take = (part: Buffer) => {
		text = (text + part.toString('latin1')).slice(0, mostBytes + 1);
		wake();
	};
	const close = () => {
		isClosed = true;
		wake();
	};
	stream.on('data', take);
	stream.once('end', close);
	stream.once('close', close);
	stream.once('error', close);
	const takeNext = () => {
		const found = takeReply(text);
		text = found?.rest ?? text;
		return found?.reply;
	};
	const somethingNew = (ended: AbortSignal) =>
		new Promise<void>(resolve => {
			wake = resolve;
			ended.addEventListener('abort', () => resolve(), {once: true});
		});
	return {
		async next(limit, signal) {
			const ended = AbortSignal.any([signal, AbortSignal.timeout(limit)]);
			let reply = takeNext();
			while (reply === undefined && !isClosed && !ended.aborted) {
				await somethingNew(ended);
				reply = takeNext();
			}

			signal.throwIfAborted();
			return reply ?? {code: undefined, trouble: isClosed ? 'closed' : 'timeout'};
		},
		stop() {
			stream.off('data', take);
			stream.off('end', close);
			stream.off('close', close);
			stream.off('error', close);
		},
	};
}

type Found = {readonly reply: SmtpReply; readonly rest: string};

const notSmtp: SmtpReply = {code: undefined, trouble: 'not-smtp'};

/** The first whole reply of a text: its last line has a space after the code. */
function takeReply(text: string): Found | undefined {
	const lines: string[] = [];
	let from = 0;
	for (;;) {
		const end = text.indexOf('\n', from);
		if (end === -1) {
			return text.length > mostBytes ? {reply: notSmtp, rest: ''} : undefined;
		}

		const line = text.slice(from, end).replace(/\r$/, '');
		const {
			code,
			mark = '',
			words = '',
		} = /^(?<code>\d{3})(?<mark>[ -]?)(?<words>.*)$/s.exec(line)?.groups ?? {};
		if (code === undefined || lines.length > mostLines) {
			return {reply: notSmtp, rest: ''};
		}

		lines.push(plainText(words));
		from = end + 1;
		if (mark !== '-') {
			return {reply: {code: Number(code), lines}, rest: text.slice(from)};
		}
	}
}
