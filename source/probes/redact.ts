import {Buffer} from 'node:buffer';
import {plainText} from '../plain-text.js';
import type {Account} from './login.js';

const shown = '(password)';

/**
 * Makes plain text of what a server says, without the password that it was told: some
 * repeat what they are sent, as it is or in the form in which SMTP carries it.
 */
export function plainWordsWithout(account?: Account): (words: string) => string {
	const secrets = account === undefined ? [] : secretsOf(account);
	const redact = (words: string) =>
		secrets.reduce((text, secret) => text.replaceAll(secret, shown), words);
	// As it came, since spaces may change; then once more, since escapes could hide it; and
	// it is cut at the end only, since that could leave a part of it.
	return words => plainText(redact(plainText(redact(words), Number.POSITIVE_INFINITY)));
}

/** The longest first, so that no part of one is left over. */
function secretsOf({user, password}: Account): readonly string[] {
	const base64 = (text: string) => Buffer.from(text).toString('base64');
	const secrets = [
		password,
		plainText(password),
		base64(password),
		// RFC 4616: how AUTH PLAIN sends it.
		base64(`\0${user}\0${password}`),
	];
	return [...new Set(secrets)]
		.filter(secret => secret !== '')
		.toSorted((a, b) => b.length - a.length);
}
