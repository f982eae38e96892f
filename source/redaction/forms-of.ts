import {Buffer} from 'node:buffer';
import {plainText} from '../plain-text.js';
import {howeverWritten, literally} from './letter-patterns.js';
import type {Secret} from './secret.js';

/** The forms in which a secret stands in texts and protocols, as regular expressions. */
export function formsOf({value, user}: Secret): readonly string[] {
	const lines = value.split(/\r?\n/).filter(({length}) => length >= leastOfLine);
	const written = [value, plainText(value, Number.POSITIVE_INFINITY), ...lines];
	const encoded = [
		...(['utf8', 'utf16le'] as const).map(encoding => Buffer.from(value, encoding)),
	].flatMap(bytes => [bytes.toString('hex'), bytes.toString('hex').toUpperCase()]);
	return [
		...[...new Set(written)].filter(form => form !== '').map(howeverWritten),
		...[...encoded, ...pairsOf(value, user).map(inBase64)].map(literally),
	];
}

/** A shorter line of a secret of several lines says nothing alone. */
const leastOfLine = 8;

/**
 * The middle of a secret's base64 wherever it begins in what was encoded: of three bytes
 * become four letters, so there are three ways. Too short a middle stands in many words.
 */
export function coresInBase64({value}: Secret): readonly string[] {
	const bytes = Buffer.from(value);
	return [0, 1, 2]
		.map(shift => {
			const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64url');
			const isWhole = (shift + bytes.length) % 3 === 0;
			return text.slice(shift === 0 ? 0 : shift + 1, isWhole ? undefined : -1);
		})
		.filter(({length}) => length >= leastOfCore)
		.flatMap(core => [core, core.replaceAll('-', '+').replaceAll('_', '/')])
		.map(literally);
}

const leastOfCore = 8;

/** HTTP's Basic and SMTP's AUTH PLAIN (RFC 7617, RFC 4616) carry the user too. */
function pairsOf(value: string, user: string | undefined): readonly string[] {
	return user === undefined
		? [value]
		: [value, `${user}:${value}`, `\0${user}\0${value}`];
}

function inBase64(text: string): string {
	return Buffer.from(text).toString('base64');
}
