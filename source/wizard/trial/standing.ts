import {formatAddress} from '../../addresses/address.js';
import type {SshSession} from '../../host/session.js';
import type {TrialRecord} from '../../transaction/trial.js';

/** How whoever sits here can show that the new rules let them in. */
export type Standing =
	/** Not at all: a console goes on whatever the rules are. */
	| {readonly kind: 'console'}
	/** Not at all: the new rules do not let them in. */
	| {readonly kind: 'shut-out'; readonly from: string}
	/** By a key: each of its packets has to pass the new rules. */
	| {readonly kind: 'judged'; readonly from: string}
	/** Only by a new connection: the open one is let through unjudged. */
	| {readonly kind: 'unjudged'; readonly from: string};

/** The port whose open connections the rules judge too; sshd may listen on others. */
const judgedPort = 22;

export function standingOf(
	session: SshSession | undefined,
	{hasFront}: Pick<TrialRecord, 'hasFront'>,
	isShutOut: boolean,
): Standing {
	if (session === undefined) {
		return {kind: 'console'};
	}

	const from = formatAddress(session.client);
	if (isShutOut) {
		return {kind: 'shut-out', from};
	}

	return {kind: !hasFront && session.port === judgedPort ? 'judged' : 'unjudged', from};
}
