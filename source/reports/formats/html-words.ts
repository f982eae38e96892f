import {isIP} from 'node:net';
import {onOneLine} from './words.js';

/** Text as it may stand between tags and in attributes. */
export function escapeHtml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}

/** Words with addresses, ports and names of hosts set as code, and places to break. */
export function htmlWords(text: string): string {
	return onOneLine(text)
		.split(listedPort)
		.map((part, index) =>
			index % 2 === 1 ? `<code>${part}</code>` : part.split(' ').map(wordOf).join(' '),
		)
		.join('');
}

/** As the vendor's list writes it: `443 TCP`. */
const listedPort = /(?<=^|[ (])(\d{1,5}(?:-\d{1,5})? (?:TCP|UDP))\b/;

function wordOf(word: string): string {
	if (word.length > longestName) {
		return breakable(word);
	}

	const [, before = '', core = '', after = ''] = withPunctuation.exec(word) ?? [];
	return isTechnical(core)
		? `${escapeHtml(before)}<code>${breakable(core)}</code>${escapeHtml(after)}`
		: breakable(word);
}

/** A name of a host has at most 253 characters, its port six more. */
const longestName = 260;

/** An address may end in two colons, but not in one. */
const withPunctuation = /^([("“]*)(.*?)((?:(?<!:):)?[)"”,;.…]*)$/u;

function isTechnical(word: string): boolean {
	return isIP(word.replace(/\/\d{1,3}$/, '')) !== 0 || technical.test(word);
}

const technical =
	/^(?:\d{1,5}(?:-\d{1,5})?\/(?:tcp|udp)|[a-z]+:\/\/\S+|(?:[a-z\d_-]+\.)+[a-z]{2,}(?::\d{1,5})?)$/i;

/** A long word may be broken after its signs, and otherwise now and then. */
function breakable(word: string): string {
	if (word.length <= longWord) {
		return escapeHtml(word);
	}

	const pieces = word.match(/[^./:@_-]{0,16}[./:@_-]{1,16}|[^./:@_-]{1,16}/gu) ?? [];
	return pieces.map(escapeHtml).join('<wbr>');
}

/** Eight columns of such words fit on paper. */
const longWord = 20;
