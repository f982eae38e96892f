import type {Answers} from '../../answers/schema.js';
import type {Login} from '../../probes/login.js';
import {rowOfLogin} from '../../probes/login-rows.js';
import type {ProbeRun} from '../../probes/probe-result.js';

export const loginTitles = {
	sql: 'Log in to the SQL Server',
	mail: 'Log in to the mail relay',
} as const;

export const forThisTest = 'Typed for this test only: nothing of it is kept.';

/** Who could read the password along. */
export function loginWarning(
	kind: Login['for'],
	{smtp}: Answers,
	{results}: ProbeRun,
): string | undefined {
	if (kind === 'mail' && smtp.security === 'none') {
		return 'The answers ask for no encryption: a password travels in clear.';
	}

	const {id} = rowOfLogin({for: kind});
	const row = results.find(result => result.id === id);
	return row?.cause?.startsWith('tls.')
		? `Nobody vouches for this server (${row.detail}): somebody else could read the password.`
		: undefined;
}
