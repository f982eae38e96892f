import assert from 'node:assert/strict';
import {test} from 'node:test';
import {flowOn} from '../../source/flow/flow.js';
import {
	exampleAnswers,
	type MachineRecord,
	recordedMachine,
} from '../helpers/recorded-machine.js';
import {faultOf, runOf} from '../reports/sample-faults.js';

const siteOn = (record: MachineRecord = {}, answers = exampleAnswers) =>
	flowOn(recordedMachine(record)).siteFor(answers, undefined);

test('a site has every name that a firewall or this server has to find, once', async () => {
	const {names} = await siteOn();
	const found = names.map(({name}) => name);
	assert.deepEqual(found, [...new Set(found)]);
	for (const name of [
		'analytics.uni.edu',
		'aa2.uni.edu',
		'mssql.uni.edu',
		'smtp.uni.edu',
		'2.centos.pool.ntp.org',
		'license.looker.com',
	]) {
		assert.ok(found.includes(name), name);
	}
});

test('what is not used is not looked up', async () => {
	const {names} = await siteOn();
	const found = names.map(({name}) => name);
	assert.ok(!found.includes('smtp.sendgrid.net'));
	assert.ok(!found.includes('3.centos.pool.ntp.org'));
});

test('the proxy is looked up too', async () => {
	const proxy = {url: 'http://proxy.uni.edu:3128', noProxy: []};
	const {names} = await siteOn({}, {...exampleAnswers, proxy});
	assert.ok(names.some(({name}) => name === 'proxy.uni.edu'));
});

test('a name that does not resolve has no address, and what each server said', async () => {
	const {names} = await siteOn({network: {names: {'mssql.uni.edu': 'nxdomain'}}});
	const found = names.find(({name}) => name === 'mssql.uni.edu');
	assert.deepEqual(found?.addresses, []);
	assert.ok(found.said.every(({outcome}) => outcome === 'nxdomain'));
});

test('a name that has moved since it was tried is said to', async () => {
	const machine = recordedMachine({network: {names: {'mssql.uni.edu': ['10.50.0.6']}}});
	const evidence = {name: {addresses: ['10.50.0.5']}};
	const run = runOf([faultOf('tcp.refused', {evidence})]);
	const {names} = await flowOn(machine).siteFor(exampleAnswers, run);
	const found = names.find(({name}) => name === 'mssql.uni.edu');
	assert.equal(found?.rotation?.kind, 'moved');
});

test('each address of the server is told with its names in the DNS', async () => {
	const pointers = {'10.10.0.10': ['analytics.uni.edu']};
	const known = await siteOn({network: {pointers}});
	assert.deepEqual(known.pointers, [
		{address: '10.10.0.10', outcome: 'answered', names: ['analytics.uni.edu']},
	]);
	const unknown = await siteOn();
	assert.deepEqual(unknown.pointers, [
		{address: '10.10.0.10', outcome: 'nxdomain', names: []},
	]);
});

test('before an apply no rule is in effect; after it every one is', async () => {
	const machine = recordedMachine();
	const flow = flowOn(machine);
	const before = await flow.siteFor(exampleAnswers, undefined);
	assert.ok(before.rules.every(({isInEffect}) => !isInEffect));
	assert.equal(before.isEnforced, false);
	const {rules} = await flow.policyFor(exampleAnswers);
	const inEffect = {
		rules: rules.map(rule => ({...rule, packets: 0})),
		guardedPorts: [22, 9999, 19_999],
		oddities: [],
	};
	const after = await siteOn({inEffect});
	assert.ok(after.rules.every(({isInEffect}) => isInEffect));
	assert.equal(after.isEnforced, true);
	const {rules: some} = await siteOn({
		inEffect: {...inEffect, rules: inEffect.rules.filter(({id}) => id !== 'sql-tcp')},
	});
	assert.deepEqual(
		some.filter(({isInEffect}) => !isInEffect).map(({id}) => id),
		['sql-tcp'],
	);
});

test('rules that are only files are not in effect', async () => {
	const {backend, isEnforced, rules} = await siteOn({backend: 'files'});
	assert.equal(backend, 'files');
	assert.equal(isEnforced, false);
	assert.ok(rules.every(({isInEffect}) => !isInEffect));
});

test('nothing is changed, and nothing is dialled', async () => {
	const machine = recordedMachine();
	await flowOn(machine).siteFor(exampleAnswers, undefined);
	assert.deepEqual(
		machine.asked.filter(what => !what.startsWith('resolve ')),
		[],
	);
});
