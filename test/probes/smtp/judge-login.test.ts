import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {MailLogin} from '../../../source/probes/login.js';
import {
	judgeMailLogin,
	judgeMailName,
	judgeMailOffer,
} from '../../../source/probes/smtp/judge-login.js';
import type {MailLoginSeen, MailTrouble} from '../../../source/probes/smtp/login-seen.js';
import {goodMail} from '../recorded-seen.js';

const account = {user: 'alerts', password: 'secret'};
const login: MailLogin = {for: 'mail', account, messageTo: 'it@uni.edu'};
const withoutLogin: MailLogin = {for: 'mail', messageTo: 'it@uni.edu'};
const works: MailLoginSeen = {
	isLoggedIn: true,
	isSent: true,
	trouble: undefined,
	milliseconds: 20,
};
const failed = (trouble: Partial<MailTrouble>): MailLoginSeen => ({
	...works,
	isSent: false,
	trouble: {command: 'CONN', code: 'ECONNECTION', reply: undefined, ...trouble},
});

for (const [what, seen, detail] of [
	['both', {}, 'logged in as alerts, message taken for it@uni.edu'],
	['a login alone', {isSent: false}, 'logged in as alerts'],
	['a message alone', {isLoggedIn: false}, 'message taken for it@uni.edu'],
] as const) {
	test(`of ${what} it is told that it works`, () => {
		const judged = judgeMailLogin({...works, ...seen}, login, 'starttls');
		assert.deepEqual([judged.cause, judged.detail], [null, detail]);
	});
}

test('a password in clear is a warning, a message in clear is not', () => {
	assert.equal(judgeMailLogin(works, login, 'none').cause, 'smtp.password-in-clear');
	const message = {...works, isLoggedIn: false};
	assert.equal(judgeMailLogin(message, withoutLogin, 'none').cause, null);
});

for (const [command, code, words, cause] of [
	['AUTH PLAIN', 535, '5.7.8 Authentication failed', 'smtp.wrong-login'],
	['AUTH LOGIN', 534, '5.7.9 Application password needed', 'smtp.wrong-login'],
	['AUTH PLAIN', 554, 'Access denied', 'smtp.wrong-login'],
	['AUTH PLAIN', 538, 'Encryption required', 'smtp.login-wants-encryption'],
	['AUTH PLAIN', 530, 'Must issue a STARTTLS command', 'smtp.login-wants-encryption'],
	['AUTH PLAIN', 504, 'Unrecognized', 'smtp.login-not-offered'],
	['AUTH PLAIN', 503, 'AUTH not available', 'smtp.login-not-offered'],
	['AUTH PLAIN', 454, '4.7.0 Temporary failure', 'smtp.busy'],
	['STARTTLS', 502, 'Not implemented', 'smtp.starttls-refused'],
	['MAIL FROM', 530, '5.7.1 Authentication required', 'smtp.login-required'],
	['MAIL FROM', 530, '5.7.0 Must issue STARTTLS', 'smtp.login-wants-encryption'],
	['MAIL FROM', 550, 'Sender rejected', 'smtp.sender-refused'],
	['MAIL FROM', 553, 'Not owned by user', 'smtp.sender-refused'],
	['MAIL FROM', 452, 'Insufficient storage', 'smtp.busy'],
	['MAIL FROM', 552, 'Size exceeded', 'smtp.message-too-large'],
	['RCPT TO', 550, '5.1.1 User unknown', 'smtp.recipient-refused'],
	['RCPT TO', 554, '5.7.1 Relay access denied', 'smtp.relay-denied'],
	['RCPT TO', 550, 'Relaying denied', 'smtp.relay-denied'],
	['RCPT TO', 551, 'User not local', 'smtp.recipient-refused'],
	['RCPT TO', 451, '4.7.1 Greylisted', 'smtp.busy'],
	['DATA', 554, 'Looks like spam', 'smtp.message-refused'],
	['DATA', 552, 'Too large', 'smtp.message-too-large'],
	['DATA', 421, 'Closing', 'smtp.busy'],
] as const) {
	test(`${command} answered by ${code} ${words} is ${cause}`, () => {
		const judged = judgeMailLogin(failed({command, reply: {code, words}}), login, 'tls');
		assert.equal(judged.cause, cause);
		assert.equal(judged.named, `${code} ${words}`);
	});
}

test('a relay may ask for a login in words of its own', () => {
	const reply = {code: 550, words: 'Authentication is required for relay'};
	const seen = {...failed({command: 'RCPT TO', reply}), isLoggedIn: false};
	assert.equal(judgeMailLogin(seen, withoutLogin, 'tls').cause, 'smtp.login-required');
});

for (const [code, cause, detail] of [
	['ETIMEDOUT', 'smtp.login-unanswered', 'logged in; then no answer any more'],
	['ECONNRESET', 'smtp.login-unanswered', 'logged in; hangs up'],
	['EMESSAGE', 'smtp.message-too-large', 'logged in; takes no message of that size'],
	[
		'CERT_HAS_EXPIRED',
		'smtp.tls-failed',
		'logged in; encryption fails (CERT_HAS_EXPIRED)',
	],
] as const) {
	test(`without an answer, ${code} is ${cause}`, () => {
		const judged = judgeMailLogin(failed({code}), login, 'starttls');
		assert.deepEqual([judged.cause, judged.detail], [cause, detail]);
	});
}

for (const [logins, security, lines, cause] of [
	[['PLAIN', 'LOGIN'], 'starttls', [], undefined],
	[['NTLM', 'CRAM-MD5'], 'starttls', [], undefined],
	[['GSSAPI', 'NTLM'], 'starttls', [], 'smtp.login-not-offered'],
	[[], 'starttls', [], 'smtp.login-not-offered'],
	[[], 'none', ['SIZE 1000'], 'smtp.login-not-offered'],
	[[], 'none', ['starttls'], 'smtp.login-wants-encryption'],
] as const) {
	test(`a server that offers ${logins.join(', ') || 'no login'} and ${lines.join(' ') || 'nothing else'} with ${security} is ${cause ?? 'logged in to'}`, () => {
		const hello = {code: 250, lines: ['smtp.uni.edu', ...lines]};
		const judged = judgeMailOffer(login, {...goodMail, hello, logins}, security);
		assert.equal(judged?.cause, cause);
	});
}

test('who does not want to log in needs no login offered', () => {
	const seen = {...goodMail, logins: []};
	assert.equal(judgeMailOffer(withoutLogin, seen, 'starttls'), undefined);
});

for (const [host, user, cause] of [
	['smtp.sendgrid.net', 'alerts', 'smtp.sendgrid-user'],
	['SMTP.SendGrid.net', 'alerts@uni.edu', 'smtp.sendgrid-user'],
	['smtp.sendgrid.net', 'apikey', undefined],
	['smtp.uni.edu', 'alerts', undefined],
] as const) {
	test(`"${user}" at ${host} is ${cause ?? 'fine'}`, () => {
		const judged = judgeMailName({...login, account: {...account, user}}, {host});
		assert.equal(judged?.cause, cause);
	});
}
