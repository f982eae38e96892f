import type {ReactNode} from 'react';
import type {Machine} from '../../../machine.js';
import {isKey, type Press} from '../../presses.js';
import {listIn} from '../../widgets/form-lists.js';
import type {Hint} from '../../widgets/hints.js';
import {
	addEntries,
	canSearch,
	isTyping,
	pointAt,
	settle,
} from '../../widgets/list-edit.js';
import {useLook} from '../../widgets/look.js';
import {searchHints} from '../../widgets/search-hints.js';
import {useSearch} from '../../widgets/use-search.js';
import {useListImport} from './use-list-import.js';
import type {StepForm} from './use-step-form.js';

export type ListTools = {
	/** While one of them is open, the keys are its. */
	readonly isOpen: boolean;
	/** Whether the list still points at an entry then. */
	readonly isPointing: boolean;
	/** For the frame, above its footer. */
	readonly line: ReactNode;
	readonly hints: readonly Hint[];
	/** Whether the press opened one of them. */
	readonly press: (press: Press) => boolean;
};

/** What a page offers for the list that the keys go to: searching it, importing a file. */
export function useListTools(
	form: StepForm,
	{textFiles}: Pick<Machine, 'textFiles'>,
	onLeave: () => void,
): ListTools {
	const {marks} = useLook();
	const list = listIn(form.state);
	const search = useSearch({
		texts: list?.entries ?? nothing,
		at: list?.at ?? 0,
		goTo: line => form.changeList(now => pointAt(now, line)),
		onLeave,
	});
	const file = useListImport({
		textFiles,
		onRead: found => form.changeList(now => addEntries(settle(now), found)),
		onLeave,
	});
	return {
		isOpen: search.isOpen || file.isOpen,
		isPointing: search.isOpen && list !== undefined && !isTyping(list),
		line: search.line ?? file.line,
		hints: search.isOpen ? searchHints(marks.arrows) : fileHints,
		press(press) {
			const latest = listIn(form.latest());
			if (latest === undefined) {
				return false;
			}

			if (isKey(press, 'import')) {
				file.open();
				return true;
			}

			const isSlash = press.kind === 'text' && press.text === '/';
			const opensSearch = isSlash && canSearch(latest);
			if (opensSearch) {
				search.open();
			}

			return opensSearch;
		},
	};
}

const nothing: readonly string[] = [];
const fileHints: readonly Hint[] = [
	['Enter', 'read'],
	['Tab', 'complete'],
	['Esc', 'back'],
	['Ctrl-C', 'leave'],
];
