import {type NamesStanding, troubleAmong} from '../../flow/names-standing.js';
import {unfollowedAmong} from '../../flow/unfollowed-names.js';

/**
 * That something is amiss with the names that rules follow, in one sentence; undefined
 * where nothing is. The command that tells all of it is named where there is more.
 */
export function troubleInShort(standing: NamesStanding, now: number): string | undefined {
	const unfollowed = unfollowedAmong(standing).length;
	if (unfollowed > 0) {
		return `nobody follows ${unfollowed === 1 ? 'a name' : `${unfollowed} names`} of the rules: ${whereAll} tells what to do`;
	}

	const [first, ...others] = troubleAmong(standing, now);
	return first === undefined || others.length === 0
		? first
		: `${first} ${others.length} more: ${whereAll}`;
}

const whereAll = '"analytics-setup status"';
