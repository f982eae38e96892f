import assert from 'node:assert/strict';
import process from 'node:process';
import {test} from 'node:test';
import {formatAddress} from '../../source/addresses/address.js';
import {type Ancestor, findSshClient} from '../../source/host/session.js';

/** A line of processes, each the parent of the one before it, numbered from 2. */
function recordedLine(...connections: ReadonlyArray<string | undefined>) {
	return async (pid: number): Promise<Ancestor | undefined> =>
		pid - 2 < connections.length
			? {parent: pid + 1, environment: {SSH_CONNECTION: connections[pid - 2]}}
			: undefined;
}

for (const [name, line, client] of [
	['an SSH session', ['10.40.0.7 50022 10.1.0.5 22'], '10.40.0.7'],
	['an SSH session by IPv6', ['2001:db8:40::7 50022 2001:db8::5 22'], '2001:db8:40::7'],
	['one from the same link', ['fe80::7%eth0 50022 fe80::5%eth0 22'], 'fe80::7'],
	['one behind sudo', [undefined, undefined, '10.40.0.7 50022 10.1.0.5 22'], '10.40.0.7'],
	['a console', [undefined, undefined], undefined],
	['an empty variable', [''], undefined],
	['a variable of something else', ['UNKNOWN 65535 UNKNOWN 65535'], undefined],
] as const) {
	test(`${name} comes from ${client ?? 'nowhere else'}`, async () => {
		const found = await findSshClient(2, recordedLine(...line));
		assert.equal(found && formatAddress(found), client);
	});
}

test('on the real machine it comes to an end', async () => {
	await findSshClient(process.pid);
});
