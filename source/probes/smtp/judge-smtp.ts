import type {Answers} from '../../answers/schema.js';
import {type Judgement, judgement} from '../judgement.js';
import {judgeTls} from '../tls/judge-tls.js';
import type {SmtpReply, SmtpSeen} from './smtp-seen.js';

export type SmtpExpectation = {
	readonly host: string;
	readonly security: Answers['smtp']['security'];
	/** Whether it is the mail service of the vendor's list, not a relay of the site. */
	readonly isPublic: boolean;
};

/** A banner that comes later makes programs give up; in milliseconds. */
const patience = 3500;

/** What a dialogue with a mail server proves. */
export function judgeSmtp(seen: SmtpSeen, expected: SmtpExpectation): Judgement {
	return (
		judgeBanner(seen, expected) ??
		judgeHello(seen) ??
		judgeStartTls(seen, expected) ??
		judgeSecurity(seen, expected) ??
		judgeSpeed(seen) ??
		judgement(null, describe(seen))
	);
}

function judgeBanner(
	{banner, tls}: SmtpSeen,
	{security}: SmtpExpectation,
): Judgement | undefined {
	// With TLS from the first byte there is no banner before it.
	if (banner === undefined) {
		return security === 'tls' && tls?.outcome === 'not-tls'
			? judgement('smtp.no-implicit-tls', 'does not begin with TLS')
			: undefined;
	}

	switch (banner.code) {
		case undefined:
			return judgeNoBanner(banner.trouble, security);
		case 220:
			return undefined;
		case 421:
			return judgement('smtp.busy', `busy: ${wordsOf(banner)}`, {named: wordsOf(banner)});
		default:
			return judgement('smtp.rejected', `turned away: ${wordsOf(banner)}`, {
				named: wordsOf(banner),
			});
	}
}

function judgeNoBanner(
	trouble: 'timeout' | 'closed' | 'not-smtp',
	security: SmtpExpectation['security'],
): Judgement {
	if (trouble === 'not-smtp') {
		return judgement('smtp.not-smtp', 'what answers is no mail server');
	}

	if (trouble === 'closed') {
		return judgement('smtp.closed', 'hangs up without a word');
	}

	return security === 'tls'
		? judgement('smtp.silent', 'encrypts, and then says nothing')
		: judgement('smtp.no-banner', 'connects, but says nothing in 15 s');
}

function judgeHello({hello}: SmtpSeen): Judgement | undefined {
	if (hello === undefined || hello.code === 250) {
		return undefined;
	}

	if (hello.code === undefined) {
		const [cause, detail] = afterGreeting[hello.trouble];
		return judgement(cause, detail);
	}

	return judgement('smtp.rejected', `turned away: ${wordsOf(hello)}`, {
		named: wordsOf(hello),
	});
}

const afterGreeting = {
	closed: ['smtp.closed', 'hangs up after the greeting'],
	timeout: ['smtp.silent', 'greets, and then says nothing'],
	'not-smtp': ['smtp.not-smtp', 'greets, but is no mail server'],
} as const;

function judgeStartTls(
	{banner, hello, isStartTlsOffered, startTls}: SmtpSeen,
	{security}: SmtpExpectation,
): Judgement | undefined {
	if (security !== 'starttls' || (isStartTlsOffered && startTls?.code === 220)) {
		return undefined;
	}

	if (isStartTlsOffered !== true) {
		return isMasked(banner) || isMasked(hello)
			? judgement('smtp.starttls-removed', 'STARTTLS is taken out on the way')
			: judgement('smtp.no-starttls', 'no STARTTLS offered');
	}

	return judgement('smtp.starttls-refused', `STARTTLS refused: ${wordsOf(startTls)}`, {
		named: wordsOf(startTls),
	});
}

/** Firewalls that "inspect" SMTP write X or * over what they do not like. */
function isMasked(reply: SmtpReply | undefined): boolean {
	return (
		reply?.code !== undefined && reply.lines.some(line => /\*{6,}|^X{4,}/.test(line))
	);
}

function judgeSecurity(
	{tls, startTls}: SmtpSeen,
	{host, isPublic}: SmtpExpectation,
): Judgement | undefined {
	const judged = tls && judgeTls(tls, {host, isPublic});
	if (judged === undefined || judged.cause === null) {
		return undefined;
	}

	return startTls !== undefined && tls?.outcome !== 'established'
		? judgement('smtp.tls-failed', `STARTTLS: ${judged.detail}`)
		: judged;
}

function judgeSpeed({bannerAfter = 0}: SmtpSeen): Judgement | undefined {
	const seconds = `${Math.round(bannerAfter / 1000)} s`;
	return bannerAfter > patience
		? judgement('smtp.slow', `speaks only after ${seconds}`, {named: seconds})
		: undefined;
}

function describe({tls, startTls, logins = []}: SmtpSeen): string {
	const encryption =
		tls === undefined ? 'in clear' : startTls === undefined ? 'TLS' : 'STARTTLS';
	return `${encryption}, ${logins.length > 0 ? 'login offered' : 'no login asked'}`;
}

function wordsOf(reply: SmtpReply | undefined): string {
	return reply?.code === undefined
		? 'no answer'
		: `${reply.code} ${reply.lines.join(' ')}`;
}
