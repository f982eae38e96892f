import {isSameAddress} from '../addresses/address.js';
import {isLoopback} from '../addresses/cidr-list.js';
import type {TcpSocket} from '../host/tcp-table.js';
import type {SeenDestination} from './observed.js';

/** One port of one address. */
export type Destination = Pick<SeenDestination, 'address' | 'protocol' | 'port'>;

/**
 * Where this server has connections to. The kernel counts only those that begin: one that
 * a pool keeps open for weeks would never be seen.
 */
export function openDestinations(sockets: readonly TcpSocket[]): readonly Destination[] {
	const served = new Set(
		sockets.flatMap(({state, port}) => (state === 'listening' ? [port] : [])),
	);
	return sockets
		.filter(
			({state, local, port, remote}) =>
				state === 'established' &&
				!served.has(port) &&
				!isLoopback(remote) &&
				!isSameAddress(local, remote),
		)
		.map(({remote, remotePort}) => ({
			address: remote,
			protocol: 'tcp',
			port: remotePort,
		}));
}
