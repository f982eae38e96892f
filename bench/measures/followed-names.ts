import assert from 'node:assert/strict';
import {parseAddress} from '../../source/addresses/address.js';
import {nameSet, table} from '../../source/firewall/name-sets.js';
import {elementChanges} from '../../source/names/element-changes.js';
import type {FollowedName} from '../../source/names/followed-name.js';
import {newName} from '../../source/names/learn.js';
import {nameElements} from '../../source/names/name-elements.js';
import {commandsIn} from '../../test/campus/run-inside.js';
import {permittedFor} from '../../test/system/outbound-by-name/kernel.js';
import {
	manyAnswers,
	names,
	openManyNames,
	refresh,
} from '../../test/system/outbound-by-name/many-names.js';
import type {Site} from '../../test/system/outbound-by-name/site.js';
import type {Finding, Limit} from '../finding.js';
import type {Measure, MeasureTools} from '../measure.js';
import {findingOf, inPairs, middleOf} from '../pairs.js';
import {followerUse} from './followed-names/follower-use.js';

const [name = ''] = names;
const addressAt = (number: number) => `192.0.2.${number}`;
const hundred = Array.from({length: 100}, (_, index) => addressAt(index));
const pairs = 31;
const rounds = 5;

/** One address more for a name that has a hundred, among 1,000 names that are followed. */
export const followedNames: Measure = {
	name: 'followed-names',
	needsRoot: true,
	async find({say}) {
		say('opening a site with 1,000 names of 50 addresses');
		const site = await openManyNames({...manyAnswers, [name]: hundred});
		await using _ = site.campus;
		const findings = [...(await findRefresh(site, say))];
		for (const change of changes) {
			say(change[0]);
			findings.push(await findChange(site, change));
		}

		return {findings};
	},
};

/** What the follower writes into the kernel, beside one more address by hand. */
async function findChange(
	{campus}: Site,
	[what, after, limit]: Change,
): Promise<Finding> {
	const run = commandsIn(campus.hosts.appliance);
	const kernel = nameElements(run);
	const known = nameWith(hundred);
	let next = 0;
	const timed = async (work: (number: number) => Promise<unknown>) => {
		next += 1;
		const start = performance.now();
		await work(next);
		return performance.now() - start;
	};
	const pair = await inPairs(
		pairs,
		() => timed(number => kernel.write(elementChanges(known, after(number), 0), 0)),
		() =>
			timed(number =>
				run('nft', [
					...['add', 'element', ...table.split(' '), nameSet(name, 4)],
					`{ 198.18.1.${number} timeout ${stay / 1000}s }`,
				]),
			),
	);
	const words = `${what}, set of 100, 1,000 names`;
	return findingOf(pair, 'ms', [words, 'nft add element'], limit);
}

type Change = readonly [
	what: string,
	after: (number: number) => FollowedName,
	limit: Limit | undefined,
];

const changes: readonly Change[] = [
	[
		'one address more',
		number => nameWith([...hundred, `198.18.0.${number}`]),
		{of: 'ratio', atMost: 1.5},
	],
	// Which has to be taken away for that, and then the kernel waits.
	[
		'one address longer',
		number => {
			const [first, ...rest] = nameWith(hundred).addresses;
			const longer = first === undefined ? [] : [{...first, until: stay + number * 1000}];
			return {...nameWith([]), addresses: [...longer, ...rest]};
		},
		undefined,
	],
];

/** In milliseconds. */
const stay = 3_600_000;

function nameWith(addresses: readonly string[]): FollowedName {
	return {
		...newName(name, 0),
		addresses: addresses
			.flatMap(text => parseAddress(text) ?? [])
			.map(address => ({address, since: 0, until: stay})),
	};
}

/** All names looked up again by the follower, of which one has an address that is new. */
async function findRefresh(
	site: Site,
	say: MeasureTools['say'],
): Promise<readonly Finding[]> {
	const {appliance} = site.campus.hosts;
	const use = await followerUse(appliance);
	const times: number[] = [];
	const used: number[] = [];
	for (let round = 1; round <= rounds; round += 1) {
		say(`refresh ${round} of ${rounds}`);
		const address = addressAt(hundred.length + round);
		await site.dns.tell({...manyAnswers, [name]: [address, ...hundred.slice(1)]});
		const before = await use();
		const start = performance.now();
		assert.equal(await refresh(site), names.length);
		times.push(performance.now() - start);
		used.push((await use()) - before);
		assert.ok((await permittedFor(appliance, name)).includes(address));
	}

	const told = {peer: undefined, ratio: undefined, limit: undefined};
	const what = 'refresh of 1,000 names, one address new';
	return [
		{...told, what, ours: {value: middleOf(times), unit: 'ms'}},
		{...told, what: `${what}: CPU`, ours: {value: middleOf(used), unit: 'ms'}},
	];
}
