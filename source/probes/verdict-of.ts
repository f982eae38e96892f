import {diagnoses} from './diagnoses.js';
import type {Judgement} from './judgement.js';
import type {Verdict} from './verdict.js';

/** A failure beside something that works is only a warning. */
export function verdictOf({
	cause,
	isSoftened,
}: Pick<Judgement, 'cause' | 'isSoftened'>): Verdict {
	const verdict = cause === null ? 'pass' : diagnoses[cause].verdict;
	return verdict === 'fail' && isSoftened === true ? 'warn' : verdict;
}
