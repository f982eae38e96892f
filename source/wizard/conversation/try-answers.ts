import {type News, noNews, openDesk} from '../../flow/inquiries/desk.js';
import type {Reply} from '../../flow/inquiries/inquiry.js';
import {counted} from '../../reports/counted.js';
import type {Values} from '../field.js';
import {type Heard, hear, inquiriesOf} from '../inquiries/heard.js';
import {replyNote} from '../inquiries/reply-note.js';
import {replyToFailure} from '../inquiries/reply-to-failure.js';
import type {StepPage} from '../screens/step/step-page.js';
import {asSentence} from './as-sentence.js';
import type {Conversation} from './conversation.js';
import {listen} from './listen.js';

/** So many replies are told one by one; of more, only those that want attention. */
const mostTold = 5;

/**
 * Tries what a page names, and tells what has come of it. Nobody has to wait for that: a
 * line goes on without, and < back.
 */
export async function tryAnswers(
	{talk, flow}: Conversation,
	{step, draft}: StepPage,
	values: Values,
): Promise<News | 'back'> {
	const inquiries = inquiriesOf(step, values, draft);
	if (inquiries.length === 0) {
		return noNews;
	}

	const over = new AbortController();
	const fault = Promise.withResolvers<never>();
	let news = noNews;
	const desk = openDesk({
		ask: (question, signal) => flow.ask(question, draft, signal).catch(replyToFailure),
		onNews(told) {
			const known = hear(inquiries, news);
			const heard = hear(inquiries, told);
			news = told;
			talk.tell(
				...heard.flatMap((each, index) =>
					isNew(each, known[index], heard.length) ? repliesInWords(each.reply) : [],
				),
			);
			if (heard.every(({key}) => told.replies.has(key))) {
				over.abort();
			}
		},
		onFault: fault.reject,
	});
	talk.tell(
		`Trying ${counted(inquiries.length, 'answer', 'answers')}. Press Enter to go on without waiting.`,
	);
	desk.want(inquiries);
	try {
		const {said} = await Promise.race([
			listen(talk, '', {signal: over.signal}),
			fault.promise,
		]);
		return said === 'back' ? said : news;
	} finally {
		desk.close();
	}
}

function isNew({reply}: Heard, known: Heard | undefined, count: number): boolean {
	const isToldAtAll =
		count <= mostTold || (reply !== undefined && replyNote(reply).isWarning);
	return reply !== undefined && known?.reply === undefined && isToldAtAll;
}

function repliesInWords(reply: Reply | undefined): readonly string[] {
	if (reply === undefined) {
		return [];
	}

	const {text, isWarning} = replyNote(reply);
	const {destination, remedy, verdict} = reply;
	const lead = isWarning ? `${verdict}: ` : '';
	return [
		`${lead}${asSentence([destination, text].filter(part => part !== '').join(', '))}`,
		...(isWarning && remedy !== null ? [remedy] : []),
	];
}
