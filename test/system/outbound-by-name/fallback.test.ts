import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {forwarderPort} from '../../../source/policy/forwarder-place.js';
import {runProgram} from '../../campus/appliance.js';
import {connectByName} from '../../campus/clients/connect-by-name.js';
import {campusSkip} from '../../campus/need.js';
import {ourTables} from './kernel.js';
import {name, openSite, type Site, spare} from './site.js';

suite('where another program has the port of the forwarder', {skip: campusSkip()}, () => {
	let site: Site;

	before(async () => {
		site = await openSite();
		const {appliance} = site.campus.hosts;
		await appliance.listen({protocol: 'tcp', port: forwarderPort});
		await appliance.listen({protocol: 'udp', port: forwarderPort});
		await site.move(spare(100));
		await site.apply('destinations');
	});
	after(() => site.campus.close());

	test('names are looked up now and then, no program is turned aside, and status says so', async () => {
		const {appliance} = site.campus.hosts;
		const client = await connectByName(appliance, {name});
		await client.reaches(spare(100));
		await client.stop();
		const tables = await ourTables(appliance);
		assert.ok(!tables.some(table => table.includes('_dns')), tables.join());
		assert.match(await site.run(['status']), /only looked up now and then/);
	});

	test('refresh permits what the DNS says now', async () => {
		const {appliance} = site.campus.hosts;
		await site.move(spare(101));
		await runProgram(site.campus, ['refresh']);
		const client = await connectByName(appliance, {name});
		await client.reaches(spare(101));
		await client.stop();
	});
});
