import type {Finding} from '../finding.js';
import type {Measure} from '../measure.js';
import {siteSources} from '../site-sources.js';
import {firewalldReload} from './reapply/firewalld-reload.js';
import {iptablesRestore} from './reapply/iptables-restore.js';
import {type Fate, type Judged, judgeWatched} from './reapply/judge-watched.js';
import {ownApply} from './reapply/own-apply.js';
import {tableOfWays} from './reapply/table-of-ways.js';
import {ufwReload} from './reapply/ufw-reload.js';
import {watchWay} from './reapply/watch-way.js';
import type {Way} from './reapply/way.js';

const rounds = 10;
const sources = siteSources(10_000);

/** What becomes of new connections while the rules that let them in are applied again. */
export const reapply: Measure = {
	name: 'reapply',
	needsRoot: true,
	async find({say}) {
		const judge = async (way: Way) => {
			say(way.name);
			return [way.name, judgeWatched(await watchWay(way, sources, rounds))] as const;
		};
		const ours = await judge(ownApply);
		const peers = [
			await judge(firewalldReload),
			await judge(ufwReload),
			await judge(iptablesRestore),
		];
		const quiet = ['no apply', ours[1].quiet] as const;
		const others = peers.map(([name, {applying}]) => [name, applying] as const);
		const {applying} = ours[1];
		return {
			findings: [
				...noneBeside('failed', 'connections that failed', applying, [quiet]),
				...noneBeside('delayed', 'connections delayed by more than 200 ms', applying, [
					...[quiet, ...others],
				]),
				...noneBeside('letIn', 'connections of strangers let in', applying, others),
				gapBeside(ours[1]),
			],
			details: tableOfWays([ours, ...peers]),
		};
	},
};

function noneBeside(
	kind: 'failed' | 'delayed' | 'letIn',
	words: string,
	ours: Fate,
	peers: ReadonlyArray<readonly [name: string, fate: Fate]>,
): readonly Finding[] {
	return peers.map(([name, fate]) => ({
		what: `${words}, during ten applies of 10,000 sources`,
		ours: {value: ours[kind], unit: 'connections'},
		peer: {name, figure: {value: fate[kind], unit: 'connections'}},
		ratio: undefined,
		limit: {of: 'figure', atMost: 0},
	}));
}

function gapBeside({applying, quiet, gapRatio}: Judged): Finding {
	return {
		what: 'longest time without an answer, 500 new connections/s, while applying',
		ours: {value: applying.gap, unit: 'ms'},
		peer: {name: 'no apply', figure: {value: quiet.gap, unit: 'ms'}},
		ratio: gapRatio,
		limit: {of: 'ratio', atMost: 3},
	};
}
