import {useMemo} from 'react';
import type {Field, Values} from '../../field.js';
import {type Heard, hear, inquiriesOf} from '../../inquiries/heard.js';
import {useInquiries} from '../../inquiries/use-inquiries.js';
import type {Press} from '../../presses.js';
import type {Faults, WizardStep} from '../../step.js';
import {leadToFault} from '../../widgets/form-lists.js';
import {
	changeList,
	type FormChange,
	type FormState,
	previewOf,
	valuesOf,
} from '../../widgets/form-state.js';
import type {ListEdit} from '../../widgets/list-changes.js';
import {useLatest} from '../../widgets/use-latest.js';
import type {ScreenProps} from '../screen-props.js';
import {judgeTyped} from './judge-typed.js';
import {
	beginPage,
	endPage,
	fieldsOf,
	hearPage,
	judgePage,
	openPage,
	pressOnPage,
} from './step-page.js';

export type StepForm = {
	readonly state: FormState;
	/** Those of the step, and one for a reason where something fails. */
	readonly fields: readonly Field[];
	/** The values as they stand. */
	readonly values: Values;
	/** What is wrong with them, what is still being typed in a list with them. */
	readonly faults: Faults;
	/** What is asked about them in the background, and how far that is. */
	readonly heard: readonly Heard[];
	/** What the press made of the form. Left forwards, it sends the answers on. */
	readonly press: (press: Press) => FormChange['left'];
	/** As it is between two redraws. */
	readonly latest: () => FormState;
	/** Changes the list that the keys go to. */
	readonly changeList: (change: (list: ListEdit) => ListEdit) => void;
};

/** The form of a page: it begins with what was typed, or else with what was answered. */
export function useStepForm(
	step: WizardStep,
	{
		progress,
		machine,
		flow,
		send,
	}: Pick<ScreenProps, 'progress' | 'machine' | 'flow' | 'send'>,
): StepForm {
	const {draft, typed} = progress;
	const {facts} = machine;
	const page = useMemo(() => openPage(step, draft, facts), [step, draft, facts]);
	const [state, change] = useLatest(() =>
		beginPage(page, typed[step.id] ?? step.valuesFrom(draft, facts)),
	);
	const inquiries = useMemo(
		() => inquiriesOf(step, valuesOf(step.fields, state), draft),
		[step, state, draft],
	);
	const {news, latest} = useInquiries(inquiries, flow, draft);
	const heard = useMemo(() => hear(inquiries, news), [inquiries, news]);
	const fields = useMemo(() => fieldsOf(page, heard), [page, heard]);
	const values = useMemo(() => valuesOf(fields, state), [fields, state]);
	const faults = useMemo(() => {
		const {faults: settled} = judgePage(page, values);
		return judgeTyped(step, state, {values, faults: settled}, draft);
	}, [page, step, draft, values, state]);

	const goOn = (now: FormState) => {
		const ended = endPage(page, now, latest());
		if (ended.faults.size === 0) {
			send({type: 'answered', step, patch: ended.patch});
			return;
		}

		change(last => leadToFault(fields, last, ended.faults));
	};
	const tell = (after: FormState) => {
		const own = fieldsOf(page, hearPage(page, after, latest()));
		send({type: 'typed', step, values: previewOf(own, after)});
	};

	return {
		state,
		fields,
		values,
		faults,
		heard,
		press(press) {
			const before = change(now => now);
			const {state: after, left} = pressOnPage(page, before, latest(), press);
			change(() => after);
			tell(after);
			if (left === 'forwards') {
				goOn(after);
			}

			return left;
		},
		latest: () => change(now => now),
		changeList: changed => tell(change(now => changeList(now, changed))),
	};
}
