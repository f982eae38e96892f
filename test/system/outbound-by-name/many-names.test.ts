import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {campusSkip} from '../../campus/need.js';
import {changesDuring, permittedFor} from './kernel.js';
import {addressesOf, names, openManyNames, refresh} from './many-names.js';
import type {Site} from './site.js';

suite('1,000 names with 50 addresses each', {skip: campusSkip()}, () => {
	let site: Site;

	before(async () => {
		site = await openManyNames();
	});
	after(() => site.campus.close());

	test('have what they lead to permitted', async () => {
		for (const index of [0, 500, 999]) {
			assert.deepEqual(
				await permittedFor(site.campus.hosts.appliance, names[index] ?? ''),
				addressesOf(index).toSorted(),
			);
		}
	});

	test('change nothing in the kernel when they are asked for again', async () => {
		const changes = await changesDuring(site.campus.hosts.appliance, async () => {
			assert.equal(await refresh(site), names.length);
		});
		assert.deepEqual(changes.slice(0, 5), []);
	});
});
