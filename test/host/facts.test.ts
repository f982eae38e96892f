import assert from 'node:assert/strict';
import {test} from 'node:test';
import {formatAddress} from '../../source/addresses/address.js';
import {Failure} from '../../source/failure.js';
import type {RunCommand} from '../../source/host/command.js';
import {mainAddress, readHostFacts} from '../../source/host/facts.js';
import {address} from '../helpers/sample.js';

type Listed = Readonly<Record<string, string | number | boolean>>;

const loopback: readonly Listed[] = [
	{family: 'inet', local: '127.0.0.1', prefixlen: 8, scope: 'host', label: 'lo'},
	{family: 'inet6', local: '::1', prefixlen: 128, scope: 'host'},
];
const fixed4 = {family: 'inet', local: '10.1.0.5', prefixlen: 24, scope: 'global'};
const dynamic4 = {...fixed4, dynamic: true, valid_life_time: 85_000};
const link6 = {family: 'inet6', local: 'fe80::1', prefixlen: 64, scope: 'link'};
const fixed6 = {family: 'inet6', local: '2001:db8::5', prefixlen: 64, scope: 'global'};
const slaac6 = {...fixed6, dynamic: true, mngtmpaddr: true};
const dhcp6 = {...fixed6, prefixlen: 128, dynamic: true};

/** A machine whose `ip` prints these addresses, and which remembers what was run. */
function machine(...eth0: readonly Listed[]) {
	const asked: string[] = [];
	const run: RunCommand = async (file, arguments_) => {
		asked.push([file, ...arguments_].join(' '));
		return {
			stdout: JSON.stringify([
				{ifname: 'lo', addr_info: loopback},
				{ifname: 'eth0', addr_info: eth0},
			]),
			stderr: '',
		};
	};
	return {asked, run};
}

for (const [name, listed, addresses, usesDhcp] of [
	['a fixed address', [fixed4], ['10.1.0.5'], {4: false, 6: false}],
	['an address by DHCP', [dynamic4, link6], ['10.1.0.5'], {4: true, 6: false}],
	['no address yet', [link6], [], {4: true, 6: false}],
	[
		'IPv6 from a router',
		[fixed4, slaac6],
		['10.1.0.5', '2001:db8::5'],
		{4: false, 6: false},
	],
	['IPv6 by DHCP', [fixed4, dhcp6], ['10.1.0.5', '2001:db8::5'], {4: false, 6: true}],
	['IPv6 first', [fixed6, fixed4], ['2001:db8::5', '10.1.0.5'], {4: false, 6: false}],
	['both by DHCP', [dynamic4, dhcp6], ['10.1.0.5', '2001:db8::5'], {4: true, 6: true}],
] as const) {
	test(`a machine with ${name}`, async () => {
		const {asked, run} = machine(...listed);
		const facts = await readHostFacts(run);
		assert.deepEqual(facts.addresses.map(formatAddress), addresses);
		assert.deepEqual(facts.usesDhcp, usesDhcp);
		assert.deepEqual(asked, ['ip -json address show']);
	});
}

for (const [name, run] of [
	[
		'without the program "ip"',
		async () => {
			throw new Failure('command.failed', '"ip" is not installed');
		},
	],
	['whose "ip" prints no JSON', async () => ({stdout: '1: lo: <UP>', stderr: ''})],
	['whose "ip" prints nothing', async () => ({stdout: '', stderr: ''})],
] as ReadonlyArray<readonly [string, RunCommand]>) {
	test(`a machine ${name} has no addresses, and DHCP may bring one`, async () => {
		const facts = await readHostFacts(run);
		assert.deepEqual(facts.addresses, []);
		assert.deepEqual(facts.usesDhcp, {4: true, 6: false});
		assert.notEqual(facts.hostname, '');
	});
}

test('an interface without addresses does not hide those of the others', async () => {
	const run: RunCommand = async () => ({
		stdout: JSON.stringify([
			{ifname: 'eth1', addr_info: []},
			{ifname: 'eth0', addr_info: [fixed4]},
		]),
		stderr: '',
	});
	assert.deepEqual((await readHostFacts(run)).addresses, [address('10.1.0.5')]);
});

for (const [addresses, main] of [
	[['10.1.0.5', '10.2.0.5'], '10.1.0.5'],
	[['2001:db8::5', '10.1.0.5'], '10.1.0.5'],
	[['2001:db8::5'], '2001:db8::5'],
	[[], undefined],
] as const) {
	test(`of [${addresses}] the server is known by ${main}`, () => {
		assert.equal(mainAddress({addresses: addresses.map(address)}), main);
	});
}
