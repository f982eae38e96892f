import {leaving} from '../words/leaving.js';
import {Departure} from './conversation.js';
import type {AskOptions, Talk} from './talk.js';

/** What somebody said to a question. */
export type Reply =
	| {readonly said: 'line'; readonly text: string}
	| {readonly said: 'back'}
	/** Nothing: the question was withdrawn. */
	| {readonly said: 'nothing'};

export type ListenOptions = AskOptions & {
	/** Tells the longer story to whoever asks for it. */
	readonly onHelp?: (() => void) | undefined;
	/** What is asked of somebody who wants to leave; throws a Departure if they do. */
	readonly onLeaving?: () => Promise<void>;
	/** What is done for whoever types quit; left out, the same. */
	readonly onQuit?: () => Promise<void>;
};

/** What helps everywhere; said once at the beginning, and to whoever is not understood. */
export const always =
	'Type ? for help, < to go back, and quit to leave. Each line ends with Enter.';

/** Asks until somebody says something that is meant for the place that asks. */
export async function listen(
	talk: Talk,
	prompt: string,
	{onLeaving, onQuit, onHelp, ...options}: ListenOptions = {},
): Promise<Reply> {
	const leave = onLeaving ?? (() => askWhetherToLeave(talk));
	const quit = onQuit ?? leave;
	for (;;) {
		const heard = await talk.ask(prompt, options);
		const reply = heard.kind === 'line' ? replyOf(heard.text, options) : heard.kind;
		switch (reply) {
			case 'ended':
				throw new Departure({isInterrupted: true});
			case 'withdrawn':
				return {said: 'nothing'};
			case 'interrupted':
				await leave();
				break;
			case 'quit':
				await quit();
				break;
			case 'help':
				onHelp?.();
				talk.tell(always);
				break;
			default:
				return reply;
		}
	}
}

/**
 * Whoever is asked this and wants to leave once more, leaves. It is never withdrawn: that
 * work has come to its end meanwhile is no answer.
 */
export async function askWhetherToLeave(talk: Talk): Promise<void> {
	talk.tell(`${leaving.question} ${leaving.consequence}`);
	const heard = await talk.ask('Type yes to leave, or press Enter to stay: ');
	const isStaying = heard.kind === 'line' && !/^y(?:es)?$/i.test(heard.text.trim());
	if (!isStaying) {
		throw new Departure({isInterrupted: true});
	}
}

function replyOf(text: string, {isSecret}: AskOptions): Reply | 'help' | 'quit' {
	const line: Reply = {said: 'line', text};
	// A password may be any of these words.
	if (isSecret) {
		return line;
	}

	switch (text.trim().toLowerCase()) {
		case '?':
		case 'help':
			return 'help';
		case '<':
		case 'back':
			return {said: 'back'};
		case 'quit':
		case 'q':
			return 'quit';
		default:
			return line;
	}
}
