/** One error that a SQL Server sends, with its number. */
export type SqlError = {readonly number: number; readonly words: string};

/** What was seen of a login to a SQL Server. */
export type SqlLoginSeen = {
	readonly outcome:
		| 'logged-in'
		/** The server says why not. */
		| 'refused'
		/** It does not encrypt, so nothing was sent to it. */
		| 'not-encrypted'
		| 'tls-failed'
		/** It takes the login, and sends its clients on to another server. */
		| 'redirected'
		| 'timeout'
		| 'closed';
	/** What the server said against it, in the order in which it came. */
	readonly errors: readonly SqlError[];
	/** The database that was opened. */
	readonly database: string | undefined;
	/** The error of the connection, for the evidence. */
	readonly code: string | undefined;
	readonly milliseconds: number;
};
