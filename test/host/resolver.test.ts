import assert from 'node:assert/strict';
import {test} from 'node:test';
import {formatAddress} from '../../source/addresses/address.js';
import {byServer, gravest, type Look, resolveName} from '../../source/host/resolver.js';
import {address} from '../helpers/sample.js';

// How real servers are asked is tested in the campus: they all listen on port 53.

const lookOf = (server: string, family: 4 | 6): Look => ({
	...{server, family, outcome: 'no-address', addresses: []},
});

test('a name of the hosts file is known without a DNS server', async () => {
	const hosts = new Map([['mssql.uni.edu', ['10.60.0.11', '2001:db8::11'].map(address)]]);
	const answer = await resolveName('mssql.uni.edu', {servers: [], hosts});
	assert.ok(answer.outcome === 'answered');
	assert.deepEqual(answer.addresses.map(formatAddress), ['10.60.0.11', '2001:db8::11']);
	assert.deepEqual(
		answer.looks.map(({server, family, outcome}) => [server, family, outcome]),
		[
			['/etc/hosts', 4, 'answered'],
			['/etc/hosts', 6, 'answered'],
		],
	);
});

test('without a DNS server no other name is known', async () => {
	const hosts = new Map([['mssql.uni.edu', [address('10.60.0.11')]]]);
	const answer = await resolveName('bitbucket.org', {servers: [], hosts});
	assert.equal(answer.outcome, 'no-server');
	assert.deepEqual(answer.looks, []);
});

test('what servers say is told by server, in their order', () => {
	const looks = [lookOf('b', 4), lookOf('a', 4), lookOf('b', 6)];
	assert.deepEqual(
		byServer(looks).map(of => of.map(({server, family}) => `${server}${family}`)),
		[['b4', 'b6'], ['a4']],
	);
});

for (const [outcomes, fault] of [
	[[], 'no-server'],
	[['timeout'], 'timeout'],
	[['timeout', 'nxdomain'], 'nxdomain'],
	[['refused', 'servfail'], 'servfail'],
	[['timeout', 'refused'], 'refused'],
	[['no-address', 'servfail', 'timeout'], 'no-address'],
] as const) {
	test(`of servers that say "${outcomes.join('", "') || 'nothing'}" the fault is ${fault}`, () => {
		assert.equal(gravest(outcomes), fault);
	});
}

test('what each server says by itself is told beside what programs are told', async () => {
	// Nobody answers there, as where a forwarder is gone.
	const servers = [address('127.99.99.99')];
	const itself = [lookOf('127.99.99.99', 4), lookOf('127.99.99.99', 6)];
	const answer = await resolveName(
		'bitbucket.org',
		{servers, hosts: new Map()},
		async () => itself,
	);
	assert.equal(answer.outcome, 'refused');
	assert.deepEqual(answer.looks, itself);
});
