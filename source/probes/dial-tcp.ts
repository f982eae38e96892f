import {connect} from 'node:net';
import {type Address, formatAddress} from '../addresses/address.js';
import {codeOf} from '../host/file-errors.js';

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

/** Opens a TCP connection and closes it again. */
export async function dialTcp(
	address: Address,
	port: number,
	signal: AbortSignal,
): Promise<Dialled> {
	const start = performance.now();
	const limit = AbortSignal.timeout(answerLimit);
	const socket = connect({
		host: formatAddress(address),
		port,
		signal: AbortSignal.any([signal, limit]),
	});
	const code = await new Promise<string | undefined>(resolve => {
		socket.once('connect', () => resolve(undefined));
		socket.once('error', error =>
			resolve(limit.aborted ? 'ETIMEDOUT' : (codeOf(error) ?? error.message)),
		);
	});
	socket.destroy();
	signal.throwIfAborted();
	return {
		outcome: code === undefined ? 'connected' : outcomeOf(code),
		code,
		milliseconds: Math.round(performance.now() - start),
	};
}

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
