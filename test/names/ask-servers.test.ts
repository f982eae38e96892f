import assert from 'node:assert/strict';
import {test} from 'node:test';
import {formatAddress} from '../../source/addresses/address.js';
import {
	type AskAddresses,
	askServers,
	type ServerAnswer,
	serversToAsk,
} from '../../source/names/ask-servers.js';
import type {NameLook} from '../../source/names/learn.js';
import {address} from '../helpers/sample.js';

const servers = ['10.0.0.53', '10.0.1.53'].map(address);
const noHosts = new Map();

/** `4 answered 192.0.2.1`. */
const wordsOf = (looks: readonly NameLook[]) =>
	looks.map(({family, outcome, addresses}) =>
		[family, outcome, ...addresses.map(each => formatAddress(each.address))].join(' '),
	);

/** DNS servers that say these words, by their address and the family that is asked for. */
function openMockServers(answers: Readonly<Record<string, ServerAnswer>>) {
	const asked: string[] = [];
	const ask: AskAddresses = (server, name, family) => {
		const question = `${formatAddress(server)} ${family}`;
		asked.push(`${question} ${name}`);
		const answer = answers[question];
		// Whoever is not there never answers.
		return answer === undefined ? new Promise(() => undefined) : Promise.resolve(answer);
	};
	return {asked, ask};
}

const answered = (...texts: readonly string[]): ServerAnswer => ({
	outcome: 'answered',
	addresses: texts.map(text => ({address: address(text), ttl: 60})),
});

test('every server is asked for both families, and what each says counts', async () => {
	const {ask, asked} = openMockServers({
		'10.0.0.53 4': answered('192.0.2.1'),
		'10.0.0.53 6': {outcome: 'no-address', ttl: 30},
		'10.0.1.53 4': answered('192.0.2.2'),
		'10.0.1.53 6': {outcome: 'servfail'},
	});
	const looks = await askServers('a.uni.edu', {servers, hosts: noHosts}, {ask, times: 1});
	assert.deepEqual(wordsOf(looks), [
		'4 answered 192.0.2.1',
		'6 no-address',
		'4 answered 192.0.2.2',
		'6 servfail',
	]);
	assert.equal(asked.length, 4);
});

test('a server that does not answer holds up nobody for long where another one has', async () => {
	const {ask} = openMockServers({
		'10.0.1.53 4': answered('192.0.2.2'),
		'10.0.1.53 6': {outcome: 'nxdomain'},
	});
	const looks = await askServers('a.uni.edu', {servers, hosts: noHosts}, {ask, times: 1});
	assert.deepEqual(wordsOf(looks), [
		'4 timeout',
		'6 timeout',
		'4 answered 192.0.2.2',
		'6 nxdomain',
	]);
});

test('a pool is asked for more than once where answers are not handed on', async () => {
	const {ask, asked} = openMockServers({
		'10.0.0.53 4': answered('192.0.2.1'),
		'10.0.0.53 6': {outcome: 'no-address'},
	});
	const [server] = servers;
	assert.ok(server);
	const sources = {servers: [server], hosts: noHosts};
	await askServers('pool.uni.edu', sources, {ask, times: 3});
	assert.equal(asked.length, 6);
});

test('a name of the hosts file is not asked for', async () => {
	const {ask, asked} = openMockServers({});
	const hosts = new Map([['a.uni.edu', [address('10.1.2.3')]]]);
	const looks = await askServers('a.uni.edu', {servers, hosts}, {ask, times: 1});
	assert.deepEqual(wordsOf(looks), ['4 answered 10.1.2.3', '6 no-address']);
	assert.deepEqual(asked, []);
});

test('without a server there is nothing to tell', async () => {
	const {ask} = openMockServers({});
	const looks = await askServers(
		'a.uni.edu',
		{servers: [], hosts: noHosts},
		{ask, times: 1},
	);
	assert.deepEqual(looks, []);
});

for (const [what, wanted, host, asked] of [
	['the servers of the answers', ['10.0.0.53'], ['10.9.9.9'], ['10.0.0.53']],
	["the host's servers where the answers have none", [], ['10.9.9.9'], ['10.9.9.9']],
	['those that a stub on loopback asks', [], ['127.0.0.53', '10.9.9.9'], ['10.9.9.9']],
	['a server on loopback where there is no other', [], ['127.0.0.1'], ['127.0.0.1']],
] as const) {
	test(`who is asked: ${what}`, () => {
		const found = serversToAsk({dns: {servers: [...wanted]}}, host.map(address));
		assert.deepEqual(found.map(formatAddress), asked);
	});
}
