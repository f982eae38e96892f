import assert from 'node:assert/strict';
import {test} from 'node:test';
import {formatAddress} from '../../source/addresses/address.js';
import {type InEffect, nothingInEffect} from '../../source/firewall/backend.js';
import {explainErrand} from '../../source/flow/explain-errand.js';
import {flowOn} from '../../source/flow/flow.js';
import type {NamesReport} from '../../source/names/followed-name.js';
import {withAddresses} from '../../source/policy/followed-names.js';
import {type MachineRecord, recordedMachine} from '../helpers/recorded-machine.js';
import {address, sampleAnswers, samplePolicy} from '../helpers/sample.js';

const answers = sampleAnswers({outbound: {mode: 'destinations'}});
const license = 'license.looker.com';
const inEffect = (...addresses: readonly string[]): InEffect => ({
	...nothingInEffect,
	rules: withAddresses(
		samplePolicy({answers}),
		new Map([[license, addresses.map(address)]]),
	).rules.map(rule => ({...rule, packets: 0})),
});
/** What the DNS says, which is not what the kernel has. */
const network = {
	names: {
		[license]: ['198.51.100.99'],
		'aa2.uni.edu': ['10.30.0.20'],
		'no.example': 'nxdomain',
	},
} as const;

async function explained(
	text: string,
	record: MachineRecord,
	{direction = 'outbound', port = 443, isAboutAnswers = false} = {},
) {
	const machine = recordedMachine({network, ...record});
	const isAddress = /^[\d.]+$/.test(text);
	const found = await explainErrand(
		{
			direction: direction === 'inbound' ? 'inbound' : 'outbound',
			place: isAddress
				? {kind: 'address', address: address(text)}
				: {kind: 'name', name: text},
			...{answers, isAboutAnswers, port, protocol: 'tcp'},
		},
		machine,
		flowOn(machine).policyNow,
	);
	return {...found, asked: machine.asked};
}

const wordsOf = ({verdict, addresses}: Awaited<ReturnType<typeof explained>>) =>
	`${verdict}: ${addresses.map(each => formatAddress(each.address)).join(' ')}`;

test('a followed name stands for what the kernel has of it, and is not looked up', async () => {
	const found = await explained(license, {inEffect: inEffect('198.51.100.80')});
	assert.equal(wordsOf(found), 'accept: 198.51.100.80');
	assert.equal(found.rule?.id, 'looker-license');
	assert.equal(found.isInEffect, true);
	assert.ok(!found.asked.some(each => each.includes(license)), found.asked.join('\n'));
});

for (const [text, verdict] of [
	['198.51.100.80', 'accept'],
	['198.51.100.99', 'drop'],
] as const) {
	test(`what the kernel has decides about ${text}, and not the DNS: ${verdict}`, async () => {
		const found = await explained(text, {inEffect: inEffect('198.51.100.80')});
		assert.equal(found.verdict, verdict);
	});
}

test('an address that is refused of a name makes it fail, and why is told', async () => {
	const names: NamesReport = {
		way: 'answers',
		because: undefined,
		names: [
			{
				...{name: license, addresses: [], answered: 1, fault: undefined, nextLook: 2},
				refused: [{address: address('10.1.2.3'), reason: 'inside'}],
			},
		],
	};
	const found = await explained(license, {inEffect: inEffect('198.51.100.80'), names});
	assert.equal(wordsOf(found), 'drop: 198.51.100.80 10.1.2.3');
	assert.match(found.trouble ?? '', /is inside, although the list means a site/);
});

for (const [what, record] of [
	['nothing is in effect', {}],
	['rules are only written to files', {backend: 'files'}],
] as const) {
	test(`where ${what} it is told what would be`, async () => {
		const found = await explained(license, record);
		assert.equal(wordsOf(found), 'accept: 198.51.100.99');
		assert.equal(found.isInEffect, false);
	});
}

test('other answers than those in effect are explained as what would be', async () => {
	const {rules} = samplePolicy();
	const found = await explained(
		license,
		{inEffect: {...nothingInEffect, rules: rules.map(rule => ({...rule, packets: 0}))}},
		{isAboutAnswers: true},
	);
	assert.equal(found.rule?.id, 'looker-license');
	assert.equal(found.isInEffect, false);
});

test('whoever comes in is looked up, and judged by what is in effect', async () => {
	const found = await explained(
		'aa2.uni.edu',
		{inEffect: inEffect()},
		{direction: 'inbound', port: 19_999},
	);
	assert.equal(wordsOf(found), 'accept: 10.30.0.20');
});

test('a name that the DNS does not know says so', async () => {
	const found = await explained('no.example', {inEffect: inEffect()});
	assert.equal(
		found.reason,
		'"no.example" has no address now (no such name), and no rule follows it on 443/tcp.',
	);
});
