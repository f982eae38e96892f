import {entryPath} from '../../../answers/answer-path.js';
import type {Draft} from '../../../answers/schema.js';
import type {Values} from '../../field.js';
import {type Faults, judgeAnew, type WizardStep} from '../../step.js';
import type {FormState} from '../../widgets/form-state.js';
import type {ListEdit} from '../../widgets/list-changes.js';
import {typedIn} from '../../widgets/list-edit.js';

/** The values of a page as they stand, and what is wrong with them. */
export type Settled = {readonly values: Values; readonly faults: Faults};

/**
 * The faults of a page with those of what is being typed in its lists, by the place where
 * it stands or will stand. Only that is judged, not the thousands that are in the list.
 */
export function judgeTyped(
	step: WizardStep,
	{fields}: FormState,
	{values, faults: settled}: Settled,
	draft: Draft,
): Faults {
	const faults = new Map(settled);
	for (const {id} of step.fields) {
		const state = fields[id];
		const typed = state?.kind === 'list' ? typedIn(state.list) : [];
		if (state?.kind === 'list' && state.list.inPlace !== undefined) {
			faults.delete(pathOfTyped(id, state.list));
		}

		if (state?.kind === 'list' && typed.length > 0) {
			const judged = judgeAnew(step, {...values, [id]: typed}, draft).faults;
			const fault = typed
				.map((_, index) => judged.get(entryPath(id, index)))
				.find(each => each !== undefined);
			// A list in which something is typed is not empty.
			faults.delete(id);
			if (fault !== undefined) {
				faults.set(pathOfTyped(id, state.list), fault);
			}
		}
	}

	return faults;
}

function pathOfTyped(id: string, {inPlace, at, entries}: ListEdit): string {
	return entryPath(id, inPlace === undefined ? entries.length : at);
}
