import {useEffect, useState} from 'react';
import type {Person} from '../host/person.js';
import type {Marks} from '../reports/marks.js';
import type {SessionLink} from '../session/session-link.js';
import {FollowedScreen} from './screens/sessions/followed-screen.js';
import {SessionEndScreen} from './screens/sessions/session-end-screen.js';
import {TakeOverScreen} from './screens/sessions/take-over-screen.js';
import {Shell} from './shell.js';
import {useExit} from './use-exit.js';
import {useSessionNews} from './use-session-news.js';

export type FollowerProps = {
	readonly link: SessionLink;
	/** Who looks on. */
	readonly person: Person;
	readonly marks: Marks;
	/** Given when there is nothing more to look on at. */
	readonly released?: AbortSignal | undefined;
};

/** What somebody who has looked on does next. */
export type FollowerEnd =
	| {
			readonly next: 'go-on';
			/** The page on which the other session was; undefined to begin as usual. */
			readonly page: string | undefined;
	  }
	| {readonly next: 'leave'; readonly isInterrupted: boolean};

/** Another session's wizard, to look on at, and to take over. */
export function Follower({link, person, marks, released}: FollowerProps) {
	const exit = useExit();
	const {view, end} = useSessionNews(link);
	const [isAsking, setIsAsking] = useState(false);
	const [hasTaken, setHasTaken] = useState(false);
	const finish = (followerEnd: FollowerEnd) => exit(followerEnd);
	const goOn = (page?: string) => finish({next: 'go-on', page});
	const leave = (isInterrupted: boolean) => finish({next: 'leave', isInterrupted});
	const isTaken = hasTaken && end?.state === 'taken-over';
	// biome-ignore lint/correctness/useExhaustiveDependencies: a session is taken over once.
	useEffect(() => {
		if (isTaken) {
			goOn(view.page ?? undefined);
		}
	}, [isTaken]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: it is given once.
	useEffect(() => onGiven(released, () => leave(false)), [released]);
	return (
		<Shell marks={marks} onLeave={() => leave(true)}>
			{end !== undefined && (
				<SessionEndScreen end={end} view={view} onGoOn={() => goOn()} onLeave={leave} />
			)}
			{end === undefined && isAsking && (
				<TakeOverScreen
					view={view}
					onTakeOver={() => {
						setHasTaken(true);
						link.takeOver(person);
					}}
					onTrial={() => goOn()}
					onBack={() => setIsAsking(false)}
					onLeave={() => leave(true)}
				/>
			)}
			{end === undefined && !isAsking && (
				<FollowedScreen
					view={view}
					onTakeOver={() => setIsAsking(true)}
					onLeave={leave}
				/>
			)}
		</Shell>
	);
}

/** Acts once a signal is given, also before. Gives what calls that off. */
function onGiven(signal: AbortSignal | undefined, act: () => void): () => void {
	if (signal?.aborted) {
		act();
	}

	signal?.addEventListener('abort', act);
	return () => signal?.removeEventListener('abort', act);
}
