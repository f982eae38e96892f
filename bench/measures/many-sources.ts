import {join} from 'node:path';
import {inFigures} from '../../source/in-figures.js';
import {openCampus} from '../../test/campus/campus.js';
import type {Host} from '../../test/campus/host.js';
import {writeByHand} from '../many-networks/by-hand.js';
import type {WorkTimes} from '../many-networks/work.js';
import type {Measure} from '../measure.js';
import {findingOf, inPairs, middleOf} from '../pairs.js';
import {openWorkshop} from '../workshop.js';
import {formatStages, wholeCommand} from './many-sources/whole-command.js';

const count = 100_000;
const pairs = 5;
const words = `${inFigures(count)} networks`;
const written = 'nft -f and nft -j list of a file written by hand';

/** A policy with very many sources on its way into the kernel and back, beside nft alone. */
export const manySources: Measure = {
	name: 'many-sources',
	needsRoot: true,
	async find({folder, say}) {
		await using campus = await openCampus({services: ['dns']});
		// Each in a kernel of its own, so to speak: nft reads what other tables hold, too.
		const {appliance, viewer} = campus.hosts;
		const {workIn} = await openWorkshop<WorkTimes>(
			join(folder, 'work.mjs'),
			'./bench/many-networks/work.ts',
		);
		const byHand = await writeByHand(folder, count);
		const all: WorkTimes[] = [];
		const ours = async () => {
			const times = await workIn(appliance, [count, 'apply']);
			all.push(times);
			return (times.kernel?.load ?? Number.NaN) + (times.kernel?.readBack ?? Number.NaN);
		};

		say('where they are not in the kernel yet');
		const first = await inPairs(
			pairs,
			async () => {
				await removeOwn(appliance);
				return ours();
			},
			async () => {
				await byHand.remove(viewer);
				return byHand.load(viewer);
			},
		);
		say('where they are in the kernel');
		const again = await inPairs(pairs, ours, () => byHand.loadAgain(viewer));
		await removeOwn(appliance);
		say('the whole command');
		const whole = await wholeCommand(campus, count);
		const compile = middleOf(all.map(times => times.compile));
		return {
			findings: [
				{
					what: `${words} into rules`,
					ours: {value: compile, unit: 'ms'},
					peer: undefined,
					ratio: undefined,
					limit: {of: 'figure', atMost: 1000},
				},
				...(
					[
						['put into effect and read back', first],
						['put into effect and read back again', again],
					] as const
				).map(([what, found]) =>
					findingOf(found, 'ms', [`${words} ${what}`, written], {
						of: 'ratio',
						atMost: 1.2,
					}),
				),
				{
					what: `${words} by the whole of apply --no-confirm`,
					ours: {value: whole.milliseconds, unit: 'ms'},
					peer: {
						name: written,
						figure: {value: first.peer, unit: 'ms'},
					},
					ratio: whole.milliseconds / first.peer,
					limit: undefined,
				},
			],
			details: formatStages(whole, words),
		};
	},
};

async function removeOwn(host: Host): Promise<void> {
	await host.run('nft', ['delete', 'table', 'inet', 'analytics_setup']);
}
