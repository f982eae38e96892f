import {paragraphs} from '../../widgets/lines.js';
import type {Line} from '../../widgets/scroll.js';

const story = [
	'Support asks for this when something does not work and nobody sees why. It is one archive with what this program knows and what this server says of itself: versions, answers, rules, results, the journal of the changes, resolvers, routes, the clock and the part of the system log that is about them.',
	'It is only looked at: nothing of this server is changed by it. Each item has its limits in time and in size, and the list says what was cut or could not be had.',
	'Passwords, keys and other secrets are replaced by tokens before anything is written. N does the same to the names and addresses of this site: equal ones get equal tokens, so that support can still follow them.',
	'An index inside tells what is in each file. Look into it before you send it: it is yours. Without the wizard, "analytics-setup support-bundle" makes the same.',
] as const;

/** What is collected, and what becomes of what nobody else should read. */
export function evidenceHelp(width: number): readonly Line[] {
	return paragraphs(story, width);
}
