import type {TlsSeen} from '../tls/tls-seen.js';

/** One reply of a mail server (RFC 5321 section 4.2), or why none came. */
export type SmtpReply =
	| {readonly code: number; readonly lines: readonly string[]}
	| {readonly code: undefined; readonly trouble: 'timeout' | 'closed' | 'not-smtp'};

/** What was seen of an SMTP dialogue; the first step that fails is the last that is there. */
export type SmtpSeen = {
	/** The first reply, which the server gives by itself. */
	readonly banner?: SmtpReply;
	/** How long it took, in milliseconds. */
	readonly bannerAfter?: number;
	/** The reply to EHLO; the one inside TLS where there is TLS. */
	readonly hello?: SmtpReply;
	/** Whether STARTTLS was offered; undefined where it was not wanted. */
	readonly isStartTlsOffered?: boolean;
	/** The reply to STARTTLS. */
	readonly startTls?: SmtpReply;
	readonly tls?: TlsSeen;
	/** The ways to log in that are offered at the end. */
	readonly logins?: readonly string[];
	readonly milliseconds: number;
};
