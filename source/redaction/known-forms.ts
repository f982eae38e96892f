import {coresInBase64, formsOf} from './forms-of.js';
import type {Hide, Secret} from './secret.js';

/** Hides secrets that are known, in whatever form they stand in a text. */
export function knownForms(secrets: readonly Secret[], hide: Hide): Hide {
	const findWhole = finderOf(secrets, formsOf);
	const findInside = finderOf(secrets, coresInBase64);
	return text => {
		const words = hideFound(text, findWhole(text), hide);
		return hideFound(words, wholeRuns(words, findInside(words)), hide);
	};
}

type Found = {readonly start: number; readonly end: number; readonly secret: string};

function finderOf(
	secrets: readonly Secret[],
	formsIn: (secret: Secret) => readonly string[],
): (text: string) => Iterable<Found> {
	// The longest first, so that nothing of one is left over where another is a part of it.
	const forms = secrets
		.flatMap(secret => formsIn(secret).map(form => ({form, secret: secret.value})))
		.toSorted((a, b) => b.form.length - a.form.length);
	const pattern = new RegExp(forms.map(({form}) => `(${form})`).join('|') || '(?!)', 'g');
	return function* find(text) {
		for (const {0: found, index: start, ...groups} of text.matchAll(pattern)) {
			const which = forms.findIndex((_, index) => groups[index + 1] !== undefined);
			yield {start, end: start + found.length, secret: forms[which]?.secret ?? found};
		}
	};
}

function hideFound(text: string, found: Iterable<Found>, hide: Hide): string {
	const parts: string[] = [];
	let last = 0;
	for (const {start, end, secret} of found) {
		parts.push(text.slice(last, start), hide(secret));
		last = end;
	}

	return parts.join('') + text.slice(last);
}

/** A secret inside of something longer in base64 is hidden with all of that. */
function* wholeRuns(text: string, found: Iterable<Found>): Iterable<Found> {
	let last = 0;
	for (const {start, end, secret} of found) {
		if (start >= last) {
			const first = startOfRun(text, start, last);
			last = endOfRun(text, end);
			yield {start: first, end: last, secret};
		}
	}
}

function startOfRun(text: string, from: number, least: number): number {
	let at = from;
	while (at > least && /[\w+/-]/.test(text.charAt(at - 1))) {
		at -= 1;
	}

	return at;
}

function endOfRun(text: string, from: number): number {
	let at = from;
	while (/[\w+/=-]/.test(text.charAt(at))) {
		at += 1;
	}

	return at;
}
