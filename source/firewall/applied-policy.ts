import {join} from 'node:path';
import {formatCidr, readCidr} from '../addresses/cidr.js';
import {readFileIfThere, writeFileWhole} from '../host/files.js';
import type {Peers, Permission, Policy} from '../policy/policy.js';

/** A permission with its addresses as text, as it stands in a JSON file. */
type StoredPermission = Omit<Permission, 'peers'> & {
	readonly peers: {readonly kind: 'any'} | StoredPeers;
};
type StoredPeers = {
	readonly kind: 'some';
	readonly cidrs: readonly string[];
};

const fileName = 'applied-policy.json';

/** Keeps what was applied, so that a later plan can be compared with it. */
export async function saveAppliedPolicy(state: string, {rules}: Policy): Promise<void> {
	const stored = rules.map(
		({id, direction, match, peers}): StoredPermission => ({
			id,
			direction,
			match,
			peers:
				peers.kind === 'any' ? peers : {kind: 'some', cidrs: peers.cidrs.map(formatCidr)},
		}),
	);
	await writeFileWhole(
		join(state, fileName),
		`${JSON.stringify({schema: 1, rules: stored}, undefined, '\t')}\n`,
	);
}

/** What was applied last, or undefined when nothing was. */
export async function readAppliedPolicy(
	state: string,
): Promise<readonly Permission[] | undefined> {
	const json = await readFileIfThere(join(state, fileName));
	if (json === undefined) {
		return undefined;
	}

	const {rules} = JSON.parse(json) as {readonly rules: readonly StoredPermission[]};
	return rules.map(rule => ({...rule, peers: peersOf(rule.peers)}));
}

function peersOf(peers: StoredPermission['peers']): Peers {
	return peers.kind === 'any'
		? peers
		: {
				kind: 'some',
				cidrs: peers.cidrs.flatMap(text => readCidr(text).value ?? []),
				names: [],
			};
}
