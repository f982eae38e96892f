import type {WriteStream} from 'node:tty';
import {render} from 'ink';
import type {ReactNode} from 'react';
import {beforeTheEnd} from '../host/last-acts.js';
import type {OwnSession} from '../session/session-hub.js';
import type {TrialEnd} from '../transaction/follow-trial.js';
import {App, type Outcome, type Start} from './app.js';
import {Follower, type FollowerEnd, type FollowerProps} from './follower.js';
import {Invitation, type InvitationProps, type Wish} from './invitation.js';
import {Onlooker, type OnlookerProps} from './onlooker.js';
import {openTerminal} from './terminal/open-terminal.js';
import {SessionContext} from './use-session.js';
import {RepaintContext} from './widgets/repaint.js';
import {ScrollbackContext} from './widgets/scrollback.js';

/** What is drawn on, and how. */
export type Drawing = {
	readonly terminal: WriteStream;
	readonly hasColour: boolean;
	/** Has something done whenever this program goes on after it was stopped. */
	readonly onContinued: (act: () => void) => () => void;
};

/** Runs the wizard on this terminal until the user leaves it, or somebody takes it over. */
export async function startWizard(
	start: Start,
	drawing: Drawing,
	session: OwnSession,
): Promise<Outcome> {
	const wizard = (
		<SessionContext value={session}>
			<App {...start} />
		</SessionContext>
	);
	return (await show(wizard, drawing, (frame, size) =>
		session.tell({frame, ...size}),
	)) as Outcome;
}

/** Shows another session's wizard on this terminal until it ends, or the user wants more. */
export async function startFollower(
	props: FollowerProps,
	drawing: Drawing,
): Promise<FollowerEnd> {
	return (await show(<Follower {...props} />, drawing)) as FollowerEnd;
}

/**
 * Shows another session's trial on this terminal.
 * @returns how it ended; undefined when the user left it before
 */
export async function startOnlooker(
	props: OnlookerProps,
	drawing: Drawing,
): Promise<TrialEnd | undefined> {
	return (await show(<Onlooker {...props} />, drawing)) as TrialEnd | undefined;
}

/** Invites whoever sits at this console to set the server up. */
export async function startInvitation(
	props: InvitationProps,
	drawing: Drawing,
): Promise<Wish> {
	return (await show(<Invitation {...props} />, drawing)) as Wish;
}

type OnFrame = Parameters<typeof openTerminal>[2];

async function show(
	node: ReactNode,
	{terminal, hasColour, onContinued}: Drawing,
	onFrame?: OnFrame,
): Promise<unknown> {
	const {stdout, repaint, printPlainly, close} = openTerminal(
		terminal,
		hasColour,
		onFrame,
	);
	// Whoever stopped this program may have written on the terminal.
	const undo = [beforeTheEnd(async () => close()), onContinued(repaint)];
	try {
		const screen = (
			<RepaintContext value={repaint}>
				<ScrollbackContext value={printPlainly}>{node}</ScrollbackContext>
			</RepaintContext>
		);
		// Called a debugger, Ink hands over each frame whole, and erases nothing.
		const options = {stdout, debug: true, interactive: true, exitOnCtrlC: false};
		return await render(screen, options).waitUntilExit();
	} finally {
		for (const forget of undo) {
			forget();
		}

		close();
	}
}
