import {Failure, messageOf} from '../failure.js';
import type {RunCommand} from '../host/command.js';
import {followedAmong} from '../policy/followed-names.js';
import type {Peers, Policy} from '../policy/policy.js';
import {bootRuleset} from './artefacts.js';
import {type InEffect, nothingInEffect} from './backend.js';
import {isAsAsked} from './compare.js';
import {fillNames} from './fill-names.js';
import type {Layer} from './layer.js';
import {table} from './name-sets.js';
import {parseListing} from './nft-json.js';
import {planChanges} from './plan.js';
import {renderRuleset, setNames} from './ruleset.js';

const tableWords = table.split(' ');

/** Our own nft table in the kernel, the authority; no other table is touched. */
export type RulesetLayer = Layer & {
	/** Undefined when there is no such table. */
	readonly readInEffect: () => Promise<InEffect | undefined>;
};

export function rulesetLayer(run: RunCommand, root: string): RulesetLayer {
	const nft = (arguments_: readonly string[], input?: string) =>
		run('nft', arguments_, {timeout: 60_000, ...(input === undefined ? {} : {input})});

	const isPresent = async () => hasOurTable((await nft(['-j', 'list', 'tables'])).stdout);
	const list = async (...flags: readonly string[]) =>
		(await nft([...flags, 'list', 'table', ...tableWords])).stdout;
	const readInEffect = async () =>
		(await isPresent()) ? parseListing(await list('-j', '-n')) : undefined;
	const snapshot = async () => ((await isPresent()) ? list('-s', '-n') : '');

	/** The script that also takes away the sets that this policy does not need. */
	const scriptFor = async (policy: Policy) => {
		// Without elements: of the sets only the names are asked for.
		const sets = (await isPresent()) ? parseListing(await list('-j', '-t')).sets : [];
		const needed = setNames(policy);
		return renderRuleset(
			policy,
			sets.filter(name => !needed.includes(name)),
		);
	};

	return {
		name: 'ruleset',
		readInEffect,
		artefactsOf: policy => [bootRuleset(root, policy)],
		changesFor: async policy =>
			planChanges(policy, (await readInEffect()) ?? nothingInEffect),
		async check(policy) {
			const script = await scriptFor(policy);
			try {
				// A real dry run in the kernel: what it refuses was never loaded.
				await nft(['-c', '-f', '-'], script);
			} catch (error) {
				throw new Failure(
					'firewall.refused',
					`The kernel refuses these rules: ${messageOf(error)} Nothing was changed.`,
					{cause: error},
				);
			}
		},
		snapshot,
		async load(policy) {
			await nft(['-f', '-'], await scriptFor(policy));
		},
		async verify(policy) {
			if (!isAsAsked(policy, (await readInEffect()) ?? nothingInEffect)) {
				throw new Failure('firewall.failed', 'The kernel does not hold what was loaded.');
			}

			return policy.rules.reduce((count, {peers}) => count + countOf(peers), 0);
		},
		async restore(before) {
			// Nobody whom a name was told of meanwhile is cut off by going back.
			const {rules} = (await readInEffect()) ?? nothingInEffect;
			const told = fillNames(rules, set => before.includes(`\tset ${set} {\n`));
			const script = `add table ${table}\ndelete table ${table}\n${before}\n${told}`;
			await nft(['-f', '-'], script);
			if (withoutFollowed(await snapshot()) !== withoutFollowed(before)) {
				throw new Failure('firewall.failed', 'The kernel does not hold the old rules.');
			}
		},
	};
}

function countOf(peers: Peers): number {
	return peers.kind === 'some' ? peers.cidrs.length + followedAmong(peers).length : 0;
}

/** A listing without the addresses of names: they come and go, and run out meanwhile. */
function withoutFollowed(listing: string): string {
	return listing.replaceAll(
		/^(\tset to-\S+ \{\n(?:\t\t(?!elements)[^\n]*\n)*)\t\telements = \{[^}]*\}\n/gm,
		'$1',
	);
}

function hasOurTable(json: string): boolean {
	const {nftables} = JSON.parse(json) as {
		readonly nftables: ReadonlyArray<{
			readonly table?: {readonly family: string; readonly name: string};
		}>;
	};
	return nftables.some(
		({table: found}) => found !== undefined && `${found.family} ${found.name}` === table,
	);
}
