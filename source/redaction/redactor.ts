import {createHmac, randomBytes} from 'node:crypto';
import {headers} from './headers.js';
import {keys} from './keys.js';
import {knownForms} from './known-forms.js';
import type {Hide, Secret} from './secret.js';
import {settings} from './settings.js';
import {urlLogins} from './url-logins.js';

export type Redactor = {
	/** A text without the secrets that are known, and without what looks like one. */
	readonly redact: (text: string) => string;
	/** How many places it has replaced so far. */
	readonly places: () => number;
	/** How many secrets they held: equal ones are one. */
	readonly secrets: () => number;
};

export type RedactorOptions = {
	readonly secrets?: readonly Secret[];
	/** What stands in the place of a secret; a token unless told. */
	readonly nameOf?: Hide;
};

/**
 * Replaces secrets, whole texts at a time: half a secret cannot be known as one, so texts
 * are cut, and joined, before or after, never in between.
 */
export function redactorFor({
	secrets = [],
	nameOf = tokens(),
}: RedactorOptions = {}): Redactor {
	const names = new Set<string>();
	let places = 0;
	const hide: Hide = secret => {
		const name = nameOf(secret);
		names.add(name);
		places += 1;
		return name;
	};
	const hideKnown = knownForms(
		secrets.filter(({value}) => value !== ''),
		hide,
	);
	return {
		redact: text =>
			[keys, urlLogins, headers, settings].reduce(
				(words, hideShape) => hideShape(words, hide),
				hideKnown(text),
			),
		places: () => places,
		secrets: () => names.size,
	};
}

/**
 * Tokens that are the same for equal secrets, and say nothing about them: their key is
 * random and kept nowhere. Not numbered, since texts are read side by side, and the first
 * one would not always be the first.
 */
export function tokens(key: Uint8Array = randomBytes(32)): Hide {
	return secret => {
		const digest = createHmac('sha256', key).update(secret).digest('hex');
		return `[secret-${digest.slice(0, 8)}]`;
	};
}
