import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseAddress} from '../../source/addresses/address.js';
import {namesLines} from '../../source/commands/names-lines.js';
import type {NamesStanding} from '../../source/flow/names-standing.js';
import type {FollowedName, NamesReport} from '../../source/names/followed-name.js';

const now = Date.UTC(2026, 10, 22, 14, 2, 11);
const minute = 60_000;

function known(name: string, count = 1): FollowedName {
	return {
		name,
		addresses: Array.from({length: count}, (_, index) => ({
			address: parseAddress(`198.51.100.${80 + index}`) ?? assert.fail(),
			since: now - 6 * minute,
			until: now + 60 * minute,
		})),
		...{refused: [], answered: now, fault: undefined, nextLook: now + 58 * minute},
	};
}

function standing(
	names: readonly FollowedName[],
	report: Partial<NamesReport> = {},
): NamesStanding {
	return {
		report: {way: 'answers', because: undefined, names, ...report},
		names: names.map(each => ({
			name: each.name,
			rules: ['looker-license'],
			permitted: each.addresses.map(({address}) => address),
			known: each,
		})),
	};
}

test('a name has its rules, its addresses, since when, and when it is looked up next', () => {
	assert.deepEqual(namesLines(standing([known('license.looker.com', 2)]), now), [
		'What a program here is told of a name is permitted before it hears of it.',
		'Names that rules follow, and when each address was first told:',
		'  license.looker.com, for looker-license: 198.51.100.80 (6 minutes ago), 198.51.100.81 (6 minutes ago); next look 15:00 UTC',
	]);
});

test('names that nobody follows come first, with what to do', () => {
	const {names: all} = standing([known('license.looker.com')]);
	const names = all.map(each => ({...each, known: undefined}));
	const lines = namesLines({report: undefined, names}, now);
	assert.match(
		lines[0] ?? '',
		/^Nobody follows "license\.looker\.com", although rules do/,
	);
	assert.match(lines[0] ?? '', /Run: systemctl restart analytics-setup-names$/);
	assert.equal(lines.at(-1), '  license.looker.com, for looker-license: 198.51.100.80');
});

test('where names are only asked for it says what that cannot do', () => {
	const asking = standing([known('license.looker.com')], {
		way: 'asking',
		because: 'no nat',
	});
	assert.match(
		namesLines(asking, now).join('\n'),
		/only looked up now and then \(no nat\)/,
	);
});

test('what is wrong with a name is told', () => {
	const silent = {...known('license.looker.com'), fault: 'timeout'} as const;
	assert.match(
		namesLines(standing([silent]), now).join('\n'),
		/What it said then stays permitted/,
	);
});

test('many names and many addresses are cut', () => {
	const names = Array.from({length: 1000}, (_, index) => known(`a${index}.org`, 50));
	const lines = namesLines(standing(names), now);
	assert.ok(lines.length < 40);
	assert.match(lines[2] ?? '', /\) and 47 more; next look/);
	assert.equal(
		lines.at(-1),
		'  and 970 more: analytics-setup status --json has all of them',
	);
});
