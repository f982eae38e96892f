import {answersFileText} from '../answers/answers-file-text.js';
import {Failure} from '../failure.js';
import {renderReport, reportFileName} from '../reports/render-report.js';
import {type Audience, type Format, formatOf} from '../reports/report-kinds.js';
import type {Site} from '../reports/site.js';
import {endingsInWords, type Paper, type PaperTexts} from './papers.js';

type Report = Exclude<Paper, 'answers-file'>;

/** The papers of a site, as they are read and as they are written. */
export function paperTexts(site: Site): PaperTexts {
	return {
		run: site.run,
		fileName: paper =>
			paper === 'answers-file'
				? `${site.answers.server.hostname}-answers-${site.moment.slice(0, 10)}.yaml`
				: reportFileName(site, {format: 'html', audience: audienceOf(paper)}),
		readable: (paper, look) =>
			paper === 'answers-file'
				? answersFileText(site.answers)
				: renderReport(site, {format: 'text', audience: audienceOf(paper)}, look),
		written(paper, path) {
			const text =
				paper === 'answers-file'
					? writtenAnswers(site, path)
					: writtenReport(paper, site, formatOf(path));
			if (text === undefined) {
				throw new Failure('file.failed', `Let the name end in ${endingsInWords(paper)}.`);
			}

			return text;
		},
	};
}

function writtenReport(
	paper: Report,
	site: Site,
	format: Format | undefined,
): string | undefined {
	return format && renderReport(site, {format, audience: audienceOf(paper)});
}

function writtenAnswers({answers}: Site, path: string): string | undefined {
	if (/\.ya?ml$/i.test(path)) {
		return answersFileText(answers);
	}

	return formatOf(path) === 'json'
		? `${JSON.stringify(answers, undefined, 2)}\n`
		: undefined;
}

function audienceOf(paper: Report): Audience | undefined {
	return paper === 'everything' ? undefined : paper;
}
