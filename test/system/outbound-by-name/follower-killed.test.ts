import assert from 'node:assert/strict';
import process from 'node:process';
import {afterEach, beforeEach, suite, test} from 'node:test';
import {
	type Client,
	connectByName,
	failuresAmong,
} from '../../campus/clients/connect-by-name.js';
import {campusSkip} from '../../campus/need.js';
import {untilFollowing} from './followers.js';
import {processesWith} from './processes-with.js';
import {name, openSite, type Site, spare, usual} from './site.js';

suite('while a program connects by name', {skip: campusSkip()}, () => {
	let site: Site;
	let client: Client;

	beforeEach(async () => {
		site = await openSite();
		await site.apply('destinations');
		client = await connectByName(site.campus.hosts.appliance, {name});
		await client.reaches(usual);
	});
	afterEach(() => site.campus.close());

	/** Kills a part of the program, waits until it is back, and lets the name move on. */
	const killAndMove = async (word: string) => {
		const {appliance} = site.campus.hosts;
		const [pid, ...others] = await processesWith(appliance, word);
		assert.ok(pid);
		assert.deepEqual(others, []);
		process.kill(pid, 'SIGKILL');
		await untilFollowing(appliance);
		const reached = client.reaches(spare(100));
		await site.move(spare(100));
		await reached;
		return failuresAmong(await client.stop());
	};

	test('the follower is killed and comes back, and the program sees no failure', async () => {
		assert.deepEqual(await killAndMove('follow-names'), {});
	});

	test('what talks with the DNS is killed: a look-up fails at most, and no connection', async () => {
		const failures = await killAndMove('forward-names');
		const lookUps = Object.entries(failures).filter(([what]) => /getaddrinfo/.test(what));
		assert.equal(Object.keys(failures).length, lookUps.length);
		assert.ok(
			lookUps.every(([, count]) => count <= 2),
			JSON.stringify(failures),
		);
	});
});
