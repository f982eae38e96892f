import type {Comparison} from '../comparison.js';
import type {Unread} from '../unread.js';

/** A comparison for programs, with every server and every group. */
export function jsonComparison(
	{servers, traits, rows}: Comparison,
	unread: readonly Unread[],
) {
	return {
		schema: 1,
		servers: servers.map(({name, file, summary}) => ({
			name,
			file,
			hostname: summary.hostname,
			version: summary.version,
			list: summary.list,
			backend: summary.backend,
			isEnforced: summary.isEnforced,
			audience: summary.audience,
			triedAt: summary.triedAt,
			writtenAt: summary.writtenAt,
		})),
		unread,
		traits,
		rows: rows.map(({groups, ...row}) => ({
			...row,
			differs: groups.length > 1,
			groups: groups.map(({servers: names, value, seen, answers}) => ({
				servers: names,
				standings: value?.standings ?? null,
				rule: value?.rule ?? null,
				seen,
				answers,
			})),
		})),
	};
}
