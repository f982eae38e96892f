import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {NameStanding, NamesStanding} from '../../../source/flow/names-standing.js';
import type {FollowedName} from '../../../source/names/followed-name.js';
import {troubleInShort} from '../../../source/wizard/words/names.js';
import {address} from '../../helpers/sample.js';

const now = Date.UTC(2026, 10, 22, 14, 2, 11);
const well = (name: string): NameStanding => ({
	name,
	rules: ['looker-license'],
	permitted: [address('198.51.100.80')],
	known: {
		name,
		addresses: [{address: address('198.51.100.80'), since: now, until: now + 1000}],
		...{refused: [], answered: now, fault: undefined, nextLook: now + 1000},
	},
});
const ill = (name: string, changes: Partial<FollowedName>): NameStanding => {
	const standing = well(name);
	return {...standing, known: standing.known && {...standing.known, ...changes}};
};
const gone = {addresses: [], fault: 'nxdomain'} as const;
const sinkhole = {
	refused: [{address: address('0.0.0.0'), reason: 'sinkhole'}],
} as const;

const followed = (...names: readonly NameStanding[]): NamesStanding => ({
	report: {
		way: 'answers',
		because: undefined,
		names: names.flatMap(({known}) => known ?? []),
	},
	names,
});
const names = ['license.looker.com', 'bitbucket.org'].map(well);

test('of names with which all is well nothing is said', () => {
	assert.equal(troubleInShort(followed(...names), now), undefined);
});

for (const [name, standing, said] of [
	[
		'one that is gone',
		followed(...names, ill('a.uni.edu', gone)),
		/^The DNS has no address of "a\.uni\.edu" \(no such name\)\. .*has one\.$/,
	],
	[
		'one that leads nowhere, and another',
		followed(ill('a.uni.edu', sinkhole), ill('b.uni.edu', gone)),
		/^The DNS says that "a\.uni\.edu" is at 0\.0\.0\.0, .* 1 more: "analytics-setup status"$/,
	],
	[
		'that nobody follows them',
		{report: undefined, names: names.map(each => ({...each, known: undefined}))},
		/^nobody follows 2 names of the rules: "analytics-setup status" tells what to do$/,
	],
] as const satisfies ReadonlyArray<readonly [string, NamesStanding, RegExp]>) {
	test(`in one sentence: ${name}`, () => {
		assert.match(troubleInShort(standing, now) ?? '', said);
	});
}
