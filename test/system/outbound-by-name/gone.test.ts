import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {connectByName, failuresAmong} from '../../campus/clients/connect-by-name.js';
import {campusSkip} from '../../campus/need.js';
import {hasty, startFollower} from './followers.js';
import {untilRefused} from './refusals.js';
import {name, openSite, type Site, spare} from './site.js';
import {areJudged, explained} from './verdicts.js';

/** A second for the kernel, which counts in seconds, and one for this machine. */
const longestStay = hasty.shortestStay * 1.5 + 2000;

const other = 'bitbucket.org';

suite('an address that is gone from the DNS', {skip: campusSkip()}, () => {
	let site: Site;

	before(async () => {
		site = await openSite();
		await startFollower(site.campus.hosts.appliance, [name, other]);
		await site.move(spare(100), {[other]: spare(102)});
		await site.apply('destinations');
	});
	after(() => site.campus.close());

	test('is closed after its time, while open connections and the next one go on', async () => {
		const {appliance} = site.campus.hosts;
		const client = await connectByName(appliance, {name});
		await client.reaches(spare(100));
		const sessions = await Promise.all(
			spare(100).map(address => appliance.connect({address, port: 443})),
		);
		await areJudged(site.campus, [...spare(100), ...spare(102)], 'accept');
		const reached = client.reaches(spare(101));
		// One has another address now, and the other one is gone altogether.
		await site.move(spare(101), {[other]: []});
		await reached;
		const gone = [...spare(100), ...spare(102)];
		const milliseconds = await untilRefused(appliance, gone);
		assert.ok(milliseconds < longestStay, `${milliseconds} ms`);
		for (const session of sessions) {
			assert.equal(await session.say('still there?'), 'answered');
		}

		assert.deepEqual(failuresAmong(await client.stop()), {});
		await areJudged(site.campus, gone, 'drop');
		await areJudged(site.campus, spare(101), 'accept');
		assert.equal(await explained(site.campus, name, 443), 'accept');
		assert.equal(await explained(site.campus, name, 8443), 'drop');
		assert.equal(await explained(site.campus, other, 443), 'drop');
	});

	test('opens again with the first answer that tells it', async () => {
		await site.move(spare(101), {[other]: spare(102)});
		const client = await connectByName(site.campus.hosts.appliance, {name: other});
		await client.reaches(spare(102));
		assert.deepEqual(failuresAmong(await client.stop()), {});
	});
});
