import type {Hint} from './widgets/hints.js';

/** Every letter that does something, and what it does: the same on every screen. */
export const letters = {
	a: 'apply',
	c: 'QR code',
	d: 'documents',
	g: 'go on here',
	k: 'keep',
	l: 'log in',
	m: 'message',
	n: 'hide names',
	o: 'observe',
	p: 'probe again',
	q: 'leave',
	r: 'raw rules',
	s: 'save',
	t: 'try this row',
	u: 'undo',
	v: 'plain text',
	w: 'wait',
} as const;

export type Letter = keyof typeof letters;

/** A letter for the footer; what it does may be said in words that fit the screen better. */
export function hintFor(letter: Letter, does: string = letters[letter]): Hint {
	return [letter.toUpperCase(), does];
}
