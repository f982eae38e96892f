import {openCampus} from '../../test/campus/campus.js';
import {nftIn} from '../../test/campus/nft-in.js';
import type {Finding, Limit} from '../finding.js';
import type {Measure} from '../measure.js';
import {findingOf, inPairs} from '../pairs.js';
import {siteSources} from '../site-sources.js';
import {connectionsPerSecond, startAnswering} from './connections/load.js';
import {linearRules, ownRules} from './connections/rules.js';

const sources = siteSources(10_000);
const few = siteSources(10);

/** How many new connections a second pass our rules, each answered once and closed. */
export const connections: Measure = {
	name: 'connections',
	needsRoot: true,
	async find({say}) {
		await using campus = await openCampus({services: false});
		await startAnswering(campus);
		const through = async (rules: string) => {
			await nftIn(campus.hosts.appliance, ['-f', '-'], `flush ruleset\n${rules}`);
			return connectionsPerSecond(campus);
		};
		const ours = ownRules(sources);
		const beside = async (
			[name, rules]: readonly [name: string, rules: string],
			pairs: number,
			limit?: Limit,
		): Promise<Finding> => {
			say(name);
			const found = await inPairs(
				pairs,
				() => through(ours),
				() => through(rules),
			);
			return findingOf(
				found,
				'connections/s',
				['new connections a second through our rules, 10,000 sources', name],
				limit,
			);
		};
		return {
			findings: [
				await beside(['our rules, 10 sources', ownRules(few)], 21, {
					...{of: 'ratio', atLeast: 0.95},
				}),
				await beside(['no firewall', ''], 5),
				await beside(['10,000 linear rules', linearRules(sources)], 5),
			],
		};
	},
};
