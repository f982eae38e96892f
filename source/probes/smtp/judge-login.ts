import {readHostName} from '../../addresses/host-name.js';
import type {Answers} from '../../answers/schema.js';
import type {Cause} from '../diagnoses.js';
import {type Judgement, judgement} from '../judgement.js';
import type {MailLogin} from '../login.js';
import {sendgrid} from '../target.js';
import type {MailLoginSeen, MailReply, MailTrouble} from './login-seen.js';
import type {SmtpSeen} from './smtp-seen.js';

type Security = Answers['smtp']['security'];

/** What is wrong with a login before anything is asked. */
export function judgeMailName(
	{account}: MailLogin,
	{host}: {readonly host: string},
): Judgement | undefined {
	const isOther = account !== undefined && account.user !== 'apikey';
	return isOther && readHostName(host).value === sendgrid
		? judgement('smtp.sendgrid-user', 'not tried: the user name of SendGrid is "apikey"')
		: undefined;
}

/** The ways to log in of which the password is given. */
const usable = ['PLAIN', 'LOGIN', 'CRAM-MD5'];

/** What is wrong with a login for a server that has just said what it offers. */
export function judgeMailOffer(
	{account}: MailLogin,
	{hello, logins = []}: SmtpSeen,
	security: Security,
): Judgement | undefined {
	if (account === undefined || logins.some(login => usable.includes(login))) {
		return undefined;
	}

	if (logins.length > 0) {
		const named = `only ${logins.join(', ')}`;
		return judgement('smtp.login-not-offered', `login not tried: offers ${named}`, {
			named,
		});
	}

	const canEncrypt = hello?.code === 250 && hello.lines.some(isStartTls);
	return security === 'none' && canEncrypt
		? judgement('smtp.login-wants-encryption', 'login not tried: only with encryption')
		: judgement('smtp.login-not-offered', 'login not tried: none is offered', {
				named: 'none',
			});
}

function isStartTls(line: string): boolean {
	return /^STARTTLS\b/i.test(line.trim());
}

/** What came of a login to a mail server, and of a test message. */
export function judgeMailLogin(
	seen: MailLoginSeen,
	login: MailLogin,
	security: Security,
): Judgement {
	const {trouble} = seen;
	if (trouble === undefined) {
		return seen.isLoggedIn && security === 'none'
			? judgement('smtp.password-in-clear', `${describe(seen, login)}, in clear`)
			: judgement(null, describe(seen, login));
	}

	const {reply} = trouble;
	const done = seen.isLoggedIn ? 'logged in; ' : '';
	if (reply === undefined) {
		return judgeSilence(trouble, done);
	}

	const [cause, what] = judgeReply(trouble.command, reply, login);
	const said = `${reply.code} ${reply.words}`;
	return judgement(cause, `${done}${what}: ${said}`, {named: said});
}

function describe(
	{isLoggedIn, isSent}: MailLoginSeen,
	{account, messageTo = ''}: MailLogin,
): string {
	return [
		...(isLoggedIn ? [`logged in as ${account?.user ?? ''}`] : []),
		...(isSent ? [`message taken for ${messageTo}`] : []),
	].join(', ');
}

function judgeSilence({code}: MailTrouble, done: string): Judgement {
	if (code === 'ETIMEDOUT') {
		return judgement('smtp.login-unanswered', `${done}then no answer any more`);
	}

	if (code === 'EMESSAGE') {
		return judgement('smtp.message-too-large', `${done}takes no message of that size`);
	}

	return /SSL|TLS|CERT|EPROTO|UNABLE_TO/.test(code)
		? judgement('smtp.tls-failed', `${done}encryption fails (${code})`)
		: judgement('smtp.login-unanswered', `${done}hangs up`);
}

type Refused = MailReply & {readonly command: string; readonly isAnonymous: boolean};

const isLogin = ({command}: Refused) => command.startsWith('AUTH');
const isRecipient = ({command}: Refused) => command === 'RCPT TO';

/**
 * What an answer means, by the command and its code (RFC 4954 section 6, RFC 5321 section
 * 4.2) and, where these are too coarse, by its words. The first that applies counts.
 */
const refusals: ReadonlyArray<
	readonly [applies: (refused: Refused) => boolean, cause: Cause, what: string]
> = [
	[({code}) => code < 500, 'smtp.busy', 'not now'],
	[
		({code, words}) => code === 538 || (code === 530 && /TLS|encrypt/i.test(words)),
		'smtp.login-wants-encryption',
		'wants encryption first',
	],
	[({command}) => command === 'STARTTLS', 'smtp.starttls-refused', 'STARTTLS refused'],
	[
		refused => isLogin(refused) && [502, 503, 504].includes(refused.code),
		'smtp.login-not-offered',
		'login not taken',
	],
	[isLogin, 'smtp.wrong-login', 'login refused'],
	[
		({code, words, isAnonymous}) =>
			code === 530 || (isAnonymous && /authenticat/i.test(words)),
		'smtp.login-required',
		'asks for a login',
	],
	[({code}) => code === 552, 'smtp.message-too-large', 'message too large'],
	[({command}) => command === 'MAIL FROM', 'smtp.sender-refused', 'sender refused'],
	[
		refused => isRecipient(refused) && /relay|5\.7\.1\b/i.test(refused.words),
		'smtp.relay-denied',
		'relaying denied',
	],
	[isRecipient, 'smtp.recipient-refused', 'recipient refused'],
];

function judgeReply(
	command: string,
	reply: MailReply,
	{account}: MailLogin,
): readonly [cause: Cause, what: string] {
	const refused = {...reply, command, isAnonymous: account === undefined};
	const [, cause, what] = refusals.find(([applies]) => applies(refused)) ?? [];
	return [cause ?? 'smtp.message-refused', what ?? 'message refused'];
}
