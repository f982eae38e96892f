/** What a mail server answered to one command. */
export type MailReply = {readonly code: number; readonly words: string};

/** What ended a login or a message before its time. */
export type MailTrouble = {
	/** The command that it came to: `AUTH PLAIN`, `RCPT TO`; `CONN` for none. */
	readonly command: string;
	/** The error of the connection, or of the library that speaks for us. */
	readonly code: string;
	/** Undefined where no answer came. */
	readonly reply: MailReply | undefined;
};

/** What was seen of a login to a mail server, and of a test message. */
export type MailLoginSeen = {
	readonly isLoggedIn: boolean;
	readonly isSent: boolean;
	/** Undefined where all that was asked for worked. */
	readonly trouble: MailTrouble | undefined;
	readonly milliseconds: number;
};
