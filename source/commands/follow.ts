import process from 'node:process';
import {exitCode} from '../exit-code.js';
import type {Failure} from '../failure.js';
import {describePerson} from '../host/person.js';
import type {Machine} from '../machine.js';
import {sessionSocket} from '../session/messages.js';
import {findSession} from '../session/session-link.js';
import type {CommonFlags, PlainFlag} from './flags.js';
import {onTerminal} from './on-terminal.js';
import {marksForOutput, print} from './output.js';

/** The page on which a wizard goes on; undefined where it begins as usual. */
export type GoingOn = {readonly page: string | undefined};

/**
 * Looks on at the session that holds the lock, until the user takes it over, goes on after
 * its end, or leaves.
 * @param released given when there is nothing more to look on at
 * @returns undefined when they left
 * @throws Failure `busy` where it is not in the wizard, or shows nothing of it
 */
export async function follow(
	busy: Failure,
	{paths, person}: Machine,
	flags: CommonFlags & PlainFlag,
	released?: AbortSignal,
): Promise<GoingOn | undefined> {
	const link = await findSession(sessionSocket(paths));
	if (link === undefined) {
		throw busy;
	}

	const end = await onTerminal(flags, ({startFollower}) =>
		startFollower({link, person, marks: marksForOutput(flags), released}),
	);
	link.close();
	if (end.next === 'go-on') {
		return end;
	}

	print(`You have looked on at the session of ${describePerson(link.view.by)}.`);
	process.exitCode = end.isInterrupted ? exitCode.interrupted : exitCode.done;
	return undefined;
}
