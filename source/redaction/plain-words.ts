import {plainText} from '../plain-text.js';
import {redactorFor} from './redactor.js';

/** Who logs in. */
type Account = {readonly user: string; readonly password: string};

/**
 * Makes plain text of what a server says, without the password that it was told: some
 * repeat what they are sent, as it is or in the form in which a protocol carries it.
 */
export function plainWordsWithout(account?: Account): (words: string) => string {
	const secrets =
		account === undefined ? [] : [{user: account.user, value: account.password}];
	const {redact} = redactorFor({secrets, nameOf: () => '(password)'});
	// As it came, since spaces may change; then once more, since escapes could hide it; and
	// it is cut at the end only, since that could leave a part of it.
	return words => plainText(redact(plainText(redact(words), Number.POSITIVE_INFINITY)));
}
