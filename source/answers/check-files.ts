import {stepsOf} from './answer-path.js';
import type {AnswersDocument} from './answers-document.js';
import {checkAnswers} from './check.js';
import {readAnswersFile} from './file.js';
import {mergeAnswers} from './merge-answers.js';
import type {Place, PlacedRemark, Remark} from './remark.js';
import type {Answers} from './schema.js';

export type CheckedFiles =
	| {
			readonly answers: Answers;
			readonly faults: readonly [];
			/** What is allowed but may not be what was meant. */
			readonly warnings: readonly PlacedRemark[];
	  }
	| {
			readonly answers?: never;
			readonly faults: readonly PlacedRemark[];
			readonly warnings: readonly [];
	  };

/**
 * Every fault of the answers in these files, each where it was written; or the answers. A
 * later file counts for more, and only all of them together must be complete.
 *
 * @throws Failure `answers.unreadable` where a file cannot be read at all
 */
export async function checkAnswersFiles(paths: readonly string[]): Promise<CheckedFiles> {
	const read = await Promise.all(paths.map(readAnswersFile));
	const documents = read.flatMap(({document}) => document ?? []);
	if (documents.length < read.length) {
		return {faults: read.flatMap(({faults}) => faults), warnings: []};
	}

	const merged = mergeAnswers(documents.map(({settings}) => settings));
	const checked = checkAnswers(merged);
	const {answers, faults} = checked;
	const placed = (remark: Remark) => ({...remark, ...placeOf(documents, remark.path)});
	const all = [...otherVersions(documents), ...faults.map(placed)].toSorted(
		byPlace(paths),
	);
	return answers === undefined || all.length > 0
		? {faults: all, warnings: []}
		: {
				answers,
				faults: [],
				get warnings() {
					return checked.warnings.map(placed);
				},
			};
}

/** Where a path was written: in the last file that has it, for that one counts. */
function placeOf(documents: readonly AnswersDocument[], path: string): Place {
	const steps = stepsOf(path);
	// A setting replaces an earlier one whole, so what is missing in it is missing here.
	const owner =
		documents.findLast(({has}) => has(steps.slice(0, 2))) ??
		documents.findLast(({has}) => has(steps.slice(0, 1))) ??
		documents.at(-1);
	return owner?.placeOf(steps) ?? {file: '', line: 1, column: 1};
}

/** Files of different versions cannot be merged: the same word may mean something else. */
function otherVersions(documents: readonly AnswersDocument[]): readonly PlacedRemark[] {
	const versioned = documents.filter(({has}) => has(['version']));
	const [first, ...others] = versioned;
	return others
		.filter(({settings}) => settings.version !== first?.settings.version)
		.map(({settings, placeOf: placeIn}) => ({
			...{path: 'version', value: settings.version},
			reason: `The files must agree, and "${first?.file}" has another version.`,
			...placeIn(['version']),
		}));
}

/** As somebody meets them who reads the files from their beginning. */
function byPlace(paths: readonly string[]): (a: Place, b: Place) => number {
	return (a, b) =>
		paths.indexOf(a.file) - paths.indexOf(b.file) ||
		a.line - b.line ||
		a.column - b.column;
}
