import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {connectByName, failuresAmong} from '../../campus/clients/connect-by-name.js';
import {hostPlans} from '../../campus/hosts.js';
import {campusSkip} from '../../campus/need.js';
import {dnsmasq} from '../../campus/services/dns.js';
import {startService} from '../../campus/services/service.js';
import {name, openSite, type Site, spare, usual} from './site.js';

/** How often the name changes its addresses. */
const changes = 100;

suite('a name that changes its addresses', {skip: campusSkip()}, () => {
	let site: Site;

	before(async () => {
		site = await openSite();
	});
	after(() => site.campus.close());

	test(`${changes} times: programs that connect every 50 ms see no failure`, async () => {
		const {appliance} = site.campus.hosts;
		// Programs ask the first one, over IPv6.
		const servers = hostPlans.dns.addresses.toReversed();
		await appliance.write(
			'/etc/resolv.conf',
			servers.map(server => `nameserver ${server}\n`).join(''),
		);
		await site.apply('ports');
		// One of them asks the DNS servers before anything stands in between.
		const clients = await Promise.all(
			(['getaddrinfo', 'a new resolver', 'a kept resolver'] as const).map(asks =>
				connectByName(appliance, {name, asks}),
			),
		);
		const all = (addresses: readonly string[]) =>
			Promise.all(clients.map(client => client.reaches(addresses)));
		await all(usual);
		await site.apply('destinations');
		for (let number = 100; number < 100 + changes; number += 1) {
			const reached = all(spare(number));
			await site.move(spare(number));
			await reached;
		}

		for (const client of clients) {
			const attempts = await client.stop();
			assert.deepEqual(failuresAmong(attempts), {});
			assert.ok(attempts.length >= 2 * changes, `${attempts.length} attempts`);
		}
	});

	test('behind a cache on the same server, no program sees a failure either', async () => {
		const {appliance} = site.campus.hosts;
		const [server] = hostPlans.dns.addresses;
		const cache = dnsmasq([`server=${server}`, 'cache-size=1000'], ['127.0.0.1']);
		await startService(cache, appliance);
		await appliance.write('/etc/resolv.conf', 'nameserver 127.0.0.1\n');
		await site.apply('destinations', {dns: {servers: [server]}});
		const client = await connectByName(appliance, {name});
		for (const number of [100, 101, 102, 103, 104]) {
			const reached = client.reaches(spare(number));
			await site.move(spare(number));
			await reached;
		}

		assert.deepEqual(failuresAmong(await client.stop()), {});
	});
});
