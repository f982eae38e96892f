import {render} from 'ink';
import type {ReactNode} from 'react';
import type {OwnSession} from '../session/session-hub.js';
import type {TrialEnd} from '../transaction/follow-trial.js';
import {App, type Outcome, type Start} from './app.js';
import {Follower, type FollowerEnd, type FollowerProps} from './follower.js';
import {Invitation, type InvitationProps, type Wish} from './invitation.js';
import {Onlooker, type OnlookerProps} from './onlooker.js';
import type {OpenTerminal} from './terminal/open-terminal.js';
import {DrawNoMoreContext} from './use-exit.js';
import {SessionContext} from './use-session.js';
import {RepaintContext} from './widgets/repaint.js';
import {ScrollbackContext} from './widgets/scrollback.js';

/** Runs the wizard on this terminal until the user leaves it, or somebody takes it over. */
export async function startWizard(
	start: Start,
	session: OwnSession,
	terminal: OpenTerminal,
): Promise<Outcome> {
	const wizard = (
		<SessionContext value={session}>
			<App {...start} />
		</SessionContext>
	);
	return (await show(wizard, terminal)) as Outcome;
}

/** Shows another session's wizard on this terminal until it ends, or the user wants more. */
export async function startFollower(
	props: FollowerProps,
	terminal: OpenTerminal,
): Promise<FollowerEnd> {
	return (await show(<Follower {...props} />, terminal)) as FollowerEnd;
}

/**
 * Shows another session's trial on this terminal.
 * @returns how it ended; undefined when the user left it before
 */
export async function startOnlooker(
	props: OnlookerProps,
	terminal: OpenTerminal,
): Promise<TrialEnd | undefined> {
	return (await show(<Onlooker {...props} />, terminal)) as TrialEnd | undefined;
}

/** Invites whoever sits at this console to set the server up. */
export async function startInvitation(
	props: InvitationProps,
	terminal: OpenTerminal,
): Promise<Wish> {
	return (await show(<Invitation {...props} />, terminal)) as Wish;
}

async function show(
	node: ReactNode,
	{stdout, repaint, printPlainly, drawNoMore}: OpenTerminal,
): Promise<unknown> {
	const screen = (
		<RepaintContext value={repaint}>
			<ScrollbackContext value={printPlainly}>
				<DrawNoMoreContext value={drawNoMore}>{node}</DrawNoMoreContext>
			</ScrollbackContext>
		</RepaintContext>
	);
	// Called a debugger, Ink hands over each frame whole, and erases nothing.
	const options = {stdout, debug: true, interactive: true, exitOnCtrlC: false};
	return render(screen, options).waitUntilExit();
}
