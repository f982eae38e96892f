import type {ProbeResult, ProbeRun} from '../../probes/probe-result.js';
import type {SmtpSeen} from '../../probes/smtp/smtp-seen.js';
import type {SqlSeen} from '../../probes/sql/sql-seen.js';

/** What was seen of the SQL Server; undefined where it never came to that. */
export function sqlSeenIn(run: ProbeRun | undefined): SqlSeen | undefined {
	return seenIn(run, 'sql-tcp').flatMap(({sql}) => sql ?? [])[0];
}

/** What was seen of the mail server; undefined where it never came to that. */
export function smtpSeenIn(run: ProbeRun | undefined): SmtpSeen | undefined {
	return seenIn(run, 'mail').flatMap(({smtp}) => smtp ?? [])[0];
}

/** The evidence of a destination, as its probe writes it. */
type Evidence = {
	readonly journeys?: ReadonlyArray<{
		readonly seen: {readonly sql?: SqlSeen; readonly smtp?: SmtpSeen};
	}>;
};

function seenIn(run: ProbeRun | undefined, id: ProbeResult['id']) {
	const evidence = run?.results.find(result => result.id === id)?.evidence;
	return ((evidence ?? {}) as Evidence).journeys?.map(({seen}) => seen) ?? [];
}
