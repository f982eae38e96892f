import {createHash} from 'node:crypto';
import {plainText} from '../plain-text.js';
import {firstFew} from '../reports/list-in-words.js';
import {inNaturalOrder} from './in-natural-order.js';
import type {AnswerSummary} from './server-summary.js';

/** Enough to tell lists apart, and to be read out over the phone. */
const digits = 12;

/** An answer in few words; the order of a list means nothing. */
export function summariseAnswer(
	path: string,
	value: string | number | boolean | null | readonly string[],
): AnswerSummary {
	const items = Array.isArray(value)
		? value.toSorted(inNaturalOrder)
		: [String(value ?? 'none')];
	const whole = JSON.stringify(items);
	const words = firstFew(items.map(item => plainText(item, 80))) || 'none';
	const isShort = items.length <= 3 && whole.length <= 200;
	const identity = isShort ? whole : fingerprintOf(whole);
	return {
		path: plainText(path),
		value: isShort ? words : `${words} (fingerprint ${identity})`,
		identity,
	};
}

function fingerprintOf(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, digits);
}
