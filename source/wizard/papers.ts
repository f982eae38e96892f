import type {Marks} from '../reports/marks.js';
import {audiences, endings, type Format} from '../reports/report-kinds.js';
import type {Site} from '../reports/site.js';

/** What can be read here, and saved to be handed on: the reports, and the answers file. */
export const papers = [...audiences, 'everything', 'answers-file'] as const;
export type Paper = (typeof papers)[number];

/** A page first: it is what the other teams can open and print. */
const reportFormats: readonly Format[] = ['html', 'markdown', 'text', 'csv', 'json'];

/** How the name of its file can end: `.html, .md, .txt, .csv or .json` */
export function endingsInWords(paper: Paper): string {
	const all =
		paper === 'answers-file'
			? ['.yaml', '.json']
			: reportFormats.map(format => `.${endings[format]}`);
	return `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}

export type PaperTexts = {
	/** What they tell of; undefined where nothing was tried yet. */
	readonly run: Site['run'];
	/** The name of its file, where none else is given. */
	readonly fileName: (paper: Paper) => string;
	/** A paper as it is read on a screen. */
	readonly readable: (
		paper: Paper,
		look: {readonly marks: Marks; readonly width: number},
	) => string;
	/**
	 * A paper as it stands in a file: the ending of its name chooses the format.
	 * @throws Failure `file.failed` for an ending that chooses none
	 */
	readonly written: (paper: Paper, path: string) => string;
};
