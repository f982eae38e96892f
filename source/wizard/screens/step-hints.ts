import type {Marks} from '../../reports/marks.js';
import type {WizardStep} from '../step.js';
import type {FormState} from '../widgets/form-state.js';
import type {Hint} from '../widgets/frame.js';

/** The keys of the progress line. */
export function progressLineHints({sideways}: Pick<Marks, 'sideways'>): readonly Hint[] {
	return [
		['Enter', 'go there'],
		[sideways, 'choose a page'],
		['Esc', 'back to this page'],
		['Ctrl-C', 'leave'],
	];
}

/** The keys of a page, for the field that they go to. */
export function stepHints(
	{fields}: Pick<WizardStep, 'fields'>,
	{focus, fields: states}: FormState,
	arrows: string,
): readonly Hint[] {
	const field = fields.find(({id}) => id === focus);
	const state = states[focus];
	const isList = field?.kind === 'list' && state?.kind === 'list';
	const isOnEntry = isList && state.list.at < state.list.entries.length;
	const enter: Hint = isOnEntry
		? ['Enter', 'edit']
		: isList && state.list.edit.value !== ''
			? ['Enter', 'add']
			: ['Enter', 'next'];
	return [
		enter,
		...(isOnEntry ? ([['Del', 'remove']] as const) : []),
		[arrows, field?.kind === 'choice' ? 'choose' : 'move'],
		['Tab', 'next'],
		['Esc', 'back'],
		['?', 'help'],
		['Ctrl-C', 'leave'],
	];
}
