import {type Address, type Family, formatAddress} from '../../addresses/address.js';
import {Failure} from '../../failure.js';
import type {OwnCommand} from '../../host/own-command.js';
import type {AskAddresses, ServerAnswer} from '../ask-servers.js';
import type {ToldAnswer} from '../told-answer.js';
import {type Asker, startAskerProcess} from './asker-process.js';
import type {FromAsker} from './messages.js';

/** The process that talks with the DNS, as the one that changes the rules knows it. */
export type AskerLink = {
	/** Those in which it answers. */
	readonly families: readonly Family[];
	readonly setServers: (servers: readonly Address[]) => void;
	readonly ask: AskAddresses;
	readonly ended: Promise<void>;
	readonly letGo: () => void;
};

export type AskerOptions = {
	/** In the order in which programs would ask them. */
	readonly servers: readonly Address[];
	/** Of this server, where it answers. */
	readonly port: number;
	/** The answer is handed on once this is done. */
	readonly onAnswer: (told: ToldAnswer) => Promise<void>;
	/** How this program is started. */
	readonly own: OwnCommand;
};

/** How much later than it should the process may tell something, in milliseconds. */
const grace = 1000;

/** @throws Failure `command.failed` with why it does not answer */
export async function openAsker({
	servers,
	port,
	onAnswer,
	own,
}: AskerOptions): Promise<AskerLink> {
	const asker = startAskerProcess(own);
	const questions = new Map<number, (answer: ServerAnswer) => void>();
	const begun = Promise.withResolvers<readonly Family[]>();
	asker.onMessage(message => {
		switch (message.tell) {
			case 'serving':
				begun.resolve(message.families);
				break;
			case 'unable':
				begun.reject(unable(message.reason));
				break;
			case 'told':
				void permit(asker, message, onAnswer);
				break;
			case 'answer':
				questions.get(message.number)?.(answerOf(message));
				questions.delete(message.number);
				break;
		}
	});
	let isOver = false;
	const ended = asker.ended.then(() => {
		isOver = true;
		begun.reject(unable('the process that asks the DNS has ended'));
		for (const answer of questions.values()) {
			answer({outcome: 'timeout'});
		}
	});

	asker.tell({tell: 'serve', port, servers: servers.map(formatAddress)});
	let count = 0;
	try {
		return {
			families: await begun.promise,
			setServers: next => asker.tell({tell: 'servers', servers: next.map(formatAddress)}),
			async ask(server, name, family, {timeout}) {
				if (isOver) {
					return {outcome: 'timeout'};
				}

				count += 1;
				const number = count;
				const answered = Promise.withResolvers<ServerAnswer>();
				questions.set(number, answered.resolve);
				// It has a limit of its own, but may hang.
				const late = setTimeout(() => {
					questions.delete(number);
					answered.resolve({outcome: 'timeout'});
				}, timeout + grace);
				asker.tell({
					...{tell: 'ask', number, name, family, timeout},
					server: formatAddress(server),
				});
				return answered.promise.finally(() => clearTimeout(late));
			},
			ended,
			letGo: asker.letGo,
		};
	} catch (error) {
		asker.letGo();
		throw error;
	}
}

/** Why answers are not handed on. */
export function unable(reason: string): Failure {
	return new Failure(
		'command.failed',
		`Answers of the DNS cannot be handed on to the programs of this server: ${reason}.`,
	);
}

async function permit(
	asker: Asker,
	{number, name, addresses}: Extract<FromAsker, {tell: 'told'}>,
	onAnswer: AskerOptions['onAnswer'],
): Promise<void> {
	await onAnswer({name, addresses});
	asker.tell({tell: 'permitted', number});
}

function answerOf({
	outcome,
	addresses,
	ttl,
}: Extract<FromAsker, {tell: 'answer'}>): ServerAnswer {
	return outcome === 'answered' ? {outcome, addresses} : {outcome, ttl};
}
