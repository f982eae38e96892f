import assert from 'node:assert/strict';
import {test} from 'node:test';
import {formatAddress} from '../../source/addresses/address.js';
import type {FollowBounds} from '../../source/names/follow-bounds.js';
import type {FollowedName} from '../../source/names/followed-name.js';
import {
	afterAnswer,
	afterLook,
	type NameLook,
	newName,
	type ToldAddress,
} from '../../source/names/learn.js';
import {address} from '../helpers/sample.js';

const bounds: FollowBounds = {
	shortestStay: 1000,
	longestStay: 4000,
	shortestPause: 30,
	longestPause: 1000,
	round: 60,
	patience: 100,
	mostAddresses: 4,
};
const fresh = newName('license.looker.com', 0);

const told = (text: string, ttl = 0): ToldAddress => ({address: address(text), ttl});

function look(
	family: 4 | 6,
	outcome: NameLook['outcome'],
	...addresses: readonly ToldAddress[]
): NameLook {
	return {family, outcome, addresses};
}

/** `192.0.2.1 until 1500`. */
const wordsOf = ({addresses}: FollowedName) =>
	addresses.map(({address: each, until}) => `${formatAddress(each)} until ${until}`);

for (const [ttl, until, what] of [
	[0, 1500, 'for the shortest time'],
	[2, 3000, 'for as long as its record may be kept, and half as long again'],
	[86_400, 4000, 'for the longest time at most'],
] as const) {
	test(`an address told with a TTL of ${ttl} s is permitted ${what}`, () => {
		const known = afterAnswer(fresh, [told('192.0.2.1', ttl)], {now: 0, bounds});
		assert.deepEqual(wordsOf(known), [`192.0.2.1 until ${until}`]);
	});
}

test('an address that is told again is renewed only once its time would be too short', () => {
	const first = afterAnswer(fresh, [told('192.0.2.1')], {now: 0, bounds});
	const again = afterAnswer(first, [told('192.0.2.1')], {now: 250, bounds});
	assert.deepEqual(wordsOf(again), ['192.0.2.1 until 1500']);
	const later = afterAnswer(again, [told('192.0.2.1')], {now: 251, bounds});
	assert.deepEqual(wordsOf(later), ['192.0.2.1 until 1751']);
	assert.equal(later.addresses[0]?.since, 0);
});

test('an address does not run out while it is looked up again, whenever a program was told it', () => {
	for (let before = -bounds.longestPause; before < 0; before += 50) {
		const heard = afterAnswer(fresh, [told('192.0.2.1')], {now: before, bounds});
		const looked = afterAnswer(heard, [told('192.0.2.1')], {now: 0, bounds});
		const [{until} = assert.fail()] = looked.addresses;
		assert.ok(
			until >= bounds.longestPause + bounds.shortestStay / 4,
			`${before}: ${until}`,
		);
	}
});

test('addresses come together over many looks, and each runs out by itself', () => {
	const first = afterAnswer(fresh, [told('192.0.2.1')], {now: 0, bounds});
	const second = afterAnswer(first, [told('192.0.2.2')], {now: 1000, bounds});
	assert.deepEqual(wordsOf(second), ['192.0.2.2 until 2500', '192.0.2.1 until 1500']);
	const third = afterAnswer(second, [told('192.0.2.3')], {now: 1500, bounds});
	assert.deepEqual(wordsOf(third), ['192.0.2.3 until 3000', '192.0.2.2 until 2500']);
});

test('where there is room for no more, the one that was told longest ago goes', () => {
	let known = fresh;
	for (const number of [1, 2, 3, 4, 5]) {
		known = afterAnswer(known, [told(`192.0.2.${number}`)], {now: number, bounds});
	}

	assert.deepEqual(
		known.addresses.map(({address: each}) => formatAddress(each)),
		['192.0.2.5', '192.0.2.4', '192.0.2.3', '192.0.2.2'],
	);
});

test('an answer without addresses says nothing about those that are known', () => {
	const known = afterAnswer(fresh, [told('192.0.2.1')], {now: 0, bounds});
	assert.equal(afterAnswer(known, [], {now: 900, bounds}), known);
});

for (const [text, reason] of [
	['0.0.0.0', 'sinkhole'],
	['127.0.0.1', 'sinkhole'],
	['::1', 'sinkhole'],
	['169.254.169.254', 'sinkhole'],
	['224.0.0.1', 'sinkhole'],
	['::ffff:10.0.0.1', 'sinkhole'],
	['10.1.2.3', 'inside'],
	['fd00::1', 'inside'],
] as const) {
	test(`${text} is not permitted for a name of the list, whoever tells it`, () => {
		const looked = afterLook(fresh, [look(4, 'answered', told(text))], {now: 5, bounds});
		const heard = afterAnswer(fresh, [told(text)], {now: 5, bounds});
		for (const known of [looked, heard]) {
			assert.deepEqual(known.addresses, []);
			assert.deepEqual(known.refused, [{address: address(text), reason}]);
			assert.equal(known.answered, 5);
		}
	});
}

