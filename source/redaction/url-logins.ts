import type {Hide} from './secret.js';

/** Hides the passwords in URLs, and in what somebody has typed like one. */
export function urlLogins(text: string, hide: Hide): string {
	// No more than an address has letters: a run without an end must not be gone through twice.
	return text.includes('@')
		? text.replaceAll(/[^\s"<>]+/g, run =>
				run.includes('@') ? hideLogin(run, hide) : run,
			)
		: text;
}

/**
 * The same in a text that is one URL. Whatever stands before the last "@" belongs to the
 * login: an "@" or a slash in a password that nobody has encoded must not end it.
 */
export function hideLogin(url: string, hide: Hide): string {
	const end = url.lastIndexOf('@');
	const scheme = url.indexOf('://');
	if (scheme < 0 || scheme > end) {
		return hideShortLogin(url, end, hide);
	}

	const start = scheme + 3;
	if (end === start || harmless.test(url)) {
		return url;
	}

	const colon = url.indexOf(':', start);
	const password = colon < 0 || colon > end ? start : colon + 1;
	return hideBetween(url, password, end, hide);
}

/** Stacks name files by URLs, and packages have an "@" in their names. */
const harmless = /^[('[]*(?:file|node|data):/i;

/** `user:password@host`; an address of mail may stand behind a word and a colon too. */
function hideShortLogin(text: string, end: number, hide: Hide): string {
	const colon = text.indexOf(':');
	return colon < 0 ||
		colon > end ||
		/(?:mailto|from|to|cc|user|by)$/i.test(text.slice(0, colon))
		? text
		: hideBetween(text, colon + 1, end, hide);
}

function hideBetween(text: string, start: number, end: number, hide: Hide): string {
	const secret = text.slice(start, end).replace(/^\/+/, '');
	return secret === ''
		? text
		: text.slice(0, end - secret.length) + hide(decoded(secret)) + text.slice(end);
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
