import {checkAnswers} from '../answers/check.js';
import {readAnswersFile} from '../answers/file.js';
import type {Remark} from '../answers/remark.js';
import type {Answers} from '../answers/schema.js';
import {Failure} from '../failure.js';

/**
 * The answers of a file.
 * @throws Failure `answers.invalid` with every fault
 */
export async function answersFromFile(path: string): Promise<Answers> {
	const {answers, faults} = checkAnswers(await readAnswersFile(path));
	if (answers === undefined) {
		throw new Failure(
			'answers.invalid',
			[faultCount(path, faults), ...faults.map(renderRemark)].join('\n'),
		);
	}

	return answers;
}

/** `"site.yaml" has 2 faults:` */
export function faultCount(path: string, faults: readonly Remark[]): string {
	return `"${path}" has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:`;
}

/** `  viewers.subnets[1] = "10.20.0.0/33": an IPv4 prefix is at most /32.` */
export function renderRemark({path, value, reason}: Remark): string {
	const given =
		value === null || typeof value === 'object' ? '' : ` = ${JSON.stringify(value)}`;
	return `  ${path === '' ? 'the file' : path}${given}: ${reason}`;
}
