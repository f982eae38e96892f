import {checkAnswersFiles} from '../answers/check-files.js';
import type {Answers} from '../answers/schema.js';
import {Failure} from '../failure.js';
import {renderFaults} from './render-faults.js';

/**
 * The answers of some files, of which a later one counts for more.
 * @throws Failure `answers.invalid` with every fault
 */
export async function answersFromFiles(paths: readonly string[]): Promise<Answers> {
	const {answers, faults} = await checkAnswersFiles(paths);
	if (answers === undefined) {
		throw new Failure('answers.invalid', renderFaults(paths, faults));
	}

	return answers;
}
