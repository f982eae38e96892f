import {asciiMarks, type Marks} from '../../reports/marks.js';
import {numbered, type ReviewItem} from '../screens/review/review-items.js';
import {steps} from '../steps/index.js';
import {asSentence} from './as-sentence.js';

/** Marks that are words. */
export const spokenMarks: Marks = {
	...asciiMarks,
	verdict: {
		pass: 'Pass:',
		warn: 'Warning:',
		fail: 'Attention:',
		skipped: 'Skipped:',
		unprovable: 'Unprovable:',
	},
	done: 'Good:',
	attention: 'Note:',
};

const signs: Readonly<Record<string, string>> = {
	'+': 'New:',
	'-': 'No longer:',
	'~': 'Changed:',
};

/** A line of the review, or a few that belong together, as a sentence; none for a gap. */
export function itemInWords({lines}: ReviewItem): readonly string[] {
	const text = lines.map(line => line.text.trim()).join(' ');
	if (text === '') {
		return [];
	}

	const mark = lines[0]?.mark?.text.trim() ?? '';
	const sentence = withPage(text);
	return [
		[signs[mark] ?? mark, asSentence(sentence)].filter(part => part !== '').join(' '),
	];
}

/** `2 Viewers  10.20.0.0/16` is told as a page. */
function withPage(text: string): string {
	const index = steps.findIndex(step => text.startsWith(numbered(step)));
	const step = steps[index];
	return step === undefined
		? text
		: `Page ${index + 1}, ${step.title}: ${text.slice(numbered(step).length).replace(/^:?\s+/, '')}`;
}
