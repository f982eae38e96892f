import {setTimeout as delay} from 'node:timers/promises';
import {
	type Address,
	formatAddress,
	isSameAddress,
	parseAddress,
} from '../../addresses/address.js';
import {messageOf} from '../../failure.js';
import {codeOf} from '../../host/file-errors.js';
import type {ServerAnswer} from '../ask-servers.js';
import {askAddresses} from '../dns/ask-server.js';
import {exchange} from '../dns/exchange.js';
import {readQuestion} from '../dns/read-question.js';
import {toldIn} from '../dns/told-in.js';
import type {ToldAddress} from '../learn.js';
import {answerQuery, type Transport} from './answer-query.js';
import {dropRights} from './drop-rights.js';
import {listen} from './listen.js';
import type {ToAsker, WrittenFromAsker} from './messages.js';
import {malformedReply} from './reply.js';

/** How long an answer waits to be permitted, in milliseconds. */
const patience = 2000;

export type AskerParts = {
	readonly hear: (message: ToAsker) => void;
	/** Nobody permits anything any more: answers are handed on as they come. */
	readonly beAlone: () => void;
};

/**
 * Talks with the DNS for all programs of this server: hands their questions on, and the
 * answers back once what they tell of is permitted. It has no rights itself.
 *
 * @param send to the process that changes the rules
 */
export function startAsker(send: (message: WrittenFromAsker) => void): AskerParts {
	let servers: readonly Address[] = [];
	let count = 0;
	let isAlone = false;
	const waiting = new Map<number, () => void>();

	const untilPermitted = async (response: Uint8Array) => {
		const told = toldIn(response);
		if (told === undefined || isAlone) {
			return;
		}

		count += 1;
		const number = count;
		const permitted = Promise.withResolvers<void>();
		waiting.set(number, permitted.resolve);
		send({tell: 'told', number, name: told.name, addresses: written(told.addresses)});
		await Promise.race([permitted.promise, delay(patience, undefined, {ref: false})]);
		waiting.delete(number);
	};

	const answer = async (query: Uint8Array, via: Transport) => {
		const question = readQuestion(query);
		if (question === undefined) {
			return malformedReply(query);
		}

		const reply = await answerQuery(query, question, via, {
			servers: () => servers,
			onAnswered: server => {
				servers = firstOf(server, servers);
			},
			exchange,
		});
		await untilPermitted(reply);
		return reply;
	};

	const serve = async (port: number) => {
		try {
			dropRights();
			send({tell: 'serving', families: [...(await listen(port, answer))]});
		} catch (error) {
			send({tell: 'unable', reason: reasonOf(error, port)});
		}
	};

	return {
		hear(message) {
			switch (message.tell) {
				case 'serve':
					servers = message.servers.flatMap(text => parseAddress(text) ?? []);
					void serve(message.port);
					break;
				case 'servers':
					servers = message.servers.flatMap(text => parseAddress(text) ?? []);
					break;
				case 'permitted':
					waiting.get(message.number)?.();
					break;
				case 'ask':
					void askFor(message).then(send);
					break;
			}
		},
		beAlone() {
			isAlone = true;
			for (const handOn of waiting.values()) {
				handOn();
			}
		},
	};
}

function reasonOf(error: unknown, port: number): string {
	switch (codeOf(error)) {
		case 'EADDRINUSE':
			return `port ${port} is taken`;
		case 'EPERM':
		case 'EINVAL':
			return 'there is no second user here, whose look-ups could be told apart';
		default:
			return messageOf(error).replace(/\.$/, '');
	}
}

/** Where they were changed meanwhile, one that is no longer among them stays away. */
function firstOf(first: Address, servers: readonly Address[]): readonly Address[] {
	const isFirst = (server: Address) => isSameAddress(server, first);
	return [...servers.filter(isFirst), ...servers.filter(server => !isFirst(server))];
}

async function askFor({
	number,
	server,
	name,
	family,
	timeout,
}: Extract<ToAsker, {tell: 'ask'}>): Promise<WrittenFromAsker> {
	const address = parseAddress(server);
	const said: ServerAnswer =
		address === undefined
			? {outcome: 'no-server'}
			: await askAddresses(address, name, family, {timeout});
	const heard = {tell: 'answer', number} as const;
	return said.outcome === 'answered'
		? {...heard, outcome: said.outcome, addresses: written(said.addresses)}
		: {...heard, outcome: said.outcome, addresses: [], ttl: said.ttl};
}

function written(addresses: readonly ToldAddress[]) {
	return addresses.map(({address, ttl}) => ({address: formatAddress(address), ttl}));
}
