import type {AskOptions, Heard, Talk} from '../../source/wizard/conversation/talk.js';
import {until} from './screen.js';

/** A conversation made of data: a test says what is answered, and waits for what is told. */
export type RecordedTalk = Talk & {
	/** All that was told, a sentence a line, and the questions with their answers. */
	readonly text: () => string;
	/** Waits until something has been told since the last answer. */
	readonly says: (wanted: RegExp) => Promise<void>;
	/** Waits for a question, and answers it. */
	readonly answer: (question: RegExp, ...lines: readonly string[]) => Promise<void>;
	/** Says something while nothing is asked. */
	readonly callOut: (line: string) => Promise<void>;
	/** Ctrl-C. */
	readonly interrupt: () => Promise<void>;
	/** Ctrl-D. */
	readonly end: () => void;
	readonly isSecretAsked: () => boolean;
};

type Question = {
	readonly prompt: string;
	readonly options: AskOptions;
	readonly answer: (heard: Heard) => void;
};

export function recordedTalk(): RecordedTalk {
	const told: string[] = [];
	let answeredAt = 0;
	let question: Question | undefined;
	let hasEnded = false;
	const text = () => told.join('\n');
	const isAsked = (wanted: RegExp) =>
		question !== undefined && wanted.test(question.prompt);
	const untilAsked = (wanted: RegExp) =>
		until(
			() => isAsked(wanted),
			() => `never asked ${wanted}, but "${question?.prompt}"\n${text()}`,
		);
	const finish = (heard: Heard) => {
		const {answer} = question ?? {};
		question = undefined;
		answer?.(heard);
	};

	const say = async (wanted: RegExp, line: string) => {
		await untilAsked(wanted);
		told.push(`${question?.prompt}${line}`);
		answeredAt = told.length;
		finish({kind: 'line', text: line});
	};

	const end = () => {
		hasEnded = true;
		finish({kind: 'ended'});
	};

	return {
		text,
		says: wanted =>
			until(
				() => wanted.test(told.slice(answeredAt).join('\n')),
				() => `never said ${wanted}\n${text()}`,
			),
		async answer(wanted, ...lines) {
			for (const line of lines) {
				await say(wanted, line);
			}
		},
		callOut: line => say(/^$/, line),
		async interrupt() {
			await untilAsked(/(?:)/);
			answeredAt = told.length;
			finish({kind: 'interrupted'});
		},
		end,
		hangUp: end,
		isSecretAsked: () => question?.options.isSecret === true,
		tell(...sentences) {
			told.push(...sentences);
		},
		async ask(prompt, options = {}) {
			const {promise, resolve} = Promise.withResolvers<Heard>();
			question = {prompt, options, answer: resolve};
			const withdraw = () => finish({kind: 'withdrawn'});
			if (options.signal?.aborted) {
				withdraw();
			} else if (hasEnded) {
				finish({kind: 'ended'});
			}

			options.signal?.addEventListener('abort', () => {
				if (question?.answer === resolve) {
					withdraw();
				}
			});
			return promise;
		},
		forget: () => undefined,
	};
}
