import {Failure, messageOf} from '../failure.js';
import type {RunCommand} from '../host/command.js';
import type {NamesReport} from '../names/followed-name.js';
import type {FollowerService} from '../names/follower-service.js';
import {followedNames} from '../policy/followed-names.js';
import {nameOfSet, nameSetsIn, renderNameSets} from './name-sets.js';
import type {Change} from './plan.js';
import type {RulesetLayer} from './ruleset-layer.js';

export type FollowedRulesetOptions = {
	readonly run: RunCommand;
	readonly follower: FollowerService;
};

/**
 * Our own table, and whoever follows the names in it. Their sets are there, and filled,
 * before a rule uses them; also on the way back.
 */
export function followedRuleset(
	ruleset: RulesetLayer,
	{run, follower}: FollowedRulesetOptions,
): RulesetLayer {
	const follow = async (names: readonly string[]) => {
		if (names.length > 0) {
			await run('nft', ['-f', '-'], {input: renderNameSets(names)});
			await follower.begin();
		}
	};

	return {
		...ruleset,
		async changesFor(policy, inEffect) {
			const names = followedNames(policy);
			const [changes, isFollowing] = await Promise.all([
				ruleset.changesFor(policy, inEffect),
				names.length === 0 || follower.report().then(report => follows(report, names)),
			]);
			return isFollowing ? changes : [...changes, changeFor(names)];
		},
		async load(policy) {
			await follow(followedNames(policy));
			await ruleset.load(policy);
		},
		async verify(policy) {
			const count = await ruleset.verify(policy);
			// Names that no rule uses any more are gone.
			const report = await follower.look();
			const names = followedNames(policy);
			if (names.length > 0 && !follows(report, names)) {
				throw new Failure(
					'firewall.failed',
					'Nobody follows the names of the new rules.',
				);
			}

			return count;
		},
		async restore(before) {
			let problem: unknown;
			await follow(namesIn(before)).catch(error => {
				problem = error;
			});
			// The old rules come back in any case.
			await ruleset.restore(before);
			await follower.look();
			if (problem !== undefined) {
				throw new Failure(
					'firewall.failed',
					`Nobody follows the names of the old rules: ${messageOf(problem)}`,
					{cause: problem},
				);
			}
		},
	};
}

/** The names that a listing of the table has sets for. */
function namesIn(listing: string): readonly string[] {
	return [...new Set(nameSetsIn(listing).flatMap(set => nameOfSet(set)?.name ?? []))];
}

function follows(report: NamesReport | undefined, names: readonly string[]): boolean {
	const followed = new Set(report?.names.map(({name}) => name));
	return names.every(name => followed.has(name));
}

function changeFor({length}: readonly string[]): Change {
	const text =
		length === 1
			? 'one name is followed as the DNS changes it'
			: `${length} names are followed as the DNS changes them`;
	return {action: 'change', rule: 'names', text};
}
