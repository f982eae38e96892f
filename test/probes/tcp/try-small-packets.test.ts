import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Failure} from '../../../source/failure.js';
import type {LimitPackets, PacketLimit} from '../../../source/firewall/small-packets.js';
import {trySmallPackets} from '../../../source/probes/tcp/try-small-packets.js';

/** Limits nothing, and writes down what it was asked. */
function recordedLimiter(asked: PacketLimit[], released: string[] = []): LimitPackets {
	return async limits => {
		asked.push(...limits);
		return {
			async [Symbol.asyncDispose]() {
				released.push('released');
			},
		};
	};
}

for (const [passing, seen] of [
	[1400, {outcome: 'passes', largest: 1400}],
	[1280, {outcome: 'passes', largest: 1280}],
	[600, {outcome: 'passes', largest: 576}],
	[100, {outcome: 'hangs'}],
] as const) {
	test(`where packets of ${passing} bytes get through, it ${seen.outcome}`, async () => {
		const limits: PacketLimit[] = [];
		const released: string[] = [];
		const isThrough = async (port: number) =>
			limits.some(({localPort, bytes}) => localPort === port && bytes <= passing);
		assert.deepEqual(
			await trySmallPackets(isThrough, recordedLimiter(limits, released)),
			seen,
		);
		assert.deepEqual(released, ['released']);
	});
}

test('where nobody may limit packets, nothing is tried', async () => {
	const seen = await trySmallPackets(async () => assert.fail(), undefined);
	assert.equal(seen.outcome, 'untested');
});

test('where nft refuses, that is told and no more', async () => {
	const seen = await trySmallPackets(
		async () => assert.fail(),
		async () => {
			throw new Failure('command.failed', '"nft" is not there.');
		},
	);
	assert.deepEqual(seen, {outcome: 'untested', reason: '"nft" is not there.'});
});

test('what is called off leaves no limit', async () => {
	const released: string[] = [];
	const reason = new Error('enough');
	await assert.rejects(
		trySmallPackets(() => Promise.reject(reason), recordedLimiter([], released)),
		reason,
	);
	assert.deepEqual(released, ['released']);
});
