import type {Family} from '../addresses/address.js';
import {readFileIfThere} from './files.js';

/** The address families in which this machine knows a way to everywhere. */
export async function readDefaultRoutes(): Promise<readonly Family[]> {
	const [v4, v6] = await Promise.all(
		['/proc/net/route', '/proc/net/ipv6_route'].map(readFileIfThere),
	);
	return parseDefaultRoutes(v4, v6);
}

/** @param v4, v6 the kernel's tables: proc(5), /proc/net/route and /proc/net/ipv6_route */
export function parseDefaultRoutes(v4 = '', v6 = ''): readonly Family[] {
	return [
		...(v4.split('\n').some(isDefault4) ? [4 as const] : []),
		...(v6.split('\n').some(isDefault6) ? [6 as const] : []),
	];
}

/** The flag of a route that refuses what would take it. */
const reject = 0x02_00;

function isDefault4(line: string): boolean {
	const [, destination, , flags = '0', , , , mask] = line.split(/\s+/);
	return destination === '00000000' && mask === '00000000' && !isRefusal(flags);
}

function isDefault6(line: string): boolean {
	const [destination = '', length, , , , , , , flags = '0'] = line.split(/\s+/);
	return /^0{32}$/.test(destination) && length === '00' && !isRefusal(flags);
}

function isRefusal(flags: string): boolean {
	return (Number.parseInt(flags, 16) & reject) !== 0;
}
