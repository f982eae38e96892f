import {idOfLogin, loginAt} from '../../../probes/login-rows.js';
import type {ProbeResult} from '../../../probes/probe-result.js';
import {partyOf} from '../../../reports/party.js';
import type {Cover} from './results-cover.js';
import type {Results} from './use-results.js';

/** What can be done about a result. */
export type Acts = {
	/** The message to whoever must act on it. */
	readonly message: Cover | undefined;
	readonly login: Cover | undefined;
	readonly canTry: boolean;
};

/** Nothing of it while the connections are being proven. */
export function actsFor(
	result: ProbeResult | undefined,
	{run, tried}: Pick<Results, 'run' | 'tried'>,
): Acts {
	if (result === undefined || run === undefined) {
		return {message: undefined, login: undefined, canTry: false};
	}

	const party = partyOf(result);
	const kind = loginAt(result);
	const isLogin = kind !== undefined && result.id === idOfLogin({for: kind});
	return {
		message: party && {kind: 'message', party},
		// What is tried meanwhile would get lost beside it.
		login: kind && tried.size === 0 ? {kind: 'login', for: kind} : undefined,
		// A login is tried with a password, which nobody has kept.
		canTry: !isLogin,
	};
}
