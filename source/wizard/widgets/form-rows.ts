import type {Field} from '../field.js';
import type {ReplyNote} from '../inquiries/reply-note.js';

export type FormRows = {
	/** The rows between two fields. A reply stands there, so that nothing moves. */
	readonly gap: 0 | 1;
	/** How many rows a list has. */
	readonly forLists: number;
};

/** What there is to be drawn, and where. */
export type FormDrawing = {
	readonly shown: readonly Field[];
	readonly focus: string;
	readonly replies: ReadonlyMap<string, ReplyNote>;
	/** How many rows there are for all the fields. */
	readonly height: number;
};

/** Where a list is no use with fewer rows. */
const fewestForLists = 3;

/** Shares out the rows of a form: where they are few, nothing is left empty between fields. */
export function formRows({shown, focus, replies, height}: FormDrawing): FormRows {
	const others = shown
		.filter(({kind}) => kind !== 'list')
		.reduce((sum, field) => sum + (field.id === focus ? rowsOf(field) : 1), 0);
	const lists = shown.some(({kind}) => kind === 'list') ? 1 : 0;
	const withGaps = others + shown.length - 1;
	if (withGaps + lists * fewestForLists <= height) {
		return {gap: 1, forLists: height - withGaps};
	}

	const said = shown.filter(({id}) => replies.has(id)).length;
	return {gap: 0, forLists: Math.max(fewestForLists, height - others - said)};
}

function rowsOf(field: Field): number {
	return field.kind === 'choice' ? field.options.length : 1;
}
