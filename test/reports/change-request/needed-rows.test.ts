import assert from 'node:assert/strict';
import {test} from 'node:test';
import {neededRows} from '../../../source/reports/change-request/needed-rows.js';
import type {Site} from '../../../source/reports/site.js';
import {faultOf, runOf} from '../sample-faults.js';
import {sampleResult} from '../sample-results.js';
import {sampleSite} from '../sample-site.js';

const dnsAt = (address: string) =>
	({id: 'dns-udp', destination: address, port: 53, protocol: 'udp'}) as const;
const statesOf = (site: Site) =>
	neededRows(site)
		.filter(({id}) => id === 'dns-udp')
		.map(({destination, standing}) => `${destination[0]?.name} ${standing.state}`);

test('each DNS server stands by itself, with what came of asking it', () => {
	const run = runOf([
		sampleResult(dnsAt('10.1.0.53')),
		faultOf('dns.server-silent', dnsAt('10.1.0.54')),
	]);
	assert.deepEqual(statesOf(sampleSite({resolvers: ['10.1.0.53', '10.1.0.54'], run})), [
		'10.1.0.53 proven',
		'10.1.0.54 fails',
	]);
});

test('where any DNS server may be asked, the gravest that came of it counts', () => {
	const run = runOf([
		sampleResult(dnsAt('127.0.0.53')),
		faultOf('dns.server-silent', dnsAt('10.1.0.54')),
	]);
	assert.deepEqual(statesOf(sampleSite({resolvers: ['127.0.0.53'], run})), [
		'any destination fails',
	]);
});

test('what stays on this server is nobody else’s business', () => {
	const ids = neededRows(sampleSite()).map(({id}) => id);
	assert.ok(!ids.includes('loopback') && !ids.includes('replies'));
});
