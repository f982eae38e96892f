import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type InEffect, nothingInEffect} from '../../source/firewall/backend.js';
import {findDrift} from '../../source/flow/drift.js';
import type {Policy} from '../../source/policy/policy.js';
import type {Generation} from '../../source/transaction/generations.js';
import {recordedMachine} from '../helpers/recorded-machine.js';
import {exampleRecord} from '../helpers/recorded-transactions.js';
import {address, sampleAnswers, sampleNames, samplePolicy} from '../helpers/sample.js';

const kept = samplePolicy();
const asKept: InEffect = {
	...nothingInEffect,
	rules: kept.rules.map(rule => ({...rule, packets: 3})),
	guardedPorts: kept.guardedPorts,
};
const generation: Generation = {
	number: 1,
	folder: '/var/lib/analytics-setup/generations/0001',
	record: exampleRecord,
	ending: {
		...{kind: 'kept', at: '2026-11-22T14:02:11.000Z'},
		...{by: {user: 'root'}, proof: {kind: 'none'}},
	},
	policy: kept,
	answers: sampleAnswers(),
};

const driftOf = async (now: Policy, inEffect?: InEffect) => {
	const machine = recordedMachine({
		generations: [generation],
		...(inEffect === undefined ? {} : {inEffect}),
	});
	const {changes, outdated} = await findDrift(now, inEffect, machine);
	return {
		changes: changes.map(({action, text}) => `${action} ${text}`),
		outdated: outdated.map(({action, text}) => `${action} ${text}`),
	};
};

test('what is in effect as it was kept has not drifted', async () => {
	assert.deepEqual(await driftOf(kept, asKept), {changes: [], outdated: []});
});

test('a table that is gone is one thing, not many', async () => {
	const {changes} = await driftOf(kept);
	assert.equal(changes.length, 1);
	assert.match(changes.join(), /is gone: nothing that was asked for is in effect$/);
});

test('a rule that somebody has taken away is named', async () => {
	const rules = asKept.rules.filter(({id}) => id !== 'viewers');
	const {changes} = await driftOf(kept, {...asKept, rules});
	assert.match(changes.join(), /^add .* may reach 9999\/tcp: viewers$/);
});

for (const [name, addresses, words] of [
	['elsewhere', ['10.50.0.6'], 'is now 10.50.0.6'],
	['nowhere', [], 'is now nowhere in the DNS'],
] as const) {
	test(`a name that leads ${name} now is told once a rule`, async () => {
		const names = new Map([...sampleNames, ['mssql.uni.edu', addresses.map(address)]]);
		const {changes, outdated} = await driftOf(samplePolicy({names}), asKept);
		assert.deepEqual(changes, []);
		assert.deepEqual(
			outdated,
			['sql-tcp', 'sql-udp'].map(
				rule =>
					`change mssql.uni.edu was 10.50.0.5, 2001:db8:50::5 and ${words}: ${rule}`,
			),
		);
	});
}

test('other answers ask for other rules, which is no change by hand', async () => {
	const answers = sampleAnswers({viewers: {subnets: ['10.21.0.0/16']}});
	const {changes, outdated} = await driftOf(samplePolicy({answers}), asKept);
	assert.deepEqual(changes, []);
	assert.ok(
		outdated.some(text => text.startsWith('add 10.21.0.0/16 may reach 9999/tcp')),
	);
});
