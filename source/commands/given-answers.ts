import type {Answers} from '../answers/schema.js';
import type {CommonFlags} from './flags.js';

/** The answers of `--answers`, where it was given. */
export async function givenAnswers(
	paths: CommonFlags['answers'],
): Promise<Answers | undefined> {
	return paths === undefined ? undefined : fromFiles(paths);
}

/**
 * The answers of some files. Only a command that is given one needs the YAML library.
 * @throws Failure `answers.invalid` with every fault
 */
export async function fromFiles(paths: readonly string[]): Promise<Answers> {
	const {answersFromFiles} = await import('./answers-from-files.js');
	return answersFromFiles(paths);
}
