import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answers} from '../../source/answers/schema.js';
import type {InEffect} from '../../source/firewall/backend.js';
import {planChanges} from '../../source/firewall/plan.js';
import type {Permission} from '../../source/policy/policy.js';
import {address, sampleAnswers, sampleNames, samplePolicy} from '../helpers/sample.js';

const before = samplePolicy();
const inEffect = (rules: readonly Permission[]): InEffect => ({
	rules: rules.map(rule => ({...rule, packets: 0})),
	guardedPorts: before.guardedPorts,
	oddities: [],
});
const policyWith = (sections: Readonly<Partial<Answers>>) =>
	samplePolicy({answers: sampleAnswers(sections)});
const {sql, smtp} = sampleAnswers();

test('on a fresh machine every rule is added, in the order of the policy', () => {
	const changes = planChanges(before, inEffect([]));
	assert.deepEqual(
		changes.map(({action, rule}) => [action, rule]),
		before.rules.map(({id}) => ['add', id]),
	);
	assert.equal(
		changes[0]?.text,
		'10.20.0.0/16, 2001:db8:20::/48 may reach 9999/tcp: viewers',
	);
});

test('where all is as it should be there is nothing to do', () => {
	assert.deepEqual(planChanges(before, inEffect(before.rules)), []);
	assert.deepEqual(planChanges(before, inEffect(before.rules.toReversed())), []);
});

test('without any rule wanted, every rule goes', () => {
	const changes = planChanges({...before, rules: []}, inEffect(before.rules));
	assert.deepEqual(new Set(changes.map(({action}) => action)), new Set(['remove']));
	assert.equal(changes.length, before.rules.length);
});

for (const [name, sections, changes] of [
	[
		'a network comes and a network goes',
		{viewers: {subnets: ['10.20.0.0/16', '10.21.0.0/16']}},
		[
			['add', '10.21.0.0/16 may reach 9999/tcp: viewers'],
			['remove', '2001:db8:20::/48 may reach 9999/tcp: viewers'],
		],
	],
	[
		'everybody goes',
		{viewers: {subnets: []}},
		[['remove', '10.20.0.0/16, 2001:db8:20::/48 may reach 9999/tcp: viewers']],
	],
	[
		'support ends',
		{support: {enabled: false, sources: []}},
		[['remove', '10.40.0.0/24 may reach 22/tcp: remote-support']],
	],
	[
		'the port of a relay changes',
		{smtp: {...smtp, port: 465}},
		[['change', 'this server may reach any destination on 465/tcp: mail']],
	],
	[
		'a rule of the site’s own',
		{
			extra: [
				{
					...{id: 'backup', direction: 'inbound', peer: '10.9.0.1', port: 9102},
					...{protocol: 'tcp', usage: 'Backup'},
				},
			],
		},
		[['add', '10.9.0.1 may reach 9102/tcp: extra-backup']],
	],
	[
		'a network that lies in another changes nothing',
		{viewers: {subnets: ['10.20.0.0/16', '10.20.4.0/24', '2001:db8:20::/48']}},
		[],
	],
	['words that permit nothing', {server: {hostname: 'a.uni.edu'}}, []],
] as const satisfies ReadonlyArray<
	readonly [string, unknown, ReadonlyArray<readonly [string, string]>]
>) {
	test(`the plan when ${name}`, () => {
		const answers = sections as unknown as Readonly<Partial<Answers>>;
		assert.deepEqual(
			planChanges(policyWith(answers), inEffect(before.rules)).map(({action, text}) => [
				action,
				text,
			]),
			changes,
		);
	});
}

test('another port of SQL Server is a change of that rule, in words of what will be', () => {
	const [change, ...others] = planChanges(
		policyWith({sql: {...sql, port: 14_330}}),
		inEffect(before.rules),
	);
	assert.deepEqual(others, []);
	assert.equal(change?.action, 'change');
	assert.match(
		change?.text ?? '',
		/^this server may reach mssql\.uni\.edu .* on 14330\/tcp: sql-tcp$/,
	);
});

test('a name that moves to another address is one address more and one less', () => {
	const after = samplePolicy({
		names: new Map([...sampleNames, ['aa2.uni.edu', [address('10.30.0.21')]]]),
	});
	assert.deepEqual(
		planChanges(after, inEffect(before.rules)).map(({action, text}) => [action, text]),
		[
			['add', '10.30.0.21 may reach 19999/tcp: appsanywhere'],
			['remove', '10.30.0.20 may reach 19999/tcp: appsanywhere'],
		],
	);
});

test('a rule of strangers in our table is taken away, and said to be', () => {
	const stranger: Permission = {
		...{id: 'unknown', direction: 'inbound', peers: {kind: 'any'}},
		match: {kind: 'port', protocol: 'tcp', port: 8080},
	};
	assert.deepEqual(planChanges(before, inEffect([...before.rules, stranger])), [
		{action: 'remove', rule: 'unknown', text: 'anyone may reach 8080/tcp: unknown'},
	]);
});

test('from somebody to everybody is a change, not an addition of nobody', () => {
	const found = before.rules.map(rule =>
		rule.id === 'viewers' ? {...rule, peers: {kind: 'any'} as const} : rule,
	);
	assert.deepEqual(
		planChanges(before, inEffect(found)).map(({action, rule}) => [action, rule]),
		[['change', 'viewers']],
	);
});

test('what was changed by hand beside the rules is told, and put back', () => {
	const changed = {
		...inEffect(before.rules),
		guardedPorts: [],
		oddities: ['it is asleep'],
	};
	assert.deepEqual(
		planChanges(before, changed).map(({action, text}) => [action, text]),
		[
			['change', 'open connections are let on before their sources are judged'],
			['change', 'it is asleep'],
		],
	);
});
