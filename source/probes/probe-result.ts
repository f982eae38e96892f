import type {Direction, Protocol} from '../catalogue/connection.js';

export type Verdict = 'pass' | 'warn' | 'fail' | 'skipped' | 'unprovable';

export const verdicts: readonly Verdict[] = [
	'pass',
	'warn',
	'fail',
	'skipped',
	'unprovable',
];

/** Who must act. */
export type Owner = 'this-host' | 'network' | 'dns' | 'proxy' | 'remote' | 'vendor';

export type Cause =
	| 'dns.nxdomain'
	| 'dns.no-address'
	| 'dns.servfail'
	| 'dns.refused'
	| 'dns.timeout'
	| 'dns.no-server'
	| 'tcp.refused'
	| 'tcp.timeout'
	| 'tcp.unreachable'
	| 'tcp.prohibited'
	| 'udp.refused'
	| 'udp.timeout'
	| 'udp.unreachable'
	| 'udp.prohibited'
	| 'udp.no-reply-by-design'
	| 'ntp.refused'
	| 'ntp.unsynchronised'
	| 'ntp.clock-off'
	| 'local.blocked'
	| 'listen.nothing'
	| 'listen.loopback-only'
	| 'policy.nobody'
	| 'inbound.not-seen'
	| 'vendor.retired'
	| 'answers.not-used'
	| 'probe.failed';

/** What came of probing one connection; the JSON of `probe --json`. */
export type ProbeResult = {
	readonly id: string;
	readonly direction: Direction;
	/** The site's own names or addresses, as tried. */
	readonly source: string;
	readonly destination: string;
	/** The address that was tried last, where there was one. */
	readonly address: string | null;
	readonly port: number;
	readonly protocol: Protocol;
	readonly verdict: Verdict;
	readonly cause: Cause | null;
	readonly owner: Owner | null;
	/** What was seen, in a few words. */
	readonly detail: string;
	/** What to do next, in one or two sentences. */
	readonly remedy: string | null;
	readonly milliseconds: number | null;
	/** What was observed, as it was observed. */
	readonly evidence: unknown;
};

/** One run over the vendor's list. */
export type ProbeRun = {
	readonly schema: 1;
	/** ISO 8601, UTC. */
	readonly startedAt: string;
	readonly finishedAt: string;
	readonly results: readonly ProbeResult[];
	readonly counts: Readonly<Record<Verdict, number>>;
};

export function countVerdicts(results: readonly ProbeResult[]): ProbeRun['counts'] {
	const count = (verdict: Verdict) =>
		results.filter(result => result.verdict === verdict).length;
	return {
		pass: count('pass'),
		warn: count('warn'),
		fail: count('fail'),
		skipped: count('skipped'),
		unprovable: count('unprovable'),
	};
}

/** The graver of two verdicts comes first; what was skipped weighs nothing. */
export function gravest(results: readonly ProbeResult[]): ProbeResult | undefined {
	const order: readonly Verdict[] = ['fail', 'warn', 'unprovable', 'pass', 'skipped'];
	return results.toSorted(
		(a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict),
	)[0];
}
