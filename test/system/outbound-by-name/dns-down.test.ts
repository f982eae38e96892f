import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {askFollower} from '../../../source/names/names-link.js';
import {filterOnTheWay} from '../../campus/faults/network.js';
import {hostPlans} from '../../campus/hosts.js';
import {campusSkip} from '../../campus/need.js';
import {dnsmasq} from '../../campus/services/dns.js';
import {startService} from '../../campus/services/service.js';
import {zone} from '../../campus/zone.js';
import {hasty, runFolder, startFollower} from './followers.js';
import {name, openSite, type Site, spare} from './site.js';

const patience = 30_000;
const [address] = hostPlans.dns.addresses;

/** Ends the DNS server; another one may come in its place. */
async function replaceDns({dns, campus}: Site, settings?: readonly string[]) {
	await dns.stop();
	if (settings !== undefined) {
		await startService(dnsmasq(settings, hostPlans.dns.addresses), campus.hosts.dns);
	}
}

suite('an address of a name stays permitted', {
	skip: campusSkip(),
	concurrency: true,
}, () => {
	for (const [what, faults, begin] of [
		[
			'no packet reaches the DNS',
			['timeout'],
			({campus}: Site) => filterOnTheWay(campus, `ip daddr ${address} drop`),
		],
		// Its machine says so once a second, and nothing to all other questions.
		[
			'the DNS server is switched off',
			['refused', 'timeout'],
			(site: Site) => replaceDns(site),
		],
		['the DNS refuses every question', ['refused'], (site: Site) => replaceDns(site, [])],
	] as const) {
		test(`for as long as ${what}`, async () => {
			const site = await openSite({answers: {...zone, [name]: spare(100)}});
			const {appliance} = site.campus.hosts;
			await using _ = site.campus;
			await startFollower(appliance, [name]);
			await site.apply('destinations');
			const down = Date.now();
			await begin(site);
			/** Whether it is permitted far longer than what was said before can be good for. */
			const isRenewed = async () => {
				const report = await askFollower(runFolder(appliance), 'tell');
				const found = report?.names.find(each => each.name === name);
				assert.equal(found?.addresses.length, spare(100).length);
				return (
					faults.some(fault => fault === found.fault) &&
					found.addresses.every(({until}) => until > down + 2 * hasty.shortestStay)
				);
			};
			while (!(await isRenewed())) {
				assert.ok(Date.now() < down + patience, 'nothing is renewed');
				for (const each of spare(100)) {
					const {outcome} = await appliance.dial({
						...{protocol: 'tcp', port: 443, address: each},
					});
					assert.equal(outcome, 'connected', each);
				}

				await delay(100);
			}
		});
	}
});
