import {useApp} from 'ink';
import {useEffect, useState} from 'react';
import {errorOf} from '../../failure.js';
import {type Settled, settled} from '../settled.js';

export type Task<Value> = {readonly state: 'working'} | Settled<Value>;

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
		const unlessGivenUp =
			<Ended>(act: (ended: Ended) => void) =>
			(ended: Ended) => {
				if (!controller.signal.aborted) {
					act(ended);
				}
			};

		setTask({state: 'working'});
		settled(work(controller.signal)).then(
			unlessGivenUp(setTask),
			unlessGivenUp((error: unknown) => exit(errorOf(error))),
		);
		return () => controller.abort();
	}, [key]);
	return task;
}
