import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ListedObject} from '../../source/firewall/nft-listing.js';
import {
	isSameListing,
	renderPutBack,
	renderPutBackAround,
} from '../../source/firewall/put-back.js';

const listing = (...blocks: readonly string[]) =>
	`table inet analytics_setup {\n${blocks.join('\n\n')}\n}`;
const viewers = (cidr: string) =>
	`\tset viewers-4 {\n\t\ttype ipv4_addr\n\t\tflags interval\n\t\telements = { ${cidr} }\n\t}`;
const name = (element: string) =>
	`\tset to-a.uni.edu-4 {\n\t\ttype ipv4_addr\n\t\tflags dynamic,timeout\n\t\telements = { ${element} timeout 1h }\n\t}`;
const chain =
	'\tchain input {\n\t\ttype filter hook input priority -5; policy drop;\n\t}';

const before = listing(viewers('10.20.0.0/16'), name('192.0.2.1'), chain);

const inTable = {family: 'inet', table: 'analytics_setup'} as const;

/** What is in the kernel, by its sets; and one chain. */
const kernelWith = (...sets: readonly string[]): readonly ListedObject[] => [
	...sets.map(each => ({set: {...inTable, name: each}})),
	{chain: {...inTable, name: 'output'}},
];

test('an old listing comes back as a whole', () => {
	assert.equal(
		renderPutBack(before),
		`add table inet analytics_setup\ndelete table inet analytics_setup\n${before}\n`,
	);
});

test('it comes back around the sets of names, which keep what they have', () => {
	const script = renderPutBackAround(
		before,
		kernelWith('to-a.uni.edu-4', 'to-other.example-4', 'viewers-4'),
	);
	assert.equal(
		script,
		[
			'flush table inet analytics_setup',
			'delete chain inet analytics_setup output',
			'delete set inet analytics_setup to-other.example-4',
			'delete set inet analytics_setup viewers-4',
			before.replace('\t\telements = { 192.0.2.1 timeout 1h }\n', ''),
			'',
		].join('\n'),
	);
});

test('there is no way around a set that is not there, or where there are none', () => {
	assert.equal(renderPutBackAround(before, kernelWith('viewers-4')), undefined);
	const plain = listing(viewers('10.20.0.0/16'), chain);
	assert.equal(renderPutBackAround(plain, kernelWith('to-a.uni.edu-4')), undefined);
});

for (const [what, other, isSame] of [
	['in another order', listing(chain, name('192.0.2.1'), viewers('10.20.0.0/16')), true],
	['with another address of a name', before.replace('192.0.2.1', '192.0.2.2'), true],
	['with other viewers', before.replace('10.20.', '10.21.'), false],
	['without a chain', listing(viewers('10.20.0.0/16'), name('192.0.2.1')), false],
	['of no table', '', false],
] as const) {
	test(`a listing ${what} is ${isSame ? 'the same' : 'another one'}`, () => {
		assert.equal(isSameListing(before, other), isSame);
	});
}
