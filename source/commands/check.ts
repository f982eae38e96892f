import process from 'node:process';
import {checkAnswersFiles} from '../answers/check-files.js';
import type {PlacedRemark} from '../answers/remark.js';
import {exitCode} from '../exit-code.js';
import {namesOf} from './file-names.js';
import type {JsonFlag} from './flags.js';
import {print, printJson} from './output.js';
import {renderFaults, renderRemark} from './render-faults.js';

/** Says everything that is wrong with some answers files, which together are the answers. */
export async function check(paths: readonly string[], {json}: JsonFlag): Promise<void> {
	const {answers, faults, warnings} = await checkAnswersFiles(paths);
	const valid = answers !== undefined;
	process.exitCode = valid ? exitCode.done : exitCode.usage;
	if (json) {
		printJson({schema: 1, valid, faults, warnings});
	} else {
		print(valid ? renderValid(paths, warnings) : renderFaults(paths, faults));
	}
}

function renderValid(
	paths: readonly string[],
	warnings: readonly PlacedRemark[],
): string {
	const verdict = paths.length === 1 ? 'is valid' : 'together are valid';
	const advice = warnings.length === 0 ? [] : ['Allowed, but is it meant?'];
	return [`${namesOf(paths)} ${verdict}.`, ...advice, ...warnings.map(renderRemark)].join(
		'\n',
	);
}
