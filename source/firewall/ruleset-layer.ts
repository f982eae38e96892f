import {Failure, messageOf} from '../failure.js';
import type {RunCommand} from '../host/command.js';
import {followedAmong} from '../policy/followed-names.js';
import type {Peers, Policy} from '../policy/policy.js';
import {bootRuleset} from './artefacts.js';
import {type InEffect, nothingInEffect} from './backend.js';
import {isAsAsked} from './compare.js';
import type {Layer} from './layer.js';
import {table} from './name-sets.js';
import {parseListing} from './nft-json.js';
import {listWithoutElements, ownObjects, setsAmong} from './own-table.js';
import {planChanges} from './plan.js';
import {isSameListing, renderPutBack, renderPutBackAround} from './put-back.js';
import {renderRuleset} from './ruleset.js';

const tableWords = table.split(' ');

/** Our own nft table in the kernel, the authority; no other table is touched. */
export type RulesetLayer = Layer & {
	/** Undefined when there is no such table. */
	readonly readInEffect: () => Promise<InEffect | undefined>;
};

export function rulesetLayer(run: RunCommand, root: string): RulesetLayer {
	const nft = (arguments_: readonly string[], input?: string) =>
		run('nft', arguments_, {timeout: 60_000, ...(input === undefined ? {} : {input})});

	const readOutline = async () => ownObjects((await nft(listWithoutElements)).stdout);
	/** Undefined where there is no such table. */
	const list = async (...flags: readonly string[]) => {
		try {
			return (await nft([...flags, 'list', 'table', ...tableWords])).stdout;
		} catch (error) {
			if ((await readOutline()).length > 0) {
				throw error;
			}

			return undefined;
		}
	};

	const readInEffect = async () => {
		const listing = await list('-j', '-n');
		return listing === undefined ? undefined : parseListing(listing);
	};

	const snapshot = async () => (await list('-s', '-n')) ?? '';

	const scriptFor = async (policy: Policy) =>
		renderRuleset(policy, setsAmong(await readOutline()));

	const scriptAround = async (before: string) => {
		const around = renderPutBackAround(before, await readOutline());
		return around ?? renderPutBack(before);
	};

	const putBack = async (before: string, script: string) => {
		await nft(['-f', '-'], script);
		if (!isSameListing(await snapshot(), before)) {
			throw new Failure('firewall.failed', 'The kernel does not hold the old rules.');
		}
	};

	return {
		name: 'ruleset',
		readInEffect,
		artefactsOf: policy => [bootRuleset(root, policy)],
		changesFor: async (policy, inEffect) =>
			planChanges(policy, inEffect ?? (await readInEffect()) ?? nothingInEffect),
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
			try {
				await putBack(before, await scriptAround(before));
			} catch {
				// Whatever somebody has made of the table goes as a whole.
				await putBack(before, renderPutBack(before));
			}
		},
	};
}

function countOf(peers: Peers): number {
	return peers.kind === 'some' ? peers.cidrs.length + followedAmong(peers).length : 0;
}
