import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import type {Host} from './host.js';

/** How often a host had to ask again to be let in: once a second without an answer. */
export async function repeatedAsks({pid}: Host): Promise<number> {
	const text = await readFile(`/proc/${pid}/net/netstat`, 'utf8');
	const [names = [], values = []] = text
		.split('\n')
		.filter(line => line.startsWith('TcpExt:'))
		.map(line => line.split(' '));
	const index = names.indexOf('TCPSynRetrans');
	assert.ok(index > 0);
	return Number(values[index]);
}
