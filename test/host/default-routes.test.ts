import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseDefaultRoutes, readDefaultRoutes} from '../../source/host/default-routes.js';

// Lines of real machines (Linux 6.1, little endian).
const heading =
	'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n';
const subnet4 = 'eth0\t00010A0A\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0\n';
const default4 = 'eth0\t00000000\t0100000A\t0003\t0\t0\t100\t00000000\t0\t0\t0\n';
const refused4 = '*\t00000000\t00000000\t0200\t0\t0\t4096\t00000000\t0\t0\t0\n';

const any = '0'.repeat(32);
const gateway6 = 'fe800000000000000000000000000001';
const subnet6 = `20010db8000000000000000000000000 40 ${any} 00 ${any} 00000100 00000001 00000000 00000001     eth0\n`;
const default6 = `${any} 00 ${any} 00 ${gateway6} 00000400 00000001 00000000 00000003     eth0\n`;
const half6 = `${any} 01 ${any} 00 ${gateway6} 00000400 00000001 00000000 00000003     eth0\n`;
// The kernel has this one always, for what nothing else takes.
const refused6 = `${any} 00 ${any} 00 ${any} ffffffff 00000001 00000000 00200200       lo\n`;
const loopback6 = `00000000000000000000000000000001 80 ${any} 00 ${any} 00000000 00000002 00000000 80200001       lo\n`;

for (const [name, v4, v6, families] of [
	['no tables', undefined, undefined, []],
	['empty tables', '', '', []],
	['subnets alone', heading + subnet4, loopback6 + subnet6 + refused6, []],
	['a default route of IPv4', heading + default4 + subnet4, refused6, [4]],
	['a default route of IPv6', heading, loopback6 + subnet6 + default6 + refused6, [6]],
	['both', heading + default4, default6 + refused6, [4, 6]],
	['a default route that refuses', heading + refused4, refused6, []],
	['one that refuses behind one that does not', heading + refused4 + default4, '', [4]],
	['a route to half of everything', heading, half6 + refused6, []],
	['rubbish', 'rubbish\n\0\n', 'rubbish\n', []],
] as const) {
	test(`with ${name} there is a way out by ${families.map(family => `IPv${family}`).join(' and ') || 'nothing'}`, () => {
		assert.deepEqual(parseDefaultRoutes(v4, v6), families);
	});
}

test('the tables of this machine can be read', async () => {
	const families = await readDefaultRoutes();
	assert.ok(families.every(family => family === 4 || family === 6));
	assert.ok(families.length <= 2);
});
