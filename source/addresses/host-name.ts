import {domainToASCII} from 'node:url';
import {parseAddress} from './address.js';
import {quoted} from './quoted.js';
import type {Reading} from './reading.js';

/**
 * Reads a host name that a person typed and gives it as the DNS knows it: lower case,
 * internationalised names in their ASCII form (IDNA), at most 253 characters in labels of
 * at most 63 letters, digits and hyphens (RFC 1123 section 2.1, RFC 5891).
 */
export function readHostName(text: string): Reading<string> {
	const name = text.replace(/\.$/, '');
	if (name === '') {
		return {fault: 'A host name is needed here, for example mssql.uni.edu.'};
	}

	const stray = /[\s/:@?#%\\[\]<>"|^`{}]/.exec(name);
	if (stray !== null) {
		return {fault: faultInCharacter(text, stray[0])};
	}

	const ascii = domainToASCII(name);
	const fault = faultInName(text, name, ascii);
	return fault === undefined ? {value: ascii} : {fault};
}

function faultInName(text: string, name: string, ascii: string): string | undefined {
	// Browsers, and so domainToASCII, read 0x7f.1 and 2130706433 as addresses.
	if ([name, ascii].some(each => parseAddress(each) !== undefined)) {
		return `${quoted(text)} is or becomes an address, not a host name.`;
	}

	if (ascii === '') {
		return `${quoted(text)} is not a host name.`;
	}

	if (ascii.length > 253) {
		return `This host name has ${ascii.length} characters; at most 253 are allowed.`;
	}

	const label = ascii.split('.').find(part => faultInLabel(part) !== undefined);
	if (label !== undefined) {
		return `${quoted(text)}: ${faultInLabel(label)}`;
	}

	return /(?:^|\.)\d+$/.test(ascii)
		? `${quoted(text)} ends in a number, so it is neither a host name nor an address.`
		: undefined;
}

function faultInLabel(label: string): string | undefined {
	if (label === '') {
		return 'two dots stand side by side, or the name begins with one.';
	}

	if (label.length > 63) {
		return `"${label.slice(0, 12)}…" has ${label.length} characters; at most 63 are allowed between two dots.`;
	}

	if (label.startsWith('-') || label.endsWith('-')) {
		return `${quoted(label)} begins or ends with a hyphen.`;
	}

	return /^[a-z\d-]+$/.test(label)
		? undefined
		: `${quoted(label)} has a character other than letters, digits and hyphens.`;
}

function faultInCharacter(text: string, character: string): string {
	if (/\s/.test(character)) {
		return `${quoted(text)} has a space in it.`;
	}

	return `${quoted(text)} has ${quoted(character)} in it. Only the name is wanted here, without a protocol, port or path.`;
}
