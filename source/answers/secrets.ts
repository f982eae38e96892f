import {redactValue} from '../redaction/redact-value.js';
import {hideLogin} from '../redaction/url-logins.js';

/** What is said of a secret that stands in the answers. */
export const secretFault =
	'A secret must not stand in the answers, which are kept in files. Say where it is found: login: {user: NAME, password: {env: VARIABLE}}.';

/** What is said of a login that stands inside another answer. */
export const loginFault =
	'A login must not stand in the answers, which are kept in files. Leave it out.';

/** What stands in the place of a secret. */
export const hidden = '…';
const hide = () => hidden;
const redact = (text: string) => hideLogin(text, hide);

/** A value as it may be told of: without the login of a URL, and without what sounds secret. */
export function withoutSecrets(value: unknown): unknown {
	return redactValue(value, {redact, hide});
}

/** Whether a text that should be a name, an address or a URL has a password in it. */
export function holdsLogin(text: string): boolean {
	return redact(text) !== text;
}

/** What is wrong with words for people, which may hold any sign; or undefined. */
export function faultInProse(text: string): string | undefined {
	return /:\/\/[^\s/@]*:[^\s/]*@/.test(text) ? loginFault : undefined;
}
