import type {LoginByReference} from '../flow/login-by-reference.js';
import type {Login} from '../probes/login.js';
import type {ProbeRun} from '../probes/probe-result.js';
import type {CommandContext} from './context.js';
import {duringStage} from './progress.js';
import {openStatusLine} from './status-line.js';

export type LoginRequest = {
	readonly logins: ReadonlyArray<Login | LoginByReference>;
	/** Whether nothing is to be said about it meanwhile. */
	readonly isSilent: boolean;
	readonly signal: AbortSignal;
};

/** Tries logins after their connections were proven, and gives the run with what came of it. */
export async function logInAfter(
	run: ProbeRun,
	{flow, answers}: Pick<CommandContext, 'flow' | 'answers'>,
	{logins, isSilent, signal}: LoginRequest,
): Promise<ProbeRun> {
	if (logins.length === 0) {
		return run;
	}

	const statusLine = openStatusLine(isSilent);
	statusLine.show('logging in');
	try {
		return await duringStage('log-in', async () => {
			let found = run;
			for (const login of logins) {
				found = await flow.logIn(login, answers, {run: found, signal});
			}

			return found;
		});
	} finally {
		statusLine.clear();
	}
}
