import {remarkSchema} from '../../answers/answer-texts.js';
import type {Draft} from '../../answers/schema.js';
import type {Inquiry} from '../../flow/inquiries/inquiry.js';
import {keyOfQuestion} from '../../flow/inquiries/inquiry.js';
import type {Field} from '../field.js';
import type {WizardStep} from '../step.js';
import type {Heard} from './heard.js';

/** Asks why a value is kept that does not work. */
export const reasonField: Field = {
	kind: 'text',
	id: 'notes',
	label: 'Kept because',
	example: 'the port is opened on Monday',
	isOptional: true,
	isAside: true,
};

type Notes = NonNullable<Draft['notes']>;

/** The notes that a page begins with, by the question whose value each one is about. */
export type KeptNotes = ReadonlyMap<string, string>;

export function keptNotes(
	inquiries: readonly Inquiry[],
	{notes = {}}: Pick<Draft, 'notes'>,
): KeptNotes {
	return new Map(
		inquiries.flatMap(({path, question}) => {
			const note = notes[path];
			return note === undefined ? [] : [[keyOfQuestion(question), note] as const];
		}),
	);
}

/** What a reason is for: what has failed, and what was kept before and is not known again yet. */
export function inNeedOfReason(
	heard: readonly Heard[],
	kept: KeptNotes,
): readonly Heard[] {
	return heard.filter(({key, reply}) =>
		reply === undefined ? kept.has(key) : reply.verdict === 'fail',
	);
}

/** Whether every value that a reason was for has become another one. */
export function isOutdated(before: readonly Heard[], after: readonly Heard[]): boolean {
	const keys = new Set(after.map(({key}) => key));
	return before.length > 0 && !before.some(({key}) => keys.has(key));
}

/** What is wrong with a reason, or undefined. */
export function faultInReason(reason: string): string | undefined {
	return remarkSchema.safeParse(reason).error?.issues[0]?.message;
}

/** What a page ends with. */
export type PageEnd = {
	readonly heard: readonly Heard[];
	readonly kept: KeptNotes;
	readonly reason: string;
};

/** The notes once a page is answered: those of the others, and its own as far as they hold. */
export function notesAfter(
	{sections}: Pick<WizardStep, 'sections'>,
	{notes = {}}: Pick<Draft, 'notes'>,
	{heard, kept, reason}: PageEnd,
): Notes {
	const isOwn = (path: string) =>
		sections.some(section => path.startsWith(`${section}.`));
	const others = Object.entries(notes).filter(([path]) => !isOwn(path));
	// Several notes of one page share a field: as long as nobody writes there, each stays.
	const isUnchanged = reason === firstOf(kept);
	const own = inNeedOfReason(heard, kept).flatMap(({path, key}) => {
		const note = isUnchanged ? (kept.get(key) ?? reason) : reason;
		return note === '' ? [] : [[path, note] as const];
	});
	return Object.fromEntries([...others, ...own]);
}

/** The reason that a page begins with. */
export function firstOf(kept: KeptNotes): string {
	return kept.values().next().value ?? '';
}
