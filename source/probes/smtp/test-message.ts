/** Who sends a test message, to whom, and when. */
export type TestMessage = {
	/** The name by which this server calls itself. */
	readonly hostname: string;
	readonly to: string;
	readonly at: Date;
	/** Tells it from every other message. */
	readonly id: string;
};

/** The address from which test messages come. */
export function senderOn(hostname: string): string {
	return `analytics@${hostname}`;
}

/** A message that says of itself what it is, with all that mail servers want to see (RFC 5322). */
export function renderTestMessage({hostname, to, at, id}: TestMessage): string {
	const moment = at.toISOString().replace('T', ' ').slice(0, 19);
	return [
		`Date: ${at.toUTCString().replace('GMT', '+0000')}`,
		`From: ${senderOn(hostname)}`,
		`To: ${to}`,
		`Message-ID: <${id}@${hostname}>`,
		'Subject: Test message from analytics-setup',
		'MIME-Version: 1.0',
		'Content-Type: text/plain; charset=us-ascii',
		// So that nobody's automatic reply answers it (RFC 3834).
		'Auto-Submitted: auto-generated',
		'',
		`analytics-setup sent this from ${hostname} on ${moment} UTC,`,
		'to show that the mail of this AppsAnywhere Analytics server arrives.',
		'It does: nothing needs to be done.',
		'',
	].join('\r\n');
}
