import {useAnimation} from 'ink';
import {useEffect, useRef, useState} from 'react';
import type {News} from '../../transaction/messages.js';
import {
	type Login,
	type Logins,
	type Looking,
	lookForLogins,
	withNewLogins,
} from './new-logins.js';

/** Looks about once a second for new logins, and keeps those that it has seen. */
export function useLogins(machine: Looking, news: News): readonly Login[] {
	const {frame} = useAnimation({interval: 1000});
	const [logins, setLogins] = useState<Logins>(new Map());
	const isLooking = useRef(false);
	// biome-ignore lint/correctness/useExhaustiveDependencies: each frame is the time to look again.
	useEffect(() => {
		if (isLooking.current || news.state !== 'on-trial') {
			return;
		}

		isLooking.current = true;
		void lookForLogins(machine, news.connections)
			.then(found => setLogins(now => withNewLogins(now, found)))
			// What cannot be looked at now may be a second later.
			.catch(() => undefined)
			.finally(() => {
				isLooking.current = false;
			});
	}, [frame, machine, news]);
	return [...logins.values()];
}
