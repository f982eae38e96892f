import {entryAt, isAt} from '../../answers/answer-path.js';
import type {Field} from '../field.js';
import type {Faults} from '../step.js';
import {changeList, type FormState} from './form-state.js';
import type {ListEdit} from './list-changes.js';
import {pointAt} from './list-edit.js';

/** The list that the keys go to. */
export function listIn({focus, fields}: FormState): ListEdit | undefined {
	const state = fields[focus];
	return state?.kind === 'list' ? state.list : undefined;
}

/** Leads to the first thing that is wrong: the keys go to its field, and to its entry there. */
export function leadToFault(
	fields: readonly Field[],
	state: FormState,
	faults: Faults,
): FormState {
	const paths = [...faults.keys()];
	const faulty = fields.find(({id}) => paths.some(path => isAt(id, path)));
	if (faulty === undefined) {
		return state;
	}

	const [first] = paths.flatMap(path => entryAt(faulty.id, path) ?? []);
	return changeList({...state, focus: faulty.id}, list =>
		first === undefined ? list : pointAt(list, first),
	);
}
