import {formatAddress, isSameAddress} from '../addresses/address.js';
import {Failure} from '../failure.js';
import type {SshSession} from '../host/session.js';
import {connectionKey, type InboundConnection} from '../host/tcp-table.js';
import type {Proof} from './trial.js';

/** Where somebody stands who wants to keep new rules. */
export type Standpoint = {
	/** Undefined at a console. */
	readonly session: SshSession | undefined;
	readonly hasTerminal: boolean;
	/** The inbound connections that are open now. */
	readonly open: readonly InboundConnection[];
};

/**
 * What a command typed here proves about the new rules. Whether a connection is new is
 * told by the kernel: it is open now and was not when the rules changed.
 *
 * @param connections that were open when the rules changed
 * @throws Failure `trial.unproven`
 */
export function findProof(
	{session, hasTerminal, open}: Standpoint,
	connections: readonly string[],
): Proof {
	if (session === undefined) {
		if (hasTerminal) {
			return {kind: 'console'};
		}

		throw unproven('This command runs at no terminal, so it proves nothing.');
	}

	const {client, clientPort} = session;
	const from = formatAddress(client);
	const isOpen = open.some(
		({peer, peerPort}) => isSameAddress(peer, client) && peerPort === clientPort,
	);
	if (!isOpen) {
		throw unproven(
			`The login from ${from} that this terminal belongs to is not open any more.`,
		);
	}

	if (connections.includes(connectionKey({peer: client, peerPort: clientPort}))) {
		throw unproven(
			`This login from ${from} is older than the new rules, so it does not show that they let you in.`,
		);
	}

	return {kind: 'new-connection', from};
}

/** The connections to a login that came after the rules had changed. */
export function newLogins(
	open: readonly InboundConnection[],
	connections: readonly string[],
	ports: readonly number[],
): readonly InboundConnection[] {
	return open.filter(
		({peer, peerPort, port}) =>
			ports.includes(port) && !connections.includes(connectionKey({peer, peerPort})),
	);
}

function unproven(reason: string): Failure {
	return new Failure('trial.unproven', `${reason} The new rules are still on trial.`, {
		remedies: [
			'Log in again in another window and type "analytics-setup confirm" there.',
			'To take the risk instead: analytics-setup confirm --without-proof',
		],
	});
}
