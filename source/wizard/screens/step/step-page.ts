import {isDeepStrictEqual} from 'node:util';
import type {Draft} from '../../../answers/schema.js';
import {type News, noNews} from '../../../flow/inquiries/desk.js';
import type {HostFacts} from '../../../host/facts.js';
import {type Field, textOf, type Values} from '../../field.js';
import {type Heard, hear, inquiriesOf} from '../../inquiries/heard.js';
import {
	faultInReason,
	firstOf,
	inNeedOfReason,
	isOutdated,
	type KeptNotes,
	keptNotes,
	notesAfter,
	reasonField,
} from '../../inquiries/kept-because.js';
import type {Press} from '../../presses.js';
import {type Judged, judgeStep, type WizardStep} from '../../step.js';
import {
	beginForm,
	type FormChange,
	type FormState,
	pressInForm,
	valuesOf,
	withText,
} from '../../widgets/form-state.js';

/** What a page is about, which stays as it is while it is shown. */
export type StepPage = {
	readonly step: WizardStep;
	readonly draft: Draft;
	readonly kept: KeptNotes;
};

export function openPage(step: WizardStep, draft: Draft, facts: HostFacts): StepPage {
	const answered = step.valuesFrom(draft, facts);
	return {step, draft, kept: keptNotes(inquiriesOf(step, answered, draft), draft)};
}

/** The form of a page, with the reason for which its values were kept before. */
export function beginPage(page: StepPage, values: Values): FormState {
	const began = beginForm([...page.step.fields, reasonField], values);
	const isNoted = inNeedOfReason(hearPage(page, began, noNews), page.kept).length > 0;
	return isNoted && values[reasonField.id] === undefined
		? withText(began, reasonField.id, firstOf(page.kept))
		: began;
}

/** What is asked about the values of a page, and how far that is. */
export function hearPage(
	{step, draft}: StepPage,
	state: FormState,
	news: News,
): readonly Heard[] {
	return hear(inquiriesOf(step, valuesOf(step.fields, state), draft), news);
}

/** The fields of a page: those of its step, and one for a reason where something fails. */
export function fieldsOf(
	{step, kept}: StepPage,
	heard: readonly Heard[],
): readonly Field[] {
	return inNeedOfReason(heard, kept).length > 0
		? [...step.fields, reasonField]
		: step.fields;
}

/** The page after a press. A reason is gone once the values that it was for are. */
export function pressOnPage(
	page: StepPage,
	state: FormState,
	news: News,
	press: Press,
): FormChange {
	const before = hearPage(page, state, news);
	const {state: pressed, left} = pressInForm(fieldsOf(page, before), state, press);
	const needed = inNeedOfReason(before, page.kept);
	return isOutdated(needed, hearPage(page, pressed, news))
		? {state: withText(pressed, reasonField.id, ''), left}
		: {state: pressed, left};
}

/** What is wrong with the values of a page, by the path of the answer. */
export function judgePage({step, draft}: StepPage, values: Values): Judged {
	const {patch, faults} = judgeStep(step, values, draft);
	const fault = faultInReason(textOf(values, reasonField.id));
	return {
		patch,
		faults: fault === undefined ? faults : new Map([...faults, [reasonField.id, fault]]),
	};
}

/** The answers that a page ends with, its notes among them where they have changed. */
export function endPage(page: StepPage, state: FormState, news: News): Judged {
	const {step, draft, kept} = page;
	const heard = hearPage(page, state, news);
	const values = valuesOf(fieldsOf(page, heard), state);
	const {patch, faults} = judgePage(page, values);
	const reason = textOf(values, reasonField.id);
	const notes = notesAfter(step, draft, {heard, kept, reason});
	return {
		patch: isDeepStrictEqual(notes, draft.notes ?? {}) ? patch : {...patch, notes},
		faults,
	};
}
