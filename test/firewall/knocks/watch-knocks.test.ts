import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Failure} from '../../../source/failure.js';
import {removeKnockTable} from '../../../source/firewall/knocks/knock-table.js';
import {watchKnocks} from '../../../source/firewall/knocks/watch-knocks.js';
import type {RunCommand} from '../../../source/host/command.js';

/** nft, of which only the one table is recorded: whether it is there. */
function recordedNft(isSlow = false) {
	const asked: string[] = [];
	const go = Promise.withResolvers<void>();
	let isThere = false;
	const run: RunCommand = async (file, arguments_, {input = ''} = {}) => {
		assert.equal(file, 'nft');
		if (arguments_.includes('list')) {
			asked.push('list');
			if (!isThere) {
				throw new Failure('command.failed', '"nft" No such file or directory');
			}
		} else if (input === removeKnockTable) {
			asked.push('remove');
			isThere = false;
		} else {
			asked.push('load');
			if (isSlow) {
				await go.promise;
			}

			isThere = true;
		}

		return {stdout: '', stderr: ''};
	};

	return {
		asked,
		run,
		isThere: () => isThere,
		flush() {
			isThere = false;
		},
		goOn: go.resolve,
	};
}

test('the first reading loads the table, the others only read it, and stopping removes it', async () => {
	const nft = recordedNft();
	const watch = watchKnocks(nft.run, [9999]);
	await watch.read();
	await watch.read();
	await watch.stop();
	await watch.stop();
	assert.deepEqual(nft.asked, ['load', 'list', 'list', 'remove']);
});

test('a table that somebody else has removed comes back', async () => {
	const nft = recordedNft();
	const watch = watchKnocks(nft.run, [9999]);
	await watch.read();
	nft.flush();
	await watch.read();
	assert.deepEqual(nft.asked, ['load', 'list', 'list', 'load', 'list']);
});

test('it is removed too when it is stopped in the middle of loading', async () => {
	const nft = recordedNft(true);
	const watch = watchKnocks(nft.run, [9999]);
	const reading = watch.read();
	const stopped = watch.stop();
	nft.goOn();
	await stopped;
	await reading;
	assert.equal(nft.isThere(), false);
	assert.equal(nft.asked.at(-1), 'remove');
});

test('after its end nothing is read or loaded any more', async () => {
	const nft = recordedNft();
	const watch = watchKnocks(nft.run, [9999]);
	await watch.read();
	await watch.stop();
	assert.deepEqual(await watch.read(), {knocks: [], fullPorts: []});
	assert.equal(nft.asked.at(-1), 'remove');
});

test('a watch that never read anything has nothing to remove', async () => {
	const nft = recordedNft();
	await watchKnocks(nft.run, [9999]).stop();
	assert.deepEqual(nft.asked, []);
});

test('what the kernel refuses is told', async () => {
	const refusal = new Failure('command.failed', '"nft" Operation not supported');
	const watch = watchKnocks(() => Promise.reject(refusal), [9999]);
	await assert.rejects(watch.read(), refusal);
});