test('a name of the site may be inside, and nowhere that no machine is', () => {
	const own = newName('mssql.uni.edu', 0);
	const known = afterAnswer(own, [told('10.50.0.5'), told('127.0.0.1')], {
		now: 0,
		bounds,
	});
	assert.deepEqual(wordsOf(known), ['10.50.0.5 until 1500']);
	assert.equal(known.refused.length, 1);
});

test('what was refused is told until a look brings it no longer', () => {
	const poisoned = afterAnswer(fresh, [told('0.0.0.0')], {now: 0, bounds});
	const heard = afterAnswer(poisoned, [told('192.0.2.1')], {now: 1, bounds});
	assert.equal(heard.refused.length, 1);
	const looked = afterLook(heard, [look(4, 'answered', told('192.0.2.1'))], {
		now: 2,
		bounds,
	});
	assert.deepEqual(looked.refused, []);
});

test('ten thousand wrong addresses in one answer are not kept', () => {
	const many = Array.from({length: 10_000}, (_, index) =>
		told(`10.0.${index >> 8}.${index & 255}`),
	);
	assert.equal(afterAnswer(fresh, many, {now: 0, bounds}).refused.length, 16);
});

const once = afterLook(
	fresh,
	[look(4, 'answered', told('192.0.2.1')), look(6, 'answered', told('2001:db8::1'))],
	{now: 0, bounds},
);

for (const [what, looks, words] of [
	[
		'no server answers',
		[look(4, 'timeout'), look(6, 'servfail')],
		['192.0.2.1 until 2400', '2001:db8::1 until 2400'],
	],
	[
		'there is no such name any more',
		[look(4, 'nxdomain'), look(6, 'nxdomain')],
		['192.0.2.1 until 1500', '2001:db8::1 until 1500'],
	],
	[
		'one server is silent, and another knows no such name',
		[look(4, 'timeout'), look(6, 'timeout'), look(4, 'nxdomain'), look(6, 'nxdomain')],
		['192.0.2.1 until 1500', '2001:db8::1 until 1500'],
	],
	[
		'only the look-up of one family fails',
		[look(4, 'no-address'), look(6, 'refused')],
		['2001:db8::1 until 2400', '192.0.2.1 until 1500'],
	],
] as const) {
	test(`when ${what}, what was known stays as long as it should`, () => {
		assert.deepEqual(wordsOf(afterLook(once, looks, {now: 900, bounds})), words);
	});
}

test('what has run out does not come back because the DNS fails', () => {
	const later = afterLook(once, [look(4, 'timeout')], {now: 1500, bounds});
	assert.deepEqual(later.addresses, []);
});

test('the fault says why there is no address, and since when nobody has answered', () => {
	const silent = afterLook(once, [look(4, 'timeout'), look(6, 'servfail')], {
		now: 900,
		bounds,
	});
	assert.deepEqual([silent.fault, silent.answered], ['servfail', 0]);
	const gone = afterLook(silent, [look(4, 'nxdomain'), look(6, 'timeout')], {
		now: 950,
		bounds,
	});
	assert.deepEqual([gone.fault, gone.answered], ['nxdomain', 950]);
	const back = afterLook(
		gone,
		[look(4, 'answered', told('192.0.2.1')), look(6, 'timeout')],
		{
			now: 960,
			bounds,
		},
	);
	assert.deepEqual([back.fault, back.answered], [undefined, 960]);
});

for (const [what, looks, pause] of [
	[
		'the first record is over',
		[look(4, 'answered', told('192.0.2.1', 0.5), told('192.0.2.2', 9))],
		500,
	],
	['the shortest time', [look(4, 'answered', told('192.0.2.1', 0))], 30],
	['the longest time', [look(4, 'answered', told('192.0.2.1', 9000))], 1000],
	['the shortest time after silence', [look(4, 'timeout'), look(6, 'timeout')], 30],
	['"no such name" may no longer be kept', [{...look(4, 'nxdomain'), ttl: 0.3}], 300],
	[
		'the records are over, though one family has none',
		[look(4, 'answered', told('192.0.2.1', 0.7)), {...look(6, 'no-address'), ttl: 0.1}],
		700,
	],
] as const) {
	test(`a name is looked up again once ${what} has passed`, () => {
		const {nextLook} = afterLook(fresh, looks, {now: 100, bounds});
		assert.equal(nextLook, 100 + pause);
	});
}
