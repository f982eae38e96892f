import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {campusSkip} from '../../campus/need.js';
import {openSite, type Site} from './site.js';
import {underTraffic} from './under-traffic.js';

suite('with firewalld as a front', {skip: campusSkip()}, () => {
	let site: Site;
	const firewalld = async (word: string) => {
		const {exitCode, stderr} = await site.campus.hosts.appliance.run('firewall-cmd', [
			word,
		]);
		assert.equal(exitCode, 0, stderr);
	};

	before(async () => {
		site = await openSite({services: ['firewalld']});
		await site.apply('destinations');
	});
	after(() => site.campus.close());

	test('a program that connects by name sees no failure', async () => {
		const failures = await underTraffic(site, async client => {
			for (let change = 0; change < 40; change += 1) {
				await client.reaches([]);
			}
		});
		assert.deepEqual(failures, {});
	});

	// While it reloads, firewalld drops whatever is new; so look-ups fail without us, too.
	for (const word of ['--reload', '--complete-reload']) {
		test(`no connection is refused while it does what "${word}" means, nor later`, async () => {
			const during = await underTraffic(site, () => firewalld(word));
			const refused = Object.keys(during).filter(what => !/getaddrinfo/.test(what));
			assert.deepEqual(refused, []);
			const later = await underTraffic(site, async client => {
				await client.reaches([]);
				await client.reaches([]);
			});
			assert.deepEqual(later, {});
		});
	}
});
