import {isDeepStrictEqual} from 'node:util';
import type {Answers} from '../answers/schema.js';
import type {Machine} from '../machine.js';
import {withAddresses} from '../policy/followed-names.js';
import type {Candidate} from '../transaction/generations.js';
import type {Plan} from './plan.js';

/** Whether an apply would change anything: a rule, or only what is kept of the answers. */
export async function wouldChange(
	{policy, changes}: Pick<Plan, 'policy' | 'changes'>,
	answers: Answers,
	{backend, transactions, answers: saved}: Machine,
): Promise<boolean> {
	if (changes.length > 0) {
		return true;
	}

	if (backend.name === 'files') {
		// Damaged ones are as good as none: an apply writes them anew.
		return !isDeepStrictEqual(await saved.read().catch(() => undefined), answers);
	}

	const newest = await transactions.newest();
	return newest === undefined || !isSameCandidate(newest, {policy, answers});
}

/**
 * Warnings, and what followed names stand for, are of the moment: they come and go without
 * the rules.
 */
function isSameCandidate(a: Candidate, b: Candidate): boolean {
	const rulesOf = ({policy}: Candidate) => withAddresses(policy, new Map()).rules;
	return (
		isDeepStrictEqual(rulesOf(a), rulesOf(b)) && isDeepStrictEqual(a.answers, b.answers)
	);
}
