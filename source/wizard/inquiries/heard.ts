import type {Draft} from '../../answers/schema.js';
import type {News} from '../../flow/inquiries/desk.js';
import {type Inquiry, keyOfQuestion, type Reply} from '../../flow/inquiries/inquiry.js';
import type {Marks} from '../../reports/marks.js';
import type {Values} from '../field.js';
import {judgeStep, type WizardStep} from '../step.js';
import {type ReplyNote, replyNote, tryingNote} from './reply-note.js';

/** An inquiry, and how far it is. */
export type Heard = {
	readonly path: string;
	readonly key: string;
	readonly reply: Reply | undefined;
	readonly isTrying: boolean;
};

/** What there is to ask about the values of a page. */
export function inquiriesOf(
	step: WizardStep,
	values: Values,
	draft: Draft,
): readonly Inquiry[] {
	return step.inquiries?.(judgeStep(step, values, draft).patch, values) ?? [];
}

export function hear(
	inquiries: readonly Inquiry[],
	{replies, trying}: News,
): readonly Heard[] {
	return inquiries.map(({path, question}) => {
		const key = keyOfQuestion(question);
		return {path, key, reply: replies.get(key), isTrying: trying.has(key)};
	});
}

/** What to show of it, by the path of the answer. */
export function replyNotes(
	heard: readonly Heard[],
	marks: Pick<Marks, 'more'>,
): ReadonlyMap<string, ReplyNote> {
	return new Map(
		heard.flatMap(({path, reply, isTrying}) => {
			const note = reply === undefined ? undefined : replyNote(reply);
			const shown = note ?? (isTrying ? tryingNote(marks) : undefined);
			return shown === undefined ? [] : [[path, shown] as const];
		}),
	);
}
