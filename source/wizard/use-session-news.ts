import {useEffect, useState} from 'react';
import type {SessionEnd, SessionNews, SessionView} from '../session/messages.js';
import type {SessionLink} from '../session/session-link.js';

export type Followed = {
	/** How the session stands, or stood last. */
	readonly view: SessionView;
	/** How it ended, once it has. */
	readonly end: SessionEnd | undefined;
};

/** What another session tells of itself, as it changes. */
export function useSessionNews({view, news}: SessionLink): Followed {
	const [followed, setFollowed] = useState<Followed>({view, end: undefined});
	useEffect(() => {
		const hear = (told: SessionNews) => {
			setFollowed(now =>
				told.state === 'open' ? {...now, view: told} : {...now, end: told},
			);
		};
		const listen = async () => {
			for await (const told of news) {
				hear(told);
			}
		};

		void listen();
	}, [news]);
	return followed;
}
