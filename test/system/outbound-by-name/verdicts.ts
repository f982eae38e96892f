import assert from 'node:assert/strict';
import {runProgram} from '../../campus/appliance.js';
import type {Campus} from '../../campus/campus.js';
import {isRefused} from './refusals.js';

/** Holds what the kernel does with some addresses, and `explain` says, against what is right. */
export async function areJudged(
	campus: Campus,
	addresses: readonly string[],
	wanted: 'accept' | 'drop',
): Promise<void> {
	const port = 443;
	await Promise.all(
		addresses.map(async address => {
			assert.equal(await passed(campus, address, port), wanted, address);
			assert.equal(await explained(campus, address, port), wanted, address);
		}),
	);
}

/** What `explain` says of an address, or of a name. */
export async function explained(
	campus: Campus,
	place: string,
	port: number,
): Promise<string> {
	const {stdout, stderr} = await runProgram(campus, [
		...['explain', '--to', place, '--port', `${port}/tcp`, '--json'],
	]);
	assert.notEqual(stdout, '', stderr);
	return (JSON.parse(stdout) as {readonly verdict: string}).verdict;
}

async function passed({hosts: {appliance}}: Campus, address: string, port: number) {
	const dialled = await appliance.dial({protocol: 'tcp', address, port});
	return isRefused(dialled) ? 'drop' : 'accept';
}
