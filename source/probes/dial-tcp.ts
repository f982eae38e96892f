import {connect} from 'node:net';
import {type Address, formatAddress} from '../addresses/address.js';
import {codeOf} from '../host/files.js';

/** How an attempt to reach an address ended. */
export type DialOutcome =
	| 'connected'
	| 'refused'
	| 'timeout'
	| 'unreachable'
	| 'prohibited';

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
	const socket = connect({
		host: formatAddress(address),
		port,
		signal: AbortSignal.any([signal, AbortSignal.timeout(answerLimit)]),
	});
	const code = await new Promise<string | undefined>(resolve => {
		socket.once('connect', () => resolve(undefined));
		socket.once('error', error => resolve(codeOf(error) ?? error.message));
	});
	socket.destroy();
	signal.throwIfAborted();
	return {
		outcome: code === undefined ? 'connected' : outcomeOf(code),
		code,
		milliseconds: Math.round(performance.now() - start),
	};
}

const outcomes: Readonly<Record<string, DialOutcome>> = {
	ECONNREFUSED: 'refused',
	ECONNRESET: 'refused',
	ENETUNREACH: 'unreachable',
	EHOSTUNREACH: 'unreachable',
	EADDRNOTAVAIL: 'unreachable',
	// What our own reject, or an ICMP "administratively prohibited", turns into.
	EACCES: 'prohibited',
	EPERM: 'prohibited',
};

/** What an error code of connect or send says about the way to an address. */
export function outcomeOf(code: string): DialOutcome {
	return outcomes[code] ?? 'timeout';
}
