import {useMemo} from 'react';
import type {Values} from '../field.js';
import type {Press} from '../presses.js';
import {type Faults, judgeStep, type WizardStep} from '../step.js';
import {
	beginForm,
	type FormChange,
	type FormState,
	pressInForm,
	previewOf,
	valuesOf,
} from '../widgets/form-state.js';
import {useLatest} from '../widgets/use-latest.js';
import type {ScreenProps} from './screen-props.js';

export type StepForm = {
	readonly state: FormState;
	/** The values as they stand. */
	readonly values: Values;
	/** What is wrong with them, what is still being typed in a list with them. */
	readonly faults: Faults;
	/** What the press made of the form. Left forwards, it sends the answers on. */
	readonly press: (press: Press) => FormChange['left'];
};

/** The form of a page: it begins with what was typed, or else with what was answered. */
export function useStepForm(
	step: WizardStep,
	{progress, machine, send}: Pick<ScreenProps, 'progress' | 'machine' | 'send'>,
): StepForm {
	const {draft, typed} = progress;
	const [state, change] = useLatest(() =>
		beginForm(step.fields, typed[step.id] ?? step.valuesFrom(draft, machine.facts)),
	);
	const values = useMemo(() => valuesOf(step.fields, state), [step, state]);
	const {faults} = useMemo(
		() => judgeStep(step, previewOf(step.fields, state), draft),
		[step, state, draft],
	);

	const goOn = (now: FormState) => {
		const judged = judgeStep(step, valuesOf(step.fields, now), draft);
		if (judged.faults.size === 0) {
			send({type: 'answered', step, patch: judged.patch});
			return;
		}

		const faulty = step.fields.find(({id}) =>
			[...judged.faults.keys()].some(path => path.startsWith(id)),
		);
		change(latest => ({...latest, focus: faulty?.id ?? latest.focus}));
	};

	return {
		state,
		values,
		faults,
		press(press) {
			const before = change(latest => latest);
			const {state: after, left} = pressInForm(step.fields, before, press);
			change(() => after);
			send({type: 'typed', step, values: previewOf(step.fields, after)});
			if (left === 'forwards') {
				goOn(after);
			}

			return left;
		},
	};
}
