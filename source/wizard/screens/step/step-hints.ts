import type {Marks} from '../../../reports/marks.js';
import type {WizardStep} from '../../step.js';
import {listIn} from '../../widgets/form-lists.js';
import type {FormState} from '../../widgets/form-state.js';
import type {Hint} from '../../widgets/hints.js';
import type {ListEdit} from '../../widgets/list-changes.js';
import {canSearch, isTyping} from '../../widgets/list-edit.js';

/** The keys of the progress line, with the page that is pointed at. */
export function progressLineHints(
	{sideways}: Pick<Marks, 'sideways'>,
	page: string,
): readonly Hint[] {
	return [
		['Enter', `go to ${page}`],
		[sideways, 'choose a page'],
		['Esc', 'back to this page'],
		['Ctrl-C', 'leave'],
	];
}

/** The keys of a page, for the field that they go to. */
export function stepHints(
	{fields}: Pick<WizardStep, 'fields'>,
	state: FormState,
	{arrows, up}: Pick<Marks, 'arrows' | 'up'>,
	own: readonly Hint[] = [],
): readonly Hint[] {
	const list = listIn(state);
	if (list?.inPlace !== undefined) {
		return [
			['Enter', 'put back'],
			['Esc', 'back'],
			['?', 'help'],
			['Ctrl-C', 'leave'],
		];
	}

	const field = fields.find(({id}) => id === state.focus);
	return [
		...(list === undefined ? ([['Enter', 'next']] as const) : listHints(list)),
		...own,
		isAtTop(fields, state)
			? [up, 'pages']
			: [arrows, field?.kind === 'choice' ? 'choose' : 'move'],
		['Tab', 'next'],
		['Esc', 'back'],
		['?', 'help'],
		['Ctrl-C', 'leave'],
	];
}

/** Whether the arrow up leads to the progress line. */
function isAtTop(
	[first]: WizardStep['fields'],
	{focus, fields: states}: FormState,
): boolean {
	const state = states[focus];
	switch (state?.kind) {
		case 'list':
			return first?.id === focus && state.list.at === 0;
		case 'text':
			return first?.id === focus;
		default:
			return false;
	}
}

function listHints(list: ListEdit): readonly Hint[] {
	const file: Hint = ['Ctrl-O', 'file'];
	const search: readonly Hint[] = canSearch(list) ? [['/', 'search']] : [];
	return isTyping(list)
		? [['Enter', list.edit.value === '' ? 'next' : 'add'], file, ...search]
		: [
				['Enter', 'edit'],
				['Del', 'remove'],
				// There is no room for both.
				list.past.length > 0 ? ['Ctrl-Z', 'undo'] : file,
				...search,
			];
}
