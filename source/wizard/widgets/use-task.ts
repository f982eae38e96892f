import {useApp} from 'ink';
import {useEffect, useState} from 'react';
import {Failure} from '../../failure.js';

export type Task<Value> =
	| {readonly state: 'working'}
	| {readonly state: 'done'; readonly value: Value}
	| {readonly state: 'failed'; readonly failure: Failure};

/**
 * Work that goes on in the background while a screen is shown, begun anew when `key`
 * changes and given up when the screen goes. What is no Failure ends the wizard: it is a
 * fault of ours.
 */
export function useTask<Value>(
	key: unknown,
	work: (signal: AbortSignal) => Promise<Value>,
): Task<Value> {
	const {exit} = useApp();
	const [task, setTask] = useState<Task<Value>>({state: 'working'});
	// biome-ignore lint/correctness/useExhaustiveDependencies: `key` says when the work is another one; `work` is a new function at each redraw.
	useEffect(() => {
		const controller = new AbortController();
		const finish = (ended: Task<Value>) => {
			if (!controller.signal.aborted) {
				setTask(ended);
			}
		};

		setTask({state: 'working'});
		work(controller.signal).then(
			value => finish({state: 'done', value}),
			(error: unknown) => {
				if (error instanceof Failure) {
					finish({state: 'failed', failure: error});
				} else if (!controller.signal.aborted) {
					exit(error instanceof Error ? error : new Error(String(error)));
				}
			},
		);
		return () => controller.abort();
	}, [key]);
	return task;
}
