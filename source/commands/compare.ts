import process from 'node:process';
import {compareServers} from '../comparison/compare-servers.js';
import {
	type ComparisonFormat,
	comparisonFormatOf,
} from '../comparison/words/comparison-formats.js';
import {renderComparison} from '../comparison/words/render-comparison.js';
import {exitCode} from '../exit-code.js';
import {Failure} from '../failure.js';
import {documentsOf} from '../host/documents.js';
import {plainText} from '../plain-text.js';
import type {JsonFlag} from './flags.js';
import {outputWidth, print, tell} from './output.js';
import {readReports} from './read-reports.js';
import {
	type OutputFlags,
	refuseForceWithoutFile,
	refusePageOnTerminal,
	writeDocument,
} from './write-document.js';

type CompareFlags = JsonFlag &
	OutputFlags & {
		/** By the ending of the file, unless told. */
		readonly format?: ComparisonFormat;
	};

/** Tells which rows differ between servers, and why, by the reports of each. */
export async function compare(
	paths: readonly string[],
	flags: CompareFlags,
): Promise<void> {
	const {output, json, force} = flags;
	const format = json
		? 'json'
		: (flags.format ?? comparisonFormatOf(output ?? '') ?? 'text');
	refuseForceWithoutFile(flags);
	refusePageOnTerminal(flags, format);
	const {reports, unread} = await readReports(paths);
	for (const {file, reason} of unread) {
		tell(`"${plainText(file)}" is not compared. ${reason}`);
	}

	if (reports.length < 2) {
		throw new Failure('usage', 'There are no two reports to compare.', {
			remedies: [
				'Name the files of two or more servers, each written by: analytics-setup report --json --output FILE',
			],
		});
	}

	const text = renderComparison(compareServers(reports), unread, {
		format,
		width: outputWidth(),
	});
	process.exitCode = unread.length === 0 ? exitCode.done : exitCode.usage;
	if (output === undefined || output === '-') {
		print(text);
	} else {
		const options = {mayReplace: force === true};
		await writeDocument({documents: documentsOf()}, output, text, options);
	}
}
