import type {StandIn} from './answer-on.js';
import type {InboundNews} from './inbound-news.js';

/** Opens a stand-in on a port; undefined where a program listens already. */
export type AnswerOn = (port: number) => Promise<StandIn | undefined>;

type Listener = Extract<InboundNews, {event: 'listening'}>['listener'];
export type ListenerNews = {readonly port: number; readonly listener: Listener};

export type StandIns = {
	readonly has: (port: number) => boolean;
	/** Has these ports answered and no others, and says what that changed. */
	readonly answer: (ports: readonly number[]) => Promise<readonly ListenerNews[]>;
};

/** A port is tried once only: where a program has ended, it may be about to come back. */
export function standIns(answerOn: AnswerOn): StandIns {
	const tried = new Map<number, StandIn | undefined>();
	const open = async (port: number): Promise<ListenerNews> => {
		const standIn = await answerOn(port);
		tried.set(port, standIn);
		return {port, listener: standIn === undefined ? 'program' : 'stand-in'};
	};

	const close = async (port: number): Promise<readonly ListenerNews[]> => {
		const standIn = tried.get(port);
		tried.delete(port);
		await standIn?.close();
		return standIn === undefined ? [] : [{port, listener: 'nobody'}];
	};

	return {
		has: port => tried.get(port) !== undefined,
		async answer(ports) {
			const unwanted = [...tried.keys()].filter(port => !ports.includes(port));
			const wanted = ports.filter(port => !tried.has(port));
			const closed = await Promise.all(unwanted.map(close));
			return [...closed.flat(), ...(await Promise.all(wanted.map(open)))];
		},
	};
}
