import type {Direction, Protocol} from '../catalogue/connection.js';
import type {Cause} from './diagnoses.js';
import type {Owner, Verdict} from './verdict.js';

/** What came of one way to a destination. */
export type WayResult = {
	readonly via: 'IPv4' | 'IPv6' | 'proxy';
	/** The address that was gone to: of the destination, or of the proxy. */
	readonly address: string;
	readonly verdict: Verdict;
	readonly cause: Cause | null;
	readonly detail: string;
	/** How long each stage took, in the order in which they came. */
	readonly stages: readonly StageResult[];
};

export type StageResult = {readonly stage: string; readonly milliseconds: number};

/** What came of probing one connection; the JSON of `probe --json`. */
export type ProbeResult = {
	readonly id: string;
	readonly direction: Direction;
	/** The site's own names or addresses, as tried. */
	readonly source: string;
	readonly destination: string;
	/** The address that the verdict is about, where there is one. */
	readonly address: string | null;
	/** Null, as the protocol, where a result is about this server itself. */
	readonly port: number | null;
	readonly protocol: Protocol | null;
	readonly verdict: Verdict;
	readonly cause: Cause | null;
	readonly owner: Owner | null;
	/** What was seen, in a few words. */
	readonly detail: string;
	/** What to do next, in one or two sentences. */
	readonly remedy: string | null;
	readonly milliseconds: number | null;
	/** Every way that was tried: each address family, and the proxy. */
	readonly ways: readonly WayResult[];
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

/** The gravest of several results; what was skipped is graver than what is proven. */
export function gravest(results: readonly ProbeResult[]): ProbeResult | undefined {
	return gravestFirst(results)[0];
}

export function gravestFirst(results: readonly ProbeResult[]): readonly ProbeResult[] {
	const order: readonly Verdict[] = ['fail', 'warn', 'unprovable', 'skipped', 'pass'];
	return results.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

/** What tells a result from the others of its run: a row may have several destinations. */
export function keyOf({id, destination, protocol}: ProbeResult): string {
	return `${id} ${destination} ${protocol}`;
}

/** `443/tcp`; empty where a result is about this server itself. */
export function portOf({port, protocol}: Pick<ProbeResult, 'port' | 'protocol'>): string {
	return port === null || protocol === null ? '' : `${port}/${protocol}`;
}
