import {lineSplitter} from './line-splitter.js';
import {typeSecret} from './secret-line.js';
import type {AskOptions, Heard, Talk} from './talk.js';
import {writtenLines} from './written-lines.js';

type Listen = (
	event: 'data' | 'end' | 'error',
	listener: (data: string) => void,
) => unknown;

/** The terminal that a conversation is held on. */
export type TalkTerminal = {
	readonly input: {
		readonly setEncoding: (encoding: 'utf8') => unknown;
		readonly setRawMode: (isRaw: boolean) => unknown;
		readonly on: Listen;
		readonly off: Listen;
		readonly pause: () => unknown;
		readonly resume: () => unknown;
	};
	readonly write: (text: string) => void;
	/** Where lines are broken between words; infinite where they never are. */
	readonly width: () => number;
	/** Has Ctrl-C told instead of ending this program, and gives what stops that. */
	readonly onInterrupted: (hear: () => void) => () => void;
};

type Question = {
	readonly prompt: string;
	readonly options: AskOptions;
	readonly answer: (heard: Heard) => void;
};

/** How long lines that come together may be apart, in milliseconds. */
const togetherWithin = 100;

/**
 * Talks on a terminal by lines alone: it is never put into another mode but for a secret,
 * so that its own line editing, echo and scrollback work as everywhere.
 */
export function openTalk({
	input,
	write,
	width,
	onInterrupted,
}: TalkTerminal): Talk & {readonly close: () => void} {
	const split = lineSplitter();
	let question: Question | undefined;
	let lines: readonly string[] = [];
	let secret = '';
	let isInterrupted = false;
	let isEnded = false;
	let together: NodeJS.Timeout | undefined;

	const tell = (...sentences: readonly string[]) => {
		const prompt = question?.prompt ?? '';
		// The cursor stands behind the question, and perhaps behind half an answer.
		write(prompt === '' ? '' : '\n');
		write(sentences.map(sentence => writtenLines(sentence, width())).join(''));
		write(prompt);
	};

	const finish = (heard: Heard) => {
		const {answer, options, prompt} = question ?? {};
		question = undefined;
		clearTimeout(together);
		if (options?.isSecret) {
			secret = '';
			input.setRawMode(false);
		}

		// Whoever answers makes a line break by Enter, which is seen but for a secret.
		const isBroken = heard.kind === 'line' && !options?.isSecret;
		write(isBroken || prompt === '' ? '' : '\n');
		answer?.(heard);
	};

	const handOver = (count: number) => {
		const text = lines.slice(0, count).join('\n');
		lines = lines.slice(count);
		finish({kind: 'line', text});
	};

	/** Answers the question that is open by what has come, as soon as something has. */
	const answerIfCome = () => {
		if (question === undefined) {
			return;
		}

		if (isInterrupted) {
			isInterrupted = false;
			// What was typed before belongs to no question any more.
			lines = [];
			finish({kind: 'interrupted'});
		} else if (lines.length > 0 && question.options.takesMany) {
			clearTimeout(together);
			together = setTimeout(() => handOver(lines.length), togetherWithin);
		} else if (lines.length > 0) {
			handOver(1);
		} else if (isEnded) {
			finish({kind: 'ended'});
		}
	};

	const hearSecret = (data: string) => {
		const {text, end} = typeSecret(secret, data);
		secret = text;
		if (end !== undefined) {
			finish(end === 'entered' ? {kind: 'line', text} : {kind: end});
		}
	};

	const hear = (data: string) => {
		if (question?.options.isSecret) {
			hearSecret(data);
			return;
		}

		const typed = split(data);
		lines = [...lines, ...typed.lines];
		if (typed.isCutOff) {
			tell(tooLong);
		}

		answerIfCome();
	};

	const hangUp = () => {
		isEnded = true;
		answerIfCome();
	};

	const ignoreInterrupts = onInterrupted(() => {
		isInterrupted = true;
		answerIfCome();
	});
	const listeners = [
		['data', hear],
		['end', hangUp],
		// A terminal that hangs up cannot be read any more.
		['error', hangUp],
	] as const;
	input.setEncoding('utf8');
	for (const [event, listener] of listeners) {
		input.on(event, listener);
	}

	// Whoever talked here before has paused it.
	input.resume();

	return {
		tell,
		ask(prompt, options = {}) {
			const {promise, resolve} = Promise.withResolvers<Heard>();
			const {signal, isSecret = false} = options;
			const withdraw = () => finish({kind: 'withdrawn'});
			const answer = (heard: Heard) => {
				signal?.removeEventListener('abort', withdraw);
				resolve(heard);
			};

			question = {prompt, options, answer};
			write(prompt);
			if (isSecret) {
				input.setRawMode(true);
			}

			if (signal?.aborted) {
				withdraw();
			} else {
				signal?.addEventListener('abort', withdraw);
				answerIfCome();
			}

			return promise;
		},
		forget() {
			lines = [];
		},
		hangUp,
		close() {
			clearTimeout(together);
			ignoreInterrupts();
			for (const [event, listener] of listeners) {
				input.off(event, listener);
			}

			input.pause();
		},
	};
}

const tooLong =
	'That line was too long: a terminal cuts such lines off, so nothing of it was taken. Break it into lines of less than 4,000 characters.';
