import {counted} from '../../reports/counted.js';
import {formatBytes} from '../../support/cut.js';
import type {EvidenceItem} from '../../support/evidence.js';

export const evidenceTitle = 'Collect evidence for support';

/** What it is for, and what becomes of secrets, in two sentences. */
export const aboutEvidence =
	'One archive of what support needs to see, with passwords and keys taken out. Nothing is changed here, and nothing is written before you save it.';

/** For whoever cannot get on by themselves. */
export const evidenceIsHere =
	'"analytics-setup support-bundle" collects what support needs to see.';

/** Whether the names and addresses of the site can be read in it. */
export function namesNote(isAnonymous: boolean): string {
	return isAnonymous
		? 'Names and addresses are replaced by tokens: equal ones stay equal.'
		: 'Names and addresses can be read in it.';
}

/** `21 items, 145 KB` */
export function itemsInWords(items: readonly EvidenceItem[]): string {
	const bytes = items.reduce((sum, item) => sum + item.bytes, 0);
	return `${counted(items.length, 'item', 'items')}, ${formatBytes(bytes)}`;
}

/** `System log: 256 KB, cut to the last 256 KB` */
export function itemInWords({title, bytes, note}: EvidenceItem): string {
	return `${title}: ${formatBytes(bytes)}${note === undefined ? '' : `, ${note}`}`;
}
