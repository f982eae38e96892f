import {isAt} from '../../answers/answer-path.js';
import type {Field, Value, Values} from '../field.js';
import {
	faultInReason,
	firstOf,
	inNeedOfReason,
	reasonField,
} from '../inquiries/kept-because.js';
import type {WizardEvent} from '../progress.js';
import {
	endPage as answersAtEnd,
	beginPage,
	hearPage,
	judgePage,
	type StepPage,
} from '../screens/step/step-page.js';
import type {Faults} from '../step.js';
import {shownFields} from '../widgets/form-state.js';
import {askField} from './ask-field.js';
import type {Conversation} from './conversation.js';
import {tryAnswers} from './try-answers.js';

/** What comes after the last question of a page. */
export type PageEnd =
	| {readonly kind: 'answered'; readonly event: WizardEvent}
	/** A field has to be asked again, by its id. */
	| {readonly kind: 'again'; readonly again: string | undefined};

/** Judges a page as a whole, and tries what it names. */
export async function endPage(
	conversation: Conversation,
	page: StepPage,
	values: Values,
): Promise<PageEnd> {
	const {talk, machine} = conversation;
	const {step} = page;
	const shown = shownFields(step.fields, values);
	const {faults} = judgePage(page, values);
	if (faults.size > 0) {
		talk.tell(...faults.values());
		return {kind: 'again', again: shown.find(field => isFaulty(field, faults))?.id};
	}

	const hint = step.hint?.(values, {sshClient: machine.sshSession?.client});
	talk.tell(...(hint === undefined ? [] : [hint]));
	const news = await tryAnswers(conversation, page, values);
	if (news === 'back') {
		return {kind: 'again', again: shown.at(-1)?.id};
	}

	const began = beginPage(page, values);
	const needed = inNeedOfReason(hearPage(page, began, news), page.kept);
	const reason = needed.length === 0 ? '' : await askWhyKept(conversation, page, values);
	if (reason === undefined) {
		const [first] = needed;
		return {kind: 'again', again: shown.find(({id}) => isAt(id, first?.path ?? ''))?.id};
	}

	const state = beginPage(page, {...values, [reasonField.id]: reason});
	const {patch} = answersAtEnd(page, state, news);
	return {kind: 'answered', event: {type: 'answered', step, patch}};
}

/** Undefined when somebody goes back, to change what does not work. */
async function askWhyKept(
	{talk, machine}: Conversation,
	page: StepPage,
	values: Values,
): Promise<string | undefined> {
	talk.tell(
		'Something here does not work yet. It may be kept all the same: type why, or < to change it.',
	);
	const reply = await askField({
		talk,
		field: reasonField,
		values: {[reasonField.id]: firstOf(page.kept), ...values},
		context: {sshClient: machine.sshSession?.client},
		textFiles: machine.textFiles,
		faultsIn: value => faultsInReason(value),
		tellHelp: () => talk.tell('The reason stands in the review and beside the results.'),
		onTyped: () => undefined,
	});
	return reply === 'back' || typeof reply.value !== 'string' ? undefined : reply.value;
}

function faultsInReason(reason: Value): Faults {
	const fault = typeof reason === 'string' ? faultInReason(reason) : undefined;
	return new Map(fault === undefined ? [] : [[reasonField.id, fault]]);
}

function isFaulty({id}: Field, faults: Faults): boolean {
	return [...faults.keys()].some(path => isAt(id, path));
}
