import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fromDirectPort} from '../../source/host/direct-port.js';
import {directPorts} from '../../source/policy/forwarder-place.js';

/** What comes of tries, one after the other; the last of these for all that follow. */
async function tryAll(codes: readonly string[]) {
	const ports: number[] = [];
	const code = await fromDirectPort(
		async port => {
			ports.push(port);
			return codes[ports.length - 1] ?? codes.at(-1);
		},
		result => result,
	);
	return {ports, code};
}

test('a port that is taken may be told by an error that is thrown', async () => {
	let tries = 0;
	const answer = await fromDirectPort(async () => {
		tries += 1;
		if (tries < 3) {
			throw Object.assign(new Error('bind'), {code: 'EADDRINUSE'});
		}

		return 'answer';
	});
	assert.deepEqual([answer, tries], ['answer', 3]);
});

test('any other error that is thrown ends it', async () => {
	const silent = Object.assign(new Error('silent'), {code: 'ETIMEOUT'});
	await assert.rejects(
		fromDirectPort(() => Promise.reject(silent)),
		silent,
	);
});

for (const [what, codes, tries] of [
	['an answer', ['NOERROR'], 1],
	['silence', ['ETIMEDOUT'], 1],
	['a port that another question has', ['EADDRINUSE', 'NOERROR'], 2],
	['a connection that has just ended', ['EADDRNOTAVAIL', 'NOERROR'], 2],
	['ports that are all taken', ['EADDRINUSE'], 8],
] as const) {
	test(`${what} takes ${tries} ${tries === 1 ? 'try' : 'tries'}, each from a direct port`, async () => {
		const {ports, code} = await tryAll(codes);
		assert.equal(ports.length, tries);
		assert.ok(ports.every(port => port >= directPorts.first && port <= directPorts.last));
		assert.equal(code, codes.at(-1));
	});
}
