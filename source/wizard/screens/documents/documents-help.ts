import {labelled, plainLines} from '../../widgets/lines.js';
import type {Line} from '../../widgets/scroll.js';
import {namingInWords, paperOptions} from '../../words/documents.js';

const keys = [
	['Enter', 'reads it here, as text'],
	['S', 'saves it to a file that only its owner can read'],
	['Esc', 'goes back'],
] as const;

/** What each of the documents is for, and how it gets to those who need it. */
export function documentsHelp(width: number): readonly Line[] {
	return [
		...plainLines(
			'The list of the vendor, rewritten for this site: for people who have never seen this program. Nothing here changes this server.',
			width,
		),
		...paperOptions.flatMap(({label, about}) => [
			{text: ''},
			{text: label, isBold: true},
			...plainLines(about, width),
		]),
		{text: ''},
		{text: 'Keys', isBold: true},
		...keys.flatMap(([name, text]) => labelled(name, text, {nameColumns, width})),
		{text: ''},
		...plainLines(`A report: ${namingInWords('everything')}`, width),
		...plainLines(`The answers file: ${namingInWords('answers-file')}`, width),
	];
}

const nameColumns = 8;
