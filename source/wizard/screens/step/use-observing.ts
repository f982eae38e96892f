import {useState} from 'react';
import type {Machine} from '../../../machine.js';
import {beginObserving} from '../../begin-observing.js';
import {hintFor} from '../../letters.js';
import type {Press} from '../../presses.js';
import type {WizardStep} from '../../step.js';
import type {Hint} from '../../widgets/hints.js';
import type {StepForm} from './use-step-form.js';

export type Observing = {
	/** What it is for, and then what came of it; undefined where it is not offered. */
	readonly note: string | undefined;
	readonly hints: readonly Hint[];
	/** Whether the press was for it. */
	readonly press: (press: Press) => boolean;
};

/** A page that is about where this server goes offers to count that. */
export function useObserving(
	{canObserve}: Pick<WizardStep, 'canObserve'>,
	form: Pick<StepForm, 'state' | 'latest'>,
	machine: Pick<Machine, 'observation'>,
): Observing {
	const [note, say] = useState<string>();
	const isOffered = canObserve === true && machine.observation !== undefined;
	// Wherever something is typed, a letter is a letter.
	const isChoosing = ({fields, focus}: StepForm['state']) =>
		isOffered && fields[focus]?.kind === 'choice';
	return {
		note: note ?? (isOffered ? offer : undefined),
		hints: isChoosing(form.state) ? [hintFor('o')] : [],
		press(press) {
			const isForThis =
				press.kind === 'text' &&
				press.text.toLowerCase() === 'o' &&
				isChoosing(form.latest());
			if (isForThis) {
				void beginObserving(machine).then(say);
			}

			return isForThis;
		},
	};
}

const offer = 'O counts where this server goes, and drops nothing';
