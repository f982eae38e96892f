import {useState} from 'react';
import type {Flow} from '../../../flow/flow.js';
import type {Evidence, EvidenceItem} from '../../../support/evidence.js';
import {useLatest} from '../../widgets/use-latest.js';
import {type Task, useTask} from '../../widgets/use-task.js';

export type Collecting = {
	/** What is there so far. */
	readonly items: readonly EvidenceItem[];
	readonly task: Task<Evidence>;
	/** Whether names and addresses cannot be read in it. */
	readonly isAnonymous: boolean;
	/** Has them replaced, or not any more: all is collected anew. */
	readonly turnNames: () => void;
};

/** Collects while the screen is shown; nothing of it is kept anywhere. */
export function useCollecting({
	collectEvidence,
}: Pick<Flow, 'collectEvidence'>): Collecting {
	const [isAnonymous, setIsAnonymous] = useState(false);
	const [items, change] = useLatest<readonly EvidenceItem[]>([]);
	const task = useTask(isAnonymous, signal => {
		change(() => []);
		return collectEvidence({
			signal,
			isAnonymous,
			onItem(item) {
				if (!signal.aborted) {
					change(now => [...now, item]);
				}
			},
		});
	});
	return {items, task, isAnonymous, turnNames: () => setIsAnonymous(now => !now)};
}
