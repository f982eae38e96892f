import {useEffect, useState} from 'react';
import type {Surroundings} from '../host/surroundings.js';
import type {Marks} from '../reports/marks.js';
import {InvitationScreen} from './screens/sessions/invitation-screen.js';
import {Shell} from './shell.js';
import {useExit} from './use-exit.js';

export type InvitationProps = {
	readonly first: Surroundings;
	/** How it is now, at each change. */
	readonly news: AsyncIterator<Surroundings, undefined>;
	/** What became of the last change of this server, a sentence each. */
	readonly notice: readonly string[];
	readonly marks: Marks;
};

/** What is to come after an invitation. */
export type Wish = 'set-up' | 'log-in' | 'configured';

/** What a console shows until somebody wants something, or the server is configured. */
export function Invitation({first, news, notice, marks}: InvitationProps) {
	const exit = useExit();
	const [surroundings, setSurroundings] = useState(first);
	const finish = (wish: Wish) => exit(wish);
	useEffect(() => {
		const listen = async () => {
			for (let told = await news.next(); !told.done; told = await news.next()) {
				setSurroundings(told.value);
			}
		};

		void listen();
	}, [news]);
	const {isConfigured} = surroundings;
	// biome-ignore lint/correctness/useExhaustiveDependencies: it is configured once.
	useEffect(() => {
		if (isConfigured) {
			finish('configured');
		}
	}, [isConfigured]);
	return (
		<Shell marks={marks} onLeave={() => finish('log-in')}>
			<InvitationScreen
				surroundings={surroundings}
				notice={notice}
				onSetUp={() => finish('set-up')}
				onLogIn={() => finish('log-in')}
			/>
		</Shell>
	);
}
