import {catalogue} from '../../catalogue/catalogue.js';
import type {Chapter, DocumentFact} from '../document.js';
import type {ConnectionRow} from './connection-rows.js';
import {namesIn, portInWords} from './row-cells.js';

/** What became of destinations, and what else is known of rows of the list. */
export function knownOfRows(rows: readonly ConnectionRow[]): readonly Chapter[] {
	const facts = rows.flatMap(factsOf);
	return facts.length === 0
		? []
		: [
				{
					id: 'known',
					title: 'What is known of single rows',
					blocks: [{kind: 'facts', facts}],
				},
			];
}

function factsOf(row: ConnectionRow): readonly DocumentFact[] {
	const {retired, notes = []} = catalogue.find(({id}) => id === row.id) ?? {};
	const name = `${namesIn(row.destination)}, ${portInWords(row)}`;
	const sentences = [
		...(retired !== undefined && row.standing.state === 'retired'
			? [`Retired: ${retired.text} ${whatToDo}`]
			: []),
		...notes,
	];
	return sentences.map((text, index) => [index === 0 ? name : '', text] as const);
}

const whatToDo =
	'Nothing has to be permitted for it, and a rule that is there already can go.';
