import {Buffer} from 'node:buffer';
import type {Hide} from './secret.js';

const authorization =
	/(?<=\b(?:proxy-)?authorization["']?[\t ]{0,8}[:=,][\t ]{0,8}\[?["']?(?:(?:basic|bearer|negotiate|ntlm|token|apikey)[\t ]{1,8})?)(?<word>[^\s"',;[\]]+)(?=[\s"',;[\]]|$)/gi;
const digest = /(?<=\b(?:digest|aws4-hmac-sha256)[\t ]{1,8})(?<line>\w+=[^\r\n]+)/gi;
const cookies =
	/(?<=\b(?:set-)?cookie["']?[\t ]{0,8}[:=,][\t ]{0,8}\[?[\t ]{0,8}["']?)(?<line>[^\s"'[\]][^\r\n"']*)/gi;
/** RFC 4954; what a server offers is in capital letters only. */
const mailLogin =
	/(?<=\bAUTH[\t ]{1,8}[A-Z\d-]{2,20}[\t ]{1,8})(?=\S*[a-z=])(?<word>[\w+/=-]+)/g;

const schemes = /^(?:basic|bearer|digest|negotiate|ntlm|token|apikey|aws4-hmac-sha256)$/i;

/** Hides what HTTP and SMTP carry to say who somebody is. */
export function headers(text: string, hide: Hide): string {
	return text
		.replaceAll(authorization, word =>
			schemes.test(word) ? word : hide(passwordIn(word)),
		)
		.replaceAll(digest, line => hide(line))
		.replaceAll(cookies, line => hide(line))
		.replaceAll(mailLogin, word => hide(passwordIn(word)));
}

/** Of a user and a password in base64 the password, so that it is known as the same again. */
function passwordIn(word: string): string {
	const text = Buffer.from(word, 'base64').toString();
	const [, password] = /^[^\0:]*[\0:](?:[^\0]*\0)?(.+)$/s.exec(text) ?? [];
	return password === undefined || text.includes('\uFFFD') ? word : password;
}
