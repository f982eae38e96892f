import {useEffect, useState} from 'react';
import type {Paper, PaperTexts} from '../../papers.js';
import type {Saving} from '../use-saving.js';

/** Asks where to save a paper: as soon as it can be written, where it cannot yet. */
export function usePaperSaving(
	texts: PaperTexts | undefined,
	open: Saving['open'],
): (paper: Paper | undefined) => void {
	const [wanted, want] = useState<Paper>();
	const save = (paper: Paper | undefined) => {
		if (paper !== undefined && texts !== undefined) {
			open({
				name: texts.fileName(paper),
				contentFor: path => texts.written(paper, path),
			});
		}
	};

	// biome-ignore lint/correctness/useExhaustiveDependencies: what was wanted is opened once, when it can be written.
	useEffect(() => save(wanted), [texts]);
	return texts === undefined ? want : save;
}
