import {catalogue} from '../../../catalogue/catalogue.js';
import type {Connection} from '../../../catalogue/connection.js';
import {wrap} from '../../../reports/wrap.js';
import type {Field} from '../../field.js';
import type {WizardStep} from '../../step.js';
import {paragraphs} from '../../widgets/lines.js';
import type {Line} from '../../widgets/scroll.js';

/** The longer story of a page: what it is about, examples, and the rows of the list behind it. */
export function helpLines(
	{question, help, fields, feeds}: WizardStep,
	width: number,
): readonly Line[] {
	const examples = fields.flatMap(exampleOf);
	const meanings = fields.flatMap(meaningsIn);
	const rows = catalogue.filter(({id}) => feeds.includes(id));
	return [
		...paragraphs([question], width, {isBold: true}),
		...paragraphs(meanings, width),
		...paragraphs(help, width),
		...(examples.length === 0
			? []
			: paragraphs([`For example: ${examples.join('; ')}.`], width)),
		...(rows.length === 0
			? []
			: [
					{text: "In the vendor's list", isBold: true},
					...rows.flatMap(row => about(row, width)),
				]),
	];
}

/** What each option means: on the page only that of the one pointed at is told. */
export function meaningsIn(field: Field): readonly string[] {
	return field.kind === 'choice'
		? field.options.flatMap(({label, meaning}) =>
				meaning === undefined ? [] : [`${label}: ${meaning}`],
			)
		: [];
}

function exampleOf(field: Field): readonly string[] {
	return 'example' in field ? [`${field.label.toLowerCase()} ${field.example}`] : [];
}

/** A row in the words of the vendor's document, and what is known of it beside that. */
function about(
	{source, destination, port, usage, notes = []}: Connection,
	width: number,
) {
	const end = destination === undefined ? '' : ` to ${destination}`;
	return [
		...wrap(`${port}, ${source}${end}: ${usage}`, width),
		...notes.flatMap(note => wrap(note, width - 2).map(text => `  ${text}`)),
		'',
	].map((text): Line => ({text}));
}
