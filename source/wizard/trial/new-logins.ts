import {formatAddress} from '../../addresses/address.js';
import {connectionKey} from '../../host/tcp-table.js';
import type {Machine} from '../../machine.js';
import {newLogins} from '../../transaction/find-proof.js';

/** A connection to a login that came after the rules had changed. */
export type Login = {
	readonly from: string;
	readonly port: number;
	/** When it was first seen, in milliseconds of the clock of `performance`. */
	readonly seenAt: number;
};

/** Logins by their connection, the newest first. */
export type Logins = ReadonlyMap<string, Login>;

export type Looking = Pick<Machine, 'sshSession' | 'inboundConnections'>;

/**
 * Looks for logins that were not there before.
 * @param before the connections that were open when the rules changed
 */
export async function lookForLogins(
	{sshSession, inboundConnections}: Looking,
	before: readonly string[],
): Promise<Logins> {
	const ports = [22, ...(sshSession === undefined ? [] : [sshSession.port])];
	const found = newLogins(await inboundConnections(), before, ports);
	const seenAt = performance.now();
	return new Map(
		found.map(({peer, peerPort, port}) => [
			connectionKey({peer, peerPort}),
			{from: formatAddress(peer), port, seenAt},
		]),
	);
}

/** The same map when nobody is new: nothing has to be told again. */
export function withNewLogins(known: Logins, found: Logins): Logins {
	const isNew = [...found.keys()].some(key => !known.has(key));
	return isNew ? new Map([...found, ...known]) : known;
}
