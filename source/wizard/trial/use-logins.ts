import {useAnimation} from 'ink';
import {useEffect, useRef, useState} from 'react';
import {formatAddress} from '../../addresses/address.js';
import {connectionKey} from '../../host/tcp-table.js';
import type {Machine} from '../../machine.js';
import {newLogins} from '../../transaction/find-proof.js';
import type {News} from '../../transaction/messages.js';

/** A connection to a login that came after the rules had changed. */
export type Login = {
	readonly from: string;
	readonly port: number;
	/** When it was first seen, in milliseconds of the clock of `performance`. */
	readonly seenAt: number;
};

export type Looking = Pick<Machine, 'sshSession' | 'inboundConnections'>;

/** Looks about once a second for new logins, and keeps those that it has seen. */
export function useLogins(machine: Looking, news: News): readonly Login[] {
	const {frame} = useAnimation({interval: 1000});
	const [logins, setLogins] = useState<ReadonlyMap<string, Login>>(new Map());
	const isLooking = useRef(false);
	// biome-ignore lint/correctness/useExhaustiveDependencies: each frame is the time to look again.
	useEffect(() => {
		if (isLooking.current || news.state !== 'on-trial') {
			return;
		}

		isLooking.current = true;
		void look(machine, news.connections)
			.then(found => setLogins(now => withNew(now, found)))
			// What cannot be looked at now may be a second later.
			.catch(() => undefined)
			.finally(() => {
				isLooking.current = false;
			});
	}, [frame, machine, news]);
	return [...logins.values()];
}

async function look(
	{sshSession, inboundConnections}: Looking,
	before: readonly string[],
): Promise<ReadonlyMap<string, Login>> {
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

/** The same map when nobody is new: nothing has to be drawn again. */
function withNew(
	known: ReadonlyMap<string, Login>,
	found: ReadonlyMap<string, Login>,
): ReadonlyMap<string, Login> {
	const isNew = [...found.keys()].some(key => !known.has(key));
	return isNew ? new Map([...found, ...known]) : known;
}
