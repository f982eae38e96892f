import pLimit from 'p-limit';
import {type Inquiry, keyOfQuestion, type Question, type Reply} from './inquiry.js';

/** How far the questions are, by their keys. */
export type News = {
	/** Undefined for a question with nothing to try. */
	readonly replies: ReadonlyMap<string, Reply | undefined>;
	/** Those that take long enough to be worth a word. */
	readonly trying: ReadonlySet<string>;
};

export const noNews: News = {replies: new Map(), trying: new Set()};

export type DeskOptions = {
	readonly ask: (question: Question, signal: AbortSignal) => Promise<Reply | undefined>;
	readonly onNews: (news: News) => void;
	/** Told of what only a fault of ours can cause. */
	readonly onFault: (error: unknown) => void;
};

/** Where questions are handed in while somebody types. */
export type Desk = {
	/** These are the questions now: others that are still open are called off. */
	readonly want: (inquiries: readonly Inquiry[]) => void;
	readonly close: () => void;
};

/** Nothing is asked before the typing has rested so long, in milliseconds. */
const rest = 400;

/** What is faster needs no word that it is being tried. */
const soon = 100;

/** A list may hold thousands of names. */
const mostAtOnce = 8;

/** Asks each question once, when the typing rests, and remembers what came of it. */
export function openDesk({ask, onNews, onFault}: DeskOptions): Desk {
	const replies = new Map<string, Reply | undefined>();
	const open = new Map<string, AbortController>();
	const trying = new Set<string>();
	const limit = pLimit(mostAtOnce);
	let timer: NodeJS.Timeout | undefined;
	const tell = () => onNews({replies: new Map(replies), trying: new Set(trying)});
	const forget = (key: string) => {
		open.delete(key);
		trying.delete(key);
	};

	const callOff = (isWanted: (key: string) => boolean) => {
		for (const [key, controller] of open) {
			if (!isWanted(key)) {
				controller.abort();
				forget(key);
			}
		}
	};

	const askOne = async (key: string, question: Question) => {
		const controller = new AbortController();
		const {signal} = controller;
		open.set(key, controller);
		try {
			const reply = await limit(async () =>
				signal.aborted ? undefined : ask(question, signal),
			);
			if (!signal.aborted) {
				forget(key);
				replies.set(key, reply);
				tell();
			}
		} catch (error) {
			if (!signal.aborted) {
				onFault(error);
			}
		}
	};

	const askAll = (questions: ReadonlyMap<string, Question>) => {
		for (const [key, question] of questions) {
			void askOne(key, question);
		}

		setTimeout(() => {
			const slow = [...questions.keys()].filter(key => open.has(key));
			for (const key of slow) {
				trying.add(key);
			}

			if (slow.length > 0) {
				tell();
			}
		}, soon);
	};

	return {
		want(inquiries) {
			const wanted = new Map(
				inquiries.map(({question}) => [keyOfQuestion(question), question]),
			);
			callOff(key => wanted.has(key));
			const unknown = new Map(
				[...wanted].filter(([key]) => !replies.has(key) && !open.has(key)),
			);
			clearTimeout(timer);
			if (unknown.size > 0) {
				timer = setTimeout(() => askAll(unknown), rest);
			}
		},
		close() {
			clearTimeout(timer);
			callOff(() => false);
		},
	};
}
