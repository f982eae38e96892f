import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {inFigures} from '../../source/in-figures.js';
import {startHost} from '../../test/campus/host.js';
import {readPrograms} from '../../test/campus/programs.js';
import {manyNetworks} from '../many-networks/many-networks.js';
import {timesInWords} from '../many-networks/times-in-words.js';
import type {WorkTimes} from '../many-networks/work.js';
import type {Measure} from '../measure.js';
import {findingOf, inPairs} from '../pairs.js';
import {runTime} from '../run-time.js';
import {openWorkshop, type Workshop} from '../workshop.js';

const sizes = [10, 100, 1000, 10_000, 100_000, 1_000_000] as const;
const [most, tenth] = [1_000_000, 100_000];
/** nft takes ten times the time and the memory for the longest list, and says nothing new. */
const mostInKernel = 100_000;
const pairs = 3;

/** How time and memory grow with the number of sources, beside what sorting them takes. */
export const growth: Measure = {
	name: 'growth',
	needsRoot: true,
	async find({folder, say}) {
		const workshop = await openWorkshop<WorkTimes>(
			join(folder, 'work.mjs'),
			'./bench/many-networks/work.ts',
		);
		say(`${inFigures(most)} networks beside a tenth of them`);
		const sort = await sortOf(folder);
		const pair = await inPairs(
			pairs,
			async () => (await timeAt(most, workshop)) / (await timeAt(tenth, workshop)),
			async () => (await sort(most)) / (await sort(tenth)),
		);
		return {
			findings: [
				findingOf(
					pair,
					'times',
					[
						'1,000,000 networks into rules, and 1,000 packets explained, beside 100,000',
						'sort of the same lines',
					],
					{of: 'ratio', atMost: 1.5},
				),
			],
			details: timesInWords(await curveOf(workshop, say)),
		};
	},
};

async function timeAt(count: number, {work}: Workshop<WorkTimes>): Promise<number> {
	const {compile, explain} = await work([count]);
	return compile + explain;
}

async function sortOf(folder: string): Promise<(count: number) => Promise<number>> {
	const pathOf = (count: number) => join(folder, `${count}.txt`);
	for (const count of [most, tenth]) {
		await writeFile(pathOf(count), `${manyNetworks(count).join('\n')}\n`);
	}

	// On one processor, as we are: for more than 131,072 lines it would take another.
	return count => runTime(['sort', '--parallel=1', '--output=/dev/null', pathOf(count)]);
}

async function curveOf(
	{work, workIn}: Workshop<WorkTimes>,
	say: (words: string) => void,
): Promise<ReadonlyArray<readonly [count: number, times: WorkTimes]>> {
	const {agent} = await readPrograms();
	const host = await startHost('growth', agent);
	try {
		const curve: Array<readonly [count: number, times: WorkTimes]> = [];
		for (const count of sizes) {
			say(`the curve at ${inFigures(count)}`);
			await host.run('nft', ['flush', 'ruleset']);
			const times = count > mostInKernel ? work([count]) : workIn(host, [count, 'apply']);
			curve.push([count, await times]);
		}

		return curve;
	} finally {
		await host.close();
	}
}
