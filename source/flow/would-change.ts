import {isDeepStrictEqual} from 'node:util';
import type {Answers} from '../answers/schema.js';
import {areWritten} from '../firewall/artefacts.js';
import type {Machine} from '../machine.js';
import {withAddresses} from '../policy/followed-names.js';
import type {Candidate} from '../transaction/generations.js';
import type {Plan} from './plan.js';

/**
 * Whether an apply would change anything: a rule, or only what is kept of the answers and
 * for the next start.
 */
export async function wouldChange(
	{policy, changes, raw}: Pick<Plan, 'policy' | 'changes' | 'raw'>,
	answers: Answers,
	{backend, transactions, answers: saved}: Machine,
): Promise<boolean> {
	if (changes.length > 0) {
		return true;
	}

	if (backend.name === 'files') {
		// Damaged ones are as good as none: an apply writes them anew.
		const kept = await saved.read().catch(() => undefined);
		return !isDeepStrictEqual(kept, answers) || !(await areWritten(raw));
	}

	const newest = await transactions.newest();
	return (
		newest === undefined ||
		!isSameCandidate(newest, {policy, answers}) ||
		// As it was kept: what followed names stand for now may be something else.
		!(await areWritten(await backend.artefactsOf(newest.policy)))
	);
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
