import type {Login} from '../probes/login.js';
import type {ProbeRun} from '../probes/probe-result.js';
import type {CommandContext} from './context.js';
import {openStatusLine} from './status-line.js';

export type LoginRequest = {
	/** Undefined for nothing. */
	readonly login: Login | undefined;
	/** Whether nothing is to be said about it meanwhile. */
	readonly isSilent: boolean;
	readonly signal: AbortSignal;
};

/** Tries a login after its connection was proven, and gives the run with what came of it. */
export async function logInAfter(
	run: ProbeRun,
	{flow, answers}: Pick<CommandContext, 'flow' | 'answers'>,
	{login, isSilent, signal}: LoginRequest,
): Promise<ProbeRun> {
	if (login === undefined) {
		return run;
	}

	const statusLine = openStatusLine(isSilent);
	statusLine.show('logging in');
	try {
		return await flow.logIn(login, answers, {run, signal});
	} finally {
		statusLine.clear();
	}
}
