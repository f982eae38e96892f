import {paragraphs} from '../../widgets/lines.js';
import type {Line} from '../../widgets/scroll.js';

/** What a review is, what an apply does, and how to read the signs. */
export function reviewHelp(trialSeconds: number, width: number): readonly Line[] {
	const story = [
		'The review shows everything before anything is changed. Move down line by line: first what to know, then what you answered, page by page, and then each rule that would change. Enter on a line that belongs to a page leads there; when it is answered, you are back on the same line.',
		`Apply puts all of it into effect at once, on trial. Before that, the kernel checks the new rules and real packets are sent through them; afterwards you have ${trialSeconds} seconds to keep them. If nobody does, the old rules come back by themselves, also when this session is cut off.`,
		'Save keeps the answers and applies nothing. Raw rules are the rules as the kernel gets them, for somebody who knows nftables.',
	];
	return [
		...paragraphs(story, width),
		{text: 'The signs', isBold: true},
		...signs.map(([mark, text]) => ({mark: {text: mark, colour: undefined}, text})),
	];
}

const signs = [
	['+', 'becomes possible: a rule, or an address in it, that is new'],
	['-', 'is no longer possible'],
	['~', 'stays, but not as it was; beside an answer: changed since the last apply'],
	['!', 'wants attention, and keeps nothing from being applied'],
] as const;
