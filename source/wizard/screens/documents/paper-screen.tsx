import type {Paper, PaperTexts} from '../../papers.js';
import {plainLines} from '../../widgets/lines.js';
import {useLook} from '../../widgets/look.js';
import {documentsTitle, titleOfPaper} from '../../words/documents.js';
import {ReadingScreen, type ReadingScreenProps} from '../reading-screen.js';

export type PaperScreenProps = Omit<ReadingScreenProps, 'title' | 'subject' | 'lines'> & {
	readonly paper: Paper;
	readonly texts: PaperTexts;
};

/** One of the documents, as text. */
export function PaperScreen({paper, texts, ...screen}: PaperScreenProps) {
	const {marks, columns} = useLook();
	const width = columns - 2;
	const lines = texts
		.readable(paper, {marks, width})
		.trimEnd()
		.split('\n')
		// Only the answers file has lines that do not know of the width.
		.flatMap(text => (text.length <= width ? [{text}] : plainLines(text, width)));
	return (
		<ReadingScreen
			title={documentsTitle}
			subject={titleOfPaper(paper)}
			lines={lines}
			{...screen}
		/>
	);
}
