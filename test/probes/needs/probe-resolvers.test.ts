import assert from 'node:assert/strict';
import {test} from 'node:test';
import {probeResolvers} from '../../../source/probes/needs/probe-resolvers.js';
import {probeContext} from '../probe-context.js';
import {addressOf, type NetworkRecord} from '../recorded-network.js';

const first = '10.62.0.53';
const second = '2001:db8::53';
const probe = async (dns: NetworkRecord['dns'] = {}, servers = [first, second]) => {
	const context = probeContext({network: {dns}});
	const resolvers = servers.map(addressOf);
	const findings = await probeResolvers({...context, resolvers});
	return {results: findings.map(({result}) => result), asked: context.asked};
};

test('every DNS server is asked for this server itself, over UDP and over TCP', async () => {
	const {results, asked} = await probe();
	assert.deepEqual(
		results.map(({id, destination, port, protocol}) => [id, destination, port, protocol]),
		[
			['dns-udp', first, 53, 'udp'],
			['dns-udp', second, 53, 'udp'],
			['dns-tcp', first, 53, 'tcp'],
			['dns-tcp', second, 53, 'tcp'],
		],
	);
	assert.equal(asked.length, 4);
	for (const {verdict, address, milliseconds, evidence} of results) {
		assert.equal(verdict, 'pass');
		assert.ok(address === first || address === second);
		assert.equal(milliseconds, 2);
		assert.match(JSON.stringify(evidence), /"question":"analytics\.uni\.edu"/);
	}
});

test('a server that is silent over one protocol is told with its port', async () => {
	const {results} = await probe({[`${first} tcp`]: 'timeout'}, [first]);
	const [udp, tcp] = results;
	assert.equal(udp?.verdict, 'pass');
	assert.deepEqual([tcp?.cause, tcp?.owner], ['dns.server-silent', 'network']);
	assert.match(tcp?.remedy ?? '', /permit 53\/tcp from 10\.10\.0\.10 to 10\.62\.0\.53/);
});

for (const [ending, cause] of [
	['NXDOMAIN', null],
	['SERVFAIL', 'dns.servfail'],
	['REFUSED', 'dns.refused'],
	['refused', 'dns.no-service'],
] as const) {
	test(`a server that ends a question with ${ending} is judged ${cause ?? 'good'}`, async () => {
		const {results} = await probe({[`${first} udp`]: ending}, [first]);
		assert.equal(results[0]?.cause, cause);
	});
}

test('where no DNS server is known nobody is asked', async () => {
	const {results, asked} = await probe({}, []);
	assert.deepEqual([results, asked], [[], []]);
});
