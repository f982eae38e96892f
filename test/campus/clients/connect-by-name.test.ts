import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {type Campus, openCampus} from '../campus.js';
import {hostPlans} from '../hosts.js';
import {campusSkip} from '../need.js';
import {type ChangingDns, startChangingDns} from '../services/changing-dns.js';
import {connectByName, failuresAmong} from './connect-by-name.js';

const name = 'changing.example';
const [web4, web6] = hostPlans.web.addresses;

suite('a program of the campus that connects by name', {skip: campusSkip()}, () => {
	let campus: Campus;
	let dns: ChangingDns;

	before(async () => {
		campus = await openCampus({services: false});
		await campus.hosts.web.listen({protocol: 'tcp', port: 443});
		dns = await startChangingDns(campus.hosts.dns, {
			addresses: hostPlans.dns.addresses,
			answers: {[name]: [web4]},
			ttl: 60,
		});
	});
	after(() => campus.close());

	for (const asks of ['getaddrinfo', 'a new resolver', 'a kept resolver'] as const) {
		test(`goes where the DNS says by then, and counts what fails: ${asks}`, async () => {
			await dns.tell({[name]: [web4, web6]});
			const client = await connectByName(campus.hosts.appliance, {name, asks});
			await client.reaches([web4, web6]);
			assert.deepEqual(failuresAmong(client.attempts()), {});
			const [nobody4, nobody6] = hostPlans.sql.addresses;
			await dns.tell({[name]: [web4, nobody4, nobody6]});
			await client.reaches([web4]);
			await client.reaches([web4]);
			const failures = new Set(Object.keys(failuresAmong(await client.stop())));
			const refused = [`${nobody4}: ECONNREFUSED`, `${nobody6}: ECONNREFUSED`];
			assert.deepEqual(failures, new Set(refused));
		});
	}
});
