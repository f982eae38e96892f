import assert from 'node:assert/strict';
import process from 'node:process';
import {test} from 'node:test';
import {addressDisguise, networksIn} from '../../source/redaction/disguise/addresses.js';
import {nameDisguise, userDisguise} from '../../source/redaction/disguise/words.js';

const networks = '10.20.0.0/16 and 10.20.5.0/24, 2001:db8:20::/48, inet 10.30.0.10/24';

for (const [what, text, expected] of [
	[
		'an address',
		'from 192.0.2.7 to 192.0.2.8, 192.0.2.7',
		'from ipv4-1 to ipv4-2, ipv4-1',
	],
	['a network keeps its prefix', '10.20.0.0/16', 'ipv4-net-1/16'],
	[
		'what lies in a network is told with it',
		'10.20.3.4 10.20.9.9 10.20.3.4',
		'ipv4-net-1-host-1 ipv4-net-1-host-2 ipv4-net-1-host-1',
	],
	[
		'the smallest network counts',
		'10.20.5.9 in 10.20.0.0/16',
		'ipv4-net-1-host-1 in ipv4-net-2/16',
	],
	[
		'an interface',
		'inet 10.30.0.10/24 brd 10.30.0.255',
		'inet ipv4-net-1-host-1/24 brd ipv4-net-1-host-2',
	],
	[
		'IPv6',
		'from 2001:DB8:20::7 or 2001:db8:20::7, port 22',
		'from ipv6-net-1-host-1 or ipv6-net-1-host-1, port 22',
	],
	['IPv6 in brackets', '[2001:db8::7]:443', '[ipv6-1]:443'],
	['with a port', '192.0.2.7:9999', 'ipv4-1:9999'],
	['with a zone', 'fe80::1%eth0', 'ipv6-1%eth0'],
	[
		'a line within JSON',
		String.raw`{"a": "x\n\t192.0.2.7\n192.0.2.8"}`,
		String.raw`{"a": "x\n\tipv4-1\nipv4-2"}`,
	],
	['a card', 'link/ether 52:54:00:12:34:56', 'link/ether mac-1'],
] as const) {
	test(`addresses are disguised: ${what}`, () => {
		assert.equal(addressDisguise(networksIn([networks]))(text), expected);
	});
}

for (const text of [
	'127.0.0.1 127.0.0.53:53 ::1 0.0.0.0/0 ::/0 255.255.255.0 224.0.0.1 ff02::2',
	'at 14:02:11, version 1.2.3, 5.14.0-427.13.1.el9',
	'300.1.1.1 and 1.2.3.4.5',
	'lo: mtu 65536',
]) {
	test(`what is nobody's address stays: ${text}`, () => {
		assert.equal(addressDisguise([])(text), text);
	});
}

const names = nameDisguise({
	names: ['analytics.uni.edu', 'mssql.uni.edu', 'relay.mail.org', 'gateway'],
	shortNames: ['analytics.uni.edu', 'gateway'],
	known: new Set(['license.looker.com']),
});

for (const [text, expected] of [
	['Analytics on analytics.uni.edu', 'Analytics on host-1.example'],
	['ANALYTICS.uni.edu. and analytics', 'host-1.example. and host-1'],
	['other.dept.uni.edu', 'host-2.example'],
	['search uni.edu', 'search host-3.example'],
	['https://mssql.uni.edu:1433/', 'https://host-4.example:1433/'],
	['gateway gateway-1 agateway', 'host-5 gateway-1 agateway'],
	['{"gateway": "gateway", "mssql": 1}', '{"gateway": "host-5", "mssql": 1}'],
	['7.0.40.10.in-addr.arpa.', 'host-6.example.'],
	['license.looker.com and it.org', 'license.looker.com and it.org'],
	['@to-mssql.uni.edu-4 { }', '@to-host-4.example-4 { }'],
	['set to-0.dept.uni.edu-6 {', 'set to-host-7.example-6 {'],
	['@to-license.looker.com-4', '@to-license.looker.com-4'],
	[
		'systemd: analytics-setup-firewall.service',
		'systemd: analytics-setup-firewall.service',
	],
] as const) {
	test(`names are disguised: ${text}`, () => {
		assert.equal(names(text), expected);
	});
}

test('users are disguised where they stand as a word', () => {
	const disguise = userDisguise(['jsmith', 'al']);
	assert.equal(
		disguise('al: sudo by jsmith, also jsmith2'),
		'user-1: sudo by user-2, also jsmith2',
	);
});

test('thousands of networks take time in proportion', () => {
	const listOf = (count: number) =>
		Array.from(
			{length: count},
			(_, index) =>
				`10.${index >> 8}.${index & 255}.0/24 10.${index >> 8}.${index & 255}.7\n`,
		).join('');
	const effortOf = (count: number) => {
		const text = listOf(count);
		const start = process.cpuUsage();
		addressDisguise(networksIn([text]))(text);
		const {user, system} = process.cpuUsage(start);
		return user + system;
	};
	effortOf(1000);
	const least = effortOf(1000);
	const most = effortOf(16_000);
	// With the square of their number it would be 256 times as much.
	assert.ok(most < (least + 2000) * 16 * 4, `${least} µs became ${most} µs`);
});
