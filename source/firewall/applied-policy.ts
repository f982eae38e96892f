import {join} from 'node:path';
import * as z from 'zod';
import {formatCidr, readCidr} from '../addresses/cidr.js';
import {writeFileWhole} from '../host/files.js';
import {readOwnFile} from '../host/own-files.js';
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

type AppliedPolicy = Pick<Policy, 'guardedPorts'> & {
	readonly rules: readonly Permission[];
};

/** Keeps what was applied, so that a later plan can be compared with it. */
export async function saveAppliedPolicy(
	state: string,
	{rules, guardedPorts}: Policy,
): Promise<void> {
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
		`${JSON.stringify({schema: 1, guardedPorts, rules: stored}, undefined, '\t')}\n`,
	);
}

/** What was applied last; undefined when nothing was, or its record is damaged. */
export async function readAppliedPolicy(
	state: string,
): Promise<AppliedPolicy | undefined> {
	try {
		const json = await readOwnFile(join(state, fileName));
		const {guardedPorts, rules} = recordSchema.parse(JSON.parse(json ?? ''));
		return {guardedPorts, rules: rules.map(permissionOf)};
	} catch {
		return undefined;
	}
}

const recordSchema = z.object({
	schema: z.literal(1),
	guardedPorts: z.array(z.number()),
	rules: z.array(
		z.object({
			id: z.string(),
			direction: z.enum(['inbound', 'outbound']),
			match: z.looseObject({kind: z.string()}),
			peers: z.discriminatedUnion('kind', [
				z.object({kind: z.literal('any')}),
				z.object({kind: z.literal('some'), cidrs: z.array(z.string())}),
			]),
		}),
	),
});

function permissionOf(
	stored: z.output<typeof recordSchema>['rules'][number],
): Permission {
	return {
		...stored,
		// Our own file: what kind of match it is was typed when it was written.
		match: stored.match as unknown as Permission['match'],
		peers: peersOf(stored.peers),
	};
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
