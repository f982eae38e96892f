import assert from 'node:assert/strict';
import {test} from 'node:test';
import {troubleWithName, troubleWithNames} from '../../source/names/describe-name.js';
import type {FollowedName} from '../../source/names/followed-name.js';
import {address} from '../helpers/sample.js';

const now = Date.parse('2026-11-25T15:00:00Z');
const hour = 3_600_000;

/** A name that is followed without a fault, but for what a test is about. */
function followed(parts: Partial<FollowedName> = {}): FollowedName {
	return {
		name: 'license.looker.com',
		addresses: [{address: address('198.51.100.7'), since: now - hour, until: now + hour}],
		refused: [],
		answered: now,
		fault: undefined,
		nextLook: now + 60_000,
		...parts,
	};
}

const never = {addresses: [], answered: undefined} as const;

for (const [what, parts, wanted] of [
	['nothing is wrong', {}, undefined],
	['it was not looked up yet', never, /^"license\.looker\.com" was not looked up yet\.$/],
	[
		'the DNS does not work yet',
		{...never, fault: 'timeout'},
		/told nothing about .* yet \(no answer\), so nothing is permitted for it\.$/,
	],
	[
		'no DNS server is known',
		{...never, fault: 'no-server'},
		/yet \(no DNS server is known\)/,
	],
	[
		'the DNS has failed for hours',
		{answered: now - 3 * hour, fault: 'servfail'},
		/3 hours ago \(the look-up fails since\)\. What it said then stays permitted\.$/,
	],
	[
		'the DNS fails, and had no address before',
		{answered: now - 3 * hour, fault: 'refused', addresses: []},
		/3 hours ago .* Nothing is permitted for it\.$/,
	],
	[
		'it never resolved',
		{addresses: [], fault: 'nxdomain'},
		/has no address of .* \(no such name\)\. It is permitted from the moment/,
	],
	[
		'it is gone from the DNS',
		{fault: 'no-address'},
		/no longer has an address .* run out by themselves\.$/,
	],
	[
		'a filter in the DNS',
		{addresses: [], refused: [{address: address('0.0.0.0'), reason: 'sinkhole'}]},
		/is at 0\.0\.0\.0, where no machine can be: .* That is never permitted\.$/,
	],
	[
		'an answer that points inside',
		{refused: [{address: address('10.0.0.7'), reason: 'inside'}]},
		/is at 10\.0\.0\.7, which is inside, .* not permitted\.$/,
	],
] satisfies ReadonlyArray<readonly [string, Partial<FollowedName>, RegExp | undefined]>) {
	test(`what is told of a followed name: ${what}`, () => {
		const text = troubleWithName(followed(parts), now);
		if (wanted === undefined) {
			assert.equal(text, undefined);
		} else {
			assert.match(text ?? '', wanted);
		}
	});
}

const silent = ['a.uni.edu', 'b.uni.edu', 'c.uni.edu'].map(name =>
	followed({...never, name, fault: 'timeout'}),
);

test('a DNS that tells nothing is told once', () => {
	const report = {way: 'answers', because: undefined, names: silent} as const;
	const [text, ...others] = troubleWithNames(report, now);
	assert.match(text ?? '', /nothing about any name yet \(no answer\)/);
	assert.deepEqual(others, []);
});

test('two names that the DNS tells nothing about may be at fault themselves', () => {
	const names = silent.slice(0, 2);
	const report = {way: 'answers', because: undefined, names} as const;
	assert.equal(troubleWithNames(report, now).length, 2);
});

test('where one name was told of, each of the others is told', () => {
	const names = [...silent, followed()];
	const report = {way: 'answers', because: undefined, names} as const;
	assert.equal(troubleWithNames(report, now).length, 3);
});

test('what following by asking alone cannot do is told, with the reason', () => {
	const because = 'the port 10053 is taken';
	const report = {way: 'asking', because, names: [followed()]} as const;
	const [text = ''] = troubleWithNames(report, now);
	assert.match(text, /now and then \(the port 10053 is taken\), .* refused for a while/);
});

test('that a retired destination has no address is as it should be', () => {
	const retired = followed({
		name: 'mirrorlist.centos.org',
		addresses: [],
		fault: 'nxdomain',
	});
	assert.equal(troubleWithName(retired, now), undefined);
	assert.notEqual(troubleWithName({...retired, fault: 'timeout'}, now), undefined);
});
