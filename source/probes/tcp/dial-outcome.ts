/** How an attempt to reach an address ended. */
export type DialOutcome =
	| 'connected'
	| 'refused'
	| 'timeout'
	| 'unreachable'
	| 'prohibited'
	/** This machine could not try; says nothing about the way. */
	| 'failed';

export type Dialled = {
	readonly outcome: DialOutcome;
	/** The code of the operating system, for the evidence. */
	readonly code: string | undefined;
	readonly milliseconds: number;
};

/**
 * A lost SYN is sent again after 1 and 3 s: below 3.5 s "no answer" would often be said
 * of a host that answers.
 */
export const answerLimit = 3500;

/**
 * After so long, in milliseconds, what has no answer yet is asked again beside the first
 * time: the system repeats a lost SYN itself, but too seldom within the limit.
 */
export const repeatAfter = 1000;

/** A proxy says "no answer" of a destination only after it has waited itself. */
export const proxyLimit = 10_000;

const outcomes: ReadonlyMap<string, DialOutcome> = new Map([
	['ETIMEDOUT', 'timeout'],
	['ECONNREFUSED', 'refused'],
	['ECONNRESET', 'refused'],
	['ENETUNREACH', 'unreachable'],
	['ENETDOWN', 'unreachable'],
	['EHOSTUNREACH', 'unreachable'],
	['EHOSTDOWN', 'unreachable'],
	['EADDRNOTAVAIL', 'unreachable'],
	['EAFNOSUPPORT', 'unreachable'],
	// What our own reject, or an ICMP "administratively prohibited", turns into.
	['EACCES', 'prohibited'],
	['EPERM', 'prohibited'],
]);

/** What an error code of connect or send says about the way to an address. */
export function outcomeOf(code: string): DialOutcome {
	return outcomes.get(code) ?? 'failed';
}

/**
 * How an attempt ended.
 * @param start when it began, by `performance.now()`
 * @param code the operating system's; undefined when it succeeded
 */
export function dialledSince(start: number, code: string | undefined): Dialled {
	const milliseconds = Math.round(performance.now() - start);
	return {
		outcome: code === undefined ? 'connected' : outcomeOf(code),
		code,
		milliseconds,
	};
}
