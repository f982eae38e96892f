import type {OwnSession} from '../session/session-hub.js';
import type {TrialEnd} from '../transaction/follow-trial.js';
import type {Outcome, Start} from '../wizard/app.js';
import type {FollowerEnd, FollowerProps} from '../wizard/follower.js';
import type {InvitationProps, Wish} from '../wizard/invitation.js';
import type {OnlookerProps} from '../wizard/onlooker.js';

/** Where the wizard meets its user: on screens, or in a conversation. */
export type Surface = {
	/** Runs the wizard until the user leaves it, or somebody takes it over. */
	readonly startWizard: (start: Start, session: OwnSession) => Promise<Outcome>;
	/** Shows another session's trial; undefined when the user left before its end. */
	readonly startOnlooker: (props: OnlookerProps) => Promise<TrialEnd | undefined>;
	/** Shows another session's wizard until it ends, or the user wants more. */
	readonly startFollower: (props: FollowerProps) => Promise<FollowerEnd>;
	/** Waits at a console until somebody wants something, or the server is configured. */
	readonly startInvitation: (props: InvitationProps) => Promise<Wish>;
};
