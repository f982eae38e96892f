import {randomBytes} from 'node:crypto';
import type {Address} from '../../addresses/address.js';
import type {Dialled} from '../tcp/dial-outcome.js';
import {exchange} from '../udp/exchange.js';
import {parseTimeReply, requestPacket, type TimeReply} from './sntp.js';

export type TimeAnswer = Dialled & {readonly reply: TimeReply | undefined};

/**
 * One SNTP exchange (RFC 5905 section 14).
 * @throws the signal's reason when it is called off
 */
export async function askTime(
	address: Address,
	port: number,
	signal: AbortSignal,
): Promise<TimeAnswer> {
	// A late answer to an earlier question is reckoned against that question's own time.
	const questions: Array<{readonly nonce: Buffer; readonly sentAt: number}> = [];
	const {dialled, answer: reply} = await exchange(
		{
			address,
			port,
			question() {
				const question = {nonce: randomBytes(8), sentAt: Date.now()};
				questions.push(question);
				return requestPacket(question.nonce);
			},
			answerIn(packet) {
				const now = Date.now();
				return questions.flatMap(
					({nonce, sentAt}) => parseTimeReply(packet, nonce, sentAt, now) ?? [],
				)[0];
			},
		},
		signal,
	);
	return {...dialled, reply};
}
