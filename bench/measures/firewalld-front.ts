import {join} from 'node:path';
import {inFigures} from '../../source/in-figures.js';
import {openCampus} from '../../test/campus/campus.js';
import {manyPolicy} from '../many-networks/many-policy.js';
import type {Measure} from '../measure.js';
import {inPairs, middleOf} from '../pairs.js';
import {openWorkshop} from '../workshop.js';
import {writeByHand} from './firewalld-front/by-hand.js';
import type {FrontTimes} from './firewalld-front/work.js';

const count = 10_000;
/** Of each rule there is one call; the time of these is reckoned up to all of them. */
const richRules = 40;
const pairs = 5;
const what = `${inFigures(count)} networks let in by firewalld too`;

/** firewalld as a front with very many sources, beside how else they get into it. */
export const firewalldFront: Measure = {
	name: 'firewalld-front',
	needsRoot: true,
	async find({folder, say}) {
		await using campus = await openCampus({services: ['firewalld']});
		const host = campus.hosts.appliance;
		const workshop = await openWorkshop<FrontTimes>(
			join(folder, 'front.mjs'),
			'./bench/measures/firewalld-front/work.ts',
		);
		const byHand = await writeByHand(host, manyPolicy(count), join(folder, 'front'));
		say(`${richRules} rich rules, a command each`);
		const aRule = await byHand.addRichRules(richRules);
		say('the same files by hand');
		const readBacks: number[] = [];
		const {ours, peer, ratio} = await inPairs(
			pairs,
			async () => {
				await byHand.reset();
				const {load, readBack} = await workshop.workIn(host, [count]);
				readBacks.push(readBack);
				return load;
			},
			async () => {
				await byHand.reset();
				return byHand.copyAndReload();
			},
		);
		const figure = {value: ours, unit: 'ms'} as const;
		return {
			findings: [
				{
					what,
					ours: figure,
					peer: {
						name: `firewall-cmd --add-rich-rule for each (${richRules} of them, times ${count / richRules})`,
						figure: {value: aRule * count, unit: 'ms'},
					},
					ratio: ours / (aRule * count),
					limit: {of: 'ratio', atMost: 0.01},
				},
				{
					what,
					ours: figure,
					peer: {
						name: 'the same files copied, and one firewall-cmd --reload',
						figure: {value: peer, unit: 'ms'},
					},
					ratio,
					limit: {of: 'ratio', atMost: 1.3},
				},
				{
					what: `${what}, read back from the kernel`,
					ours: {value: middleOf(readBacks), unit: 'ms'},
					peer: undefined,
					ratio: undefined,
					limit: undefined,
				},
			],
		};
	},
};
