import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {campusSkip} from '../../campus/need.js';
import {ourTables, permittedFor} from './kernel.js';
import {name, openSite, type Site} from './site.js';
import {onTrial} from './trial.js';
import {underTraffic} from './under-traffic.js';

const keep = ['confirm', '--without-proof'];
const undo = ['rollback'];

suite('a program that connects by name sees no failure', {skip: campusSkip()}, () => {
	let site: Site;
	const isOn = async () => {
		const {appliance} = site.campus.hosts;
		const permitted = await permittedFor(appliance, name).catch(() => []);
		return permitted.length > 0;
	};

	before(async () => {
		site = await openSite();
	});
	after(() => site.campus.close());

	test('while rules are applied again and again', async () => {
		await site.apply('destinations');
		const failures = await underTraffic(site, async () => {
			await site.apply('destinations', {support: {enabled: false, sources: []}});
			await site.apply('destinations');
		});
		assert.deepEqual(failures, {});
	});

	for (const [what, old, mode, end, isOnAfter] of [
		['the mode is switched off and taken back', 'destinations', 'ports', undo, true],
		['the mode is switched off and kept', 'destinations', 'ports', keep, false],
		['the mode is switched on and taken back', 'ports', 'destinations', undo, false],
	] as const) {
		test(`while ${what}`, async () => {
			await site.apply(old);
			const failures = await underTraffic(site, async client => {
				const some = () => client.reaches([]);
				await some();
				await onTrial(site, mode, some, end);
				await some();
			});
			assert.deepEqual(failures, {});
			assert.equal(await isOn(), isOnAfter);
			const tables = await ourTables(site.campus.hosts.appliance);
			assert.equal(
				tables.some(table => table.includes('_dns')),
				isOnAfter,
			);
		});
	}
});
