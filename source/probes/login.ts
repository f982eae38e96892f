import type {Answers} from '../answers/schema.js';
import type {MailLoginSeen} from './smtp/login-seen.js';
import type {SqlLoginSeen} from './sql/login-seen.js';
import type {Dialled} from './tcp/dial-outcome.js';

/** Typed for one test: it stays in memory, and of it only the user's name is ever told. */
export type Account = {readonly user: string; readonly password: string};

export type SqlLogin = {
	readonly for: 'sql';
	readonly account: Account;
	/** The database to be opened; the user's own one unless told. */
	readonly database?: string;
};

export type MailLogin = {
	readonly for: 'mail';
	/** Left out for a relay that asks for no login. */
	readonly account?: Account;
	/** To whom a test message is sent; left out where none is. */
	readonly messageTo?: string;
};

/** What is to be tried with a server that has just shown that it works. */
export type Login = SqlLogin | MailLogin;

/** A login with all that is needed to try it. */
export type LoginErrand = {
	/** The name, or the address, by which the answers call the other end. */
	readonly host: string;
	readonly port: number;
} & (
	| (SqlLogin & {
			/** Whether it wants TLS before everything else (TDS 8). */
			readonly isStrict: boolean;
	  })
	| (MailLogin & {readonly security: Answers['smtp']['security']})
);

/** Who logs in, and for how long. */
export type LoginClient = {
	/** The name by which this server calls itself. */
	readonly hostname: string;
	readonly signal: AbortSignal;
};

/** What was seen of a login; only the way there where that was not open any more. */
export type LoginSeen = {
	readonly dialled: Dialled;
	readonly sql?: SqlLoginSeen;
	readonly mail?: MailLoginSeen;
};
