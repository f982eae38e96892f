import assert from 'node:assert/strict';
import {test} from 'node:test';
import {nothingInEffect} from '../../source/firewall/backend.js';
import {namesForPrograms, readNamesStanding} from '../../source/flow/names-standing.js';
import {unfollowedAmong} from '../../source/flow/unfollowed-names.js';
import type {NamesReport} from '../../source/names/followed-name.js';
import {withAddresses} from '../../source/policy/followed-names.js';
import {type MachineRecord, recordedMachine} from '../helpers/recorded-machine.js';
import {address, sampleAnswers, samplePolicy} from '../helpers/sample.js';

const now = Date.UTC(2026, 10, 22, 14, 2, 11);
const license = 'license.looker.com';
const inEffect = {
	...nothingInEffect,
	rules: withAddresses(
		samplePolicy({answers: sampleAnswers({outbound: {mode: 'destinations'}})}),
		new Map([[license, [address('198.51.100.80')]]]),
	).rules.map(rule => ({...rule, packets: 0})),
};
const report: NamesReport = {
	way: 'answers',
	because: undefined,
	names: [
		{
			name: license,
			addresses: [
				{address: address('198.51.100.80'), since: now, until: now + 3_600_000},
			],
			...{refused: [], answered: now, fault: undefined, nextLook: now + 60_000},
		},
	],
};

const standingOf = (record: MachineRecord) => readNamesStanding(recordedMachine(record));

for (const [what, record] of [
	['nothing is in effect', {}],
	['no rule follows one', {inEffect: nothingInEffect}],
	['rules are only written to files', {backend: 'files', inEffect}],
] as const) {
	test(`where ${what} there is nothing to tell of names`, async () => {
		assert.equal(await standingOf({...record, names: report}), undefined);
	});
}

test('each name has the rules that use it', async () => {
	const standing = await standingOf({inEffect, names: report});
	const found = standing?.names.find(({name}) => name === license);
	assert.deepEqual(found?.rules, ['looker-license']);
	assert.equal(found?.known, report.names[0]);
});

test('names that rules follow and nobody else are named', async () => {
	const standing = await standingOf({inEffect, names: report});
	const unfollowed = standing === undefined ? [] : unfollowedAmong(standing);
	assert.ok(unfollowed.some(({name}) => name === 'bitbucket.org'));
	assert.ok(!unfollowed.some(({name}) => name === license));
});

test('programs are told what the kernel permits where nobody follows names', async () => {
	const standing = await standingOf({inEffect});
	assert.ok(standing);
	assert.partialDeepStrictEqual(namesForPrograms(standing, now), {
		way: null,
		because: null,
		trouble: [],
		names: standing.names.map(({name, rules}) => ({
			name,
			rules,
			addresses:
				name === license ? [{address: '198.51.100.80', since: null, until: null}] : [],
			nextLookAt: null,
		})),
	});
});
