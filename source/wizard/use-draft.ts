import {useEffect, useRef} from 'react';
import {beforeTheEnd} from '../host/last-acts.js';
import type {Machine} from '../machine.js';
import {isDrafting} from './keep-draft.js';
import type {Progress} from './progress.js';

/** Keeps the draft at every page, and when the wizard ends in whatever way. */
export function useDraft({drafts}: Pick<Machine, 'drafts'>, progress: Progress): void {
	const {draft, typed, place} = progress;
	const latest = useRef({answers: draft, typed});
	latest.current = {answers: draft, typed};
	const isOpen = isDrafting(place);
	const initial = useRef(draft);
	useEffect(() => {
		if (isOpen && draft !== initial.current) {
			drafts.save({answers: draft, typed: latest.current.typed});
		}
	}, [drafts, draft, isOpen]);
	useEffect(() => {
		let isKept = false;
		const keep = () => {
			const {answers, typed: unfinished} = latest.current;
			const isChanged = answers !== initial.current || Object.keys(unfinished).length > 0;
			if (isOpen && isChanged && !isKept) {
				drafts.save(latest.current);
			}
		};

		// Once, and before others hear that this session has ended: they go on with it then.
		const callOff = beforeTheEnd(async () => {
			keep();
			isKept = true;
		});
		return () => {
			callOff();
			keep();
		};
	}, [drafts, isOpen]);
}
