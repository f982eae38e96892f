import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {formatAddress} from '../../source/addresses/address.js';
import type {Answers, Extra} from '../../source/answers/schema.js';
import type {Policy} from '../../source/policy/policy.js';
import {type RehearsalInput, rehearsalFor} from '../../source/rehearsal/rehearsal.js';
import {address, sampleAnswers, samplePolicy} from '../helpers/sample.js';

const facts = {addresses: [address('10.10.0.10')]};

/** `inbound 10.20.0.1 9999/tcp accept`, one line an attempt. */
function attemptsOf(
	policy: Policy = samplePolicy(),
	input: Partial<RehearsalInput> = {},
): readonly string[] {
	const {attempts} = rehearsalFor(policy, {facts, clients: [], ...input});
	return attempts.map(
		({packet: {direction, peer, port, protocol}, expected}) =>
			`${direction} ${formatAddress(peer)} ${port}/${protocol} ${expected}`,
	);
}

const policyWith = (sections: Readonly<Partial<Answers>>) =>
	samplePolicy({answers: sampleAnswers(sections)});

const extra = (changes: Readonly<Partial<Extra>>): Extra => ({
	...{id: 'backup', direction: 'inbound', peer: '10.70.0.0/24', port: 8080},
	...{protocol: 'tcp', usage: 'Backup'},
	...changes,
});

suite('what is rehearsed', () => {
	for (const attempt of [
		'inbound 10.20.0.1 9999/tcp accept',
		'inbound 2001:db8:20::1 9999/tcp accept',
		'inbound 10.30.0.10 19999/tcp accept',
		'inbound 10.40.0.1 22/tcp accept',
		'outbound 10.50.0.5 1433/tcp accept',
		'outbound 2001:db8:50::5 1433/udp accept',
		'outbound 10.0.0.53 53/udp accept',
		'outbound 203.0.113.77 443/tcp accept',
		'inbound 203.0.113.77 22/tcp drop',
		'inbound 2001:db8:ffff:ffff::77 9999/tcp drop',
		'outbound 203.0.113.77 1433/tcp drop',
		'inbound 203.0.113.77 9/tcp drop',
		'outbound 2001:db8:ffff:ffff::77 9/tcp drop',
	]) {
		test(attempt, () => {
			assert.ok(attemptsOf().includes(attempt));
		});
	}

	test('who is connected now comes first, and may be about to be locked out', () => {
		const clients = [
			{address: address('10.40.0.9'), port: 22},
			{address: address('192.0.2.9'), port: 22},
		];
		assert.deepEqual(attemptsOf(undefined, {clients}).slice(0, 2), [
			'inbound 10.40.0.9 22/tcp accept',
			'inbound 192.0.2.9 22/tcp drop',
		]);
	});

	test('an administrator is not forgotten among many viewers', () => {
		const viewer = (index: number) => ({
			address: address(`10.20.1.${index}`),
			port: 9999,
		});
		const clients = [
			...Array.from({length: 200}, (_, index) => viewer(index)),
			{address: address('10.40.0.9'), port: 22},
		];
		const [first, second] = attemptsOf(undefined, {clients});
		assert.equal(first, 'inbound 10.40.0.9 22/tcp accept');
		assert.equal(second, 'inbound 10.20.1.0 9999/tcp accept');
	});

	test('a client that cannot come from another network is left out', () => {
		const clients = ['10.10.0.10', '127.0.0.1', '::1', 'fe80::7', '169.254.0.7'].map(
			text => ({address: address(text), port: 22}),
		);
		assert.deepEqual(attemptsOf(undefined, {clients}), attemptsOf());
	});

	test('nothing twice', () => {
		const client = {address: address('10.40.0.1'), port: 22};
		const attempts = attemptsOf(undefined, {clients: [client, client]});
		assert.equal(new Set(attempts).size, attempts.length);
	});

	test('the address of this server is nobody to hear from', () => {
		const addresses = ['10.20.0.1', '10.20.0.2'].map(address);
		const attempts = attemptsOf(undefined, {facts: {addresses}});
		assert.ok(attempts.includes('inbound 10.20.0.3 9999/tcp accept'));
	});

	test('a stranger is somebody whom nothing permits', () => {
		const policy = policyWith({
			viewers: {subnets: ['203.0.113.0/24', '198.51.100.0/24']},
		});
		assert.ok(attemptsOf(policy).includes('inbound 192.0.2.77 9999/tcp drop'));
	});

	test('where everybody is permitted, a stranger is too', () => {
		const attempts = attemptsOf(policyWith({viewers: {subnets: ['0.0.0.0/0', '::/0']}}));
		assert.ok(attempts.includes('inbound 203.0.113.77 9999/tcp accept'));
		assert.ok(attempts.includes('inbound 203.0.113.77 22/tcp drop'));
	});

	test('outbound that is not filtered lets the unlisted port out', () => {
		const attempts = attemptsOf(policyWith({outbound: {mode: 'open'}}));
		assert.ok(attempts.includes('outbound 203.0.113.77 9/tcp accept'));
		assert.ok(attempts.includes('inbound 203.0.113.77 9/tcp drop'));
	});

	test("the site's own additions, each with a stranger", () => {
		const attempts = attemptsOf(policyWith({extra: [extra({})]}));
		assert.ok(attempts.includes('inbound 10.70.0.1 8080/tcp accept'));
		assert.ok(attempts.includes('inbound 203.0.113.77 8080/tcp drop'));
	});

	test('many clients and additions leave room for the rules of the list', () => {
		const clients = Array.from({length: 200}, (_, index) => ({
			address: address(`10.40.1.${index}`),
			port: 22,
		}));
		const extras = Array.from({length: 200}, (_, index) =>
			extra({id: `extra-${index}`, port: 20_000 + index}),
		);
		const attempts = attemptsOf(policyWith({extra: extras}), {clients});
		assert.equal(attempts.length, 60);
		assert.ok(attempts.includes('outbound 10.50.0.5 1433/tcp accept'));
	});

	test('a server without an address gets one of either family', () => {
		const {server} = rehearsalFor(samplePolicy(), {facts: {addresses: []}, clients: []});
		assert.deepEqual(Object.values(server).map(formatAddress), [
			'192.0.2.1',
			'2001:db8::1',
		]);
	});
});
