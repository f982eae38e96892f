import {useApp} from 'ink';
import {useEffect, useRef, useState} from 'react';
import {errorOf, type Failure} from '../../../failure.js';
import {settled} from '../../settled.js';
import {useLatest} from '../../widgets/use-latest.js';

export type Tries = {
	/** The ids that are being tried again. */
	readonly ids: ReadonlySet<string>;
	/** Why the last one could not be. */
	readonly failure: Failure | undefined;
	readonly begin: (id: string) => void;
	/** Gives up all that are under way. */
	readonly giveUp: () => void;
};

/** Tries several things at the same time, each alone, as long as the screen is shown. */
export function useTries(
	work: (id: string, signal: AbortSignal) => Promise<void>,
): Tries {
	const {exit} = useApp();
	const [ids, change] = useLatest<ReadonlySet<string>>(new Set());
	const [failure, setFailure] = useState<Failure>();
	const controller = useRef(new AbortController());
	useEffect(() => () => controller.current.abort(), []);

	const attempt = async (id: string, signal: AbortSignal) => {
		try {
			const end = await settled(work(id, signal));
			if (!signal.aborted) {
				change(now => new Set([...now].filter(other => other !== id)));
				setFailure(now => (end.state === 'failed' ? end.failure : now));
			}
		} catch (error) {
			if (!signal.aborted) {
				exit(errorOf(error));
			}
		}
	};

	return {
		ids,
		failure,
		begin(id) {
			if (!change(now => now).has(id)) {
				setFailure(undefined);
				change(now => new Set([...now, id]));
				void attempt(id, controller.current.signal);
			}
		},
		giveUp() {
			controller.current.abort();
			controller.current = new AbortController();
			change(() => new Set());
			setFailure(undefined);
		},
	};
}
