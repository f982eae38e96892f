import type {Backend} from '../../firewall/backend.js';
import type {Plan} from '../../flow/plan.js';

/** What an apply would mean: where files are written, or nothing changes, there is no trial. */
export function reviewPromise(
	plan: Plan | undefined,
	{name}: Pick<Backend, 'name'>,
	trialSeconds: number,
): string {
	const notYet = 'Nothing has been changed yet.';
	const isTried = name === 'nftables' && (plan?.changes.length ?? 0) > 0;
	return isTried
		? `${notYet} When you apply, you have ${trialSeconds} seconds to keep the new rules; otherwise the old ones come back by themselves.`
		: notYet;
}
