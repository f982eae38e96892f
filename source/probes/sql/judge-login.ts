import type {Cause} from '../diagnoses.js';
import {type Judgement, judgement} from '../judgement.js';
import type {SqlLogin} from '../login.js';
import type {SqlLoginSeen} from './login-seen.js';

/**
 * What is wrong with a login before it is tried: Looker logs in by SQL Server's own
 * accounts only, and a name of a domain is none of these.
 */
export function judgeSqlName({account: {user}}: SqlLogin): Judgement | undefined {
	return /[\\@]/.test(user)
		? judgement('sql.domain-account', `not tried: ${user} is an account of a domain`, {
				named: user,
			})
		: undefined;
}

/** What came of a login to a SQL Server. */
export function judgeSqlLogin(seen: SqlLoginSeen, login: SqlLogin): Judgement {
	const {user} = login.account;
	switch (seen.outcome) {
		case 'logged-in':
			return judgement(null, `logged in as ${user}${databaseIn(seen)}`);
		case 'refused':
			return judgeRefusal(seen, login);
		case 'not-encrypted':
			return judgement('sql.login-in-clear', 'not tried: it does not encrypt');
		case 'tls-failed':
			return judgement('sql.tls-failed', `login: encryption fails (${seen.code ?? ''})`);
		case 'redirected':
			return judgement('sql.redirected', 'login: sends its clients on to another server');
		case 'timeout':
		case 'closed':
			return judgement('sql.login-unanswered', unanswered[seen.outcome]);
	}
}

const unanswered = {
	timeout: 'says nothing to the login in 15 s',
	closed: 'hangs up on the login',
} as const;

function databaseIn({database}: SqlLoginSeen): string {
	return database === undefined ? '' : `, database ${database}`;
}

/**
 * SQL Server's numbers (Microsoft, "Database engine events and errors"). Several can come
 * together, and 18456 with each of them: it says least.
 */
const refusals: ReadonlyArray<
	readonly [numbers: readonly number[], cause: Cause, detail: string]
> = [
	[[18_452], 'sql.domain-account', 'takes it for an account of a domain'],
	[[18_470], 'sql.login-disabled', 'the account is disabled'],
	[[18_486], 'sql.login-locked', 'the account is locked out'],
	[[18_487], 'sql.password-expired', 'the password has expired'],
	[[18_488], 'sql.password-expired', 'the password must be changed'],
	[[916], 'sql.database-forbidden', 'no permission for the database'],
	[[4060, 4064, 911], 'sql.no-database', 'the database cannot be opened'],
	[[18_456], 'sql.wrong-login', 'wrong user name or password'],
];

function judgeRefusal({errors}: SqlLoginSeen, {account, database}: SqlLogin): Judgement {
	const numbers = errors.map(({number}) => number);
	const [known] = refusals.filter(([own]) => own.some(each => numbers.includes(each)));
	if (known === undefined) {
		const {number = 0, words = ''} = errors[0] ?? {};
		return judgement('sql.login-refused', `login refused: ${words}`, {
			named: `error ${number}: ${words}`,
		});
	}

	const [, cause, detail] = known;
	const isAboutDatabase =
		cause === 'sql.no-database' || cause === 'sql.database-forbidden';
	return judgement(cause, `login: ${detail}`, {
		named: isAboutDatabase ? nameOf(database) : account.user,
	});
}

function nameOf(database: string | undefined): string {
	return database === undefined
		? "the user's own database"
		: `the database "${database}"`;
}
