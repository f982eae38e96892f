import type {Reference} from '../answers/login-schema.js';
import type {Answers} from '../answers/schema.js';
import {Failure} from '../failure.js';
import type {Keyring} from '../host/keyring.js';
import type {Login} from '../probes/login.js';
import {rowOfLogin} from '../probes/login-rows.js';
import type {ProbeContext} from '../probes/probe-context.js';
import type {ProbeResult} from '../probes/probe-result.js';
import {proveLogin, withoutPassword} from '../probes/prove-login.js';
import {rememberSecret} from '../redaction/known-secrets.js';

/** A login of the answers, whose password is still to be found. */
export type LoginByReference = {
	readonly for: Login['for'];
	readonly user: string;
	readonly password: Reference;
	readonly database?: string | undefined;
	readonly messageTo?: string | undefined;
};

/**
 * The logins of the answers to servers of some rows.
 * @param ids the rows; all of them unless told otherwise
 */
export function loginsOf(
	{sql, smtp}: Pick<Answers, 'sql' | 'smtp'>,
	ids?: readonly string[],
): readonly LoginByReference[] {
	const logins = [
		...(sql.login === undefined ? [] : [{for: 'sql', ...sql.login} as const]),
		...(smtp.login === undefined ? [] : [{for: 'mail', ...smtp.login} as const]),
	];
	return logins.filter(login => ids?.includes(rowOfLogin(login).id) ?? true);
}

/** Tries a login: that of somebody who types it, or one of the answers. */
export async function tryLogin(
	login: Login | LoginByReference,
	context: ProbeContext,
	keyring: Keyring,
): Promise<ProbeResult> {
	const found = 'user' in login ? await withPassword(login, keyring) : login;
	if (found instanceof Failure) {
		return withoutPassword(login, found.message, context);
	}

	if (found.account !== undefined) {
		const {user, password} = found.account;
		rememberSecret({user, value: password});
	}

	return proveLogin(found, context);
}

/** What is missing, where the password is not found. */
async function withPassword(
	login: LoginByReference,
	keyring: Keyring,
): Promise<Login | Failure> {
	const {for: kind, user, database, messageTo} = login;
	const password = await keyring.passwordOf(login).catch(orFailure);
	if (password instanceof Failure) {
		return password;
	}

	const account = {user, password};
	return kind === 'sql'
		? {for: kind, account, ...(database === undefined ? {} : {database})}
		: {for: kind, account, ...(messageTo === undefined ? {} : {messageTo})};
}

function orFailure(error: unknown): Failure {
	if (error instanceof Failure) {
		return error;
	}

	throw error;
}
