import {createContext, useContext, useEffect} from 'react';
import type {Person} from '../host/person.js';
import type {OwnSession} from '../session/session-hub.js';
import type {Progress} from './progress.js';
import {whereabouts} from './whereabouts.js';

/** Those who look on at this session; left out where nobody can. */
export const SessionContext = createContext<OwnSession | undefined>(undefined);

/** Tells those who look on where the wizard is, and hears when one of them takes it over. */
export function useSession(
	{place}: Pick<Progress, 'place'>,
	onTakenOver: (by: Person) => void,
): void {
	const session = useContext(SessionContext);
	const {page, isOnTrial, isApplied} = whereabouts(place);
	useEffect(
		() => session?.tell({page, isOnTrial, isApplied}),
		[session, page, isOnTrial, isApplied],
	);
	// At each redraw: what it leaves behind is what was drawn last.
	useEffect(() => session?.onTakenOver(onTakenOver));
}
