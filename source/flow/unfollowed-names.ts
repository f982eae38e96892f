import type {NameStanding, NamesStanding} from './names-standing.js';

/** The names that rules follow, and nobody else. */
export function unfollowedAmong({names}: NamesStanding): readonly NameStanding[] {
	return names.filter(({known}) => known === undefined);
}
