import {type Address, formatAddress, isSameAddress} from '../addresses/address.js';
import {type Artefact, nothingInEffect} from '../firewall/backend.js';
import type {Layer} from '../firewall/layer.js';
import {type Change, planChanges} from '../firewall/plan.js';
import type {Machine} from '../machine.js';
import {isShutOut} from '../policy/lock-out.js';
import type {Policy} from '../policy/policy.js';

/** Somebody who is connected now and could not come back. */
export type ShutOut = {
	readonly peer: Address;
	/** The port of this server that they are connected to. */
	readonly port: number;
	/** Whether it is whoever runs this program. */
	readonly isSelf: boolean;
	/** Whether it is a login, by which somebody could still mend things. */
	readonly isLogin: boolean;
};

/** What an apply of a policy would do. */
export type Plan = {
	readonly policy: Policy;
	readonly changes: readonly Change[];
	/** The files that an apply would write. */
	readonly raw: readonly Artefact[];
	/** What would change, in this order; nothing where only files are written. */
	readonly layers: readonly Layer[];
	readonly shutOut: readonly ShutOut[];
	/** What else has a say about packets on this server, a sentence each. */
	readonly neighbours: readonly string[];
};

export async function planOf(policy: Policy, machine: Machine): Promise<Plan> {
	const {backend} = machine;
	if (backend.name === 'files') {
		const inEffect = (await backend.readInEffect()) ?? nothingInEffect;
		return {
			policy,
			changes: planChanges(policy, inEffect),
			raw: await backend.artefactsOf(policy),
			layers: [],
			// Files that were only written keep nobody out.
			shutOut: [],
			neighbours: [],
		};
	}

	const layers = await backend.layersInUse();
	const fronts = layers.filter(({name}) => name !== 'ruleset');
	const [changes, shutOut, neighbours] = await Promise.all([
		Promise.all(layers.map(layer => layer.changesFor(policy))),
		findShutOut(policy, machine),
		backend.neighbours(policy),
	]);
	return {
		policy,
		changes: changes.flat(),
		raw: [
			...(await backend.artefactsOf(policy)),
			...fronts.flatMap(front => front.artefactsOf(policy)),
		],
		layers,
		shutOut,
		neighbours,
	};
}

/** Whoever is connected now, and whoever sits here, judged as if they came anew. */
async function findShutOut(
	policy: Policy,
	{sshSession, inboundConnections}: Machine,
): Promise<readonly ShutOut[]> {
	const self =
		sshSession === undefined ? [] : [{peer: sshSession.client, port: sshSession.port}];
	const isSelf = (peer: Address) =>
		sshSession !== undefined && isSameAddress(sshSession.client, peer);
	const all = [...self, ...(await inboundConnections())];
	const unique = new Map(
		all.map(({peer, port}) => [`${formatAddress(peer)} ${port}`, {peer, port}]),
	);
	return [...unique.values()]
		.filter(connection => isShutOut(policy, connection))
		.map(({peer, port}) => ({
			peer,
			port,
			isSelf: isSelf(peer),
			isLogin: port === 22 || port === sshSession?.port,
		}));
}

/** The other firewall managers that a plan changes too. */
export function frontsOf({layers}: Pick<Plan, 'layers'>): readonly string[] {
	return layers.map(({name}) => name).filter(name => name !== 'ruleset');
}
