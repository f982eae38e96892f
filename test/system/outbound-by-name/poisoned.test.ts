import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {campusSkip} from '../../campus/need.js';
import {permittedFor} from './kernel.js';
import {isRefused} from './refusals.js';
import {name, openSite, type Site, spare} from './site.js';
import {areJudged} from './verdicts.js';

/** Where nobody who is listed can be: this server, no server, or the inside. */
const nobody = [
	...['0.0.0.0', '0.1.2.3', '127.0.0.1', '127.1.2.3', '169.254.169.254', '224.0.0.1'],
	...['255.255.255.255', '10.99.0.9', '172.16.0.1', '192.168.0.1', '100.64.0.1'],
	...['::', '::1', '::ffff:10.99.0.9', 'fe80::1', 'ff02::1', 'fd00::1'],
];

suite('answers that lie', {skip: campusSkip()}, () => {
	let site: Site;

	/** What a program of this server is told, one address a line, and whether it is told any. */
	const lookUp = (wanted: string) =>
		site.campus.hosts.appliance.run('getent', ['ahosts', wanted]);
	const areJudgedAs = (verdict: 'accept' | 'drop', addresses: readonly string[]) =>
		areJudged(site.campus, addresses, verdict);

	before(async () => {
		site = await openSite({
			settings: [`cname=evil.example,${name}`],
		});
		await site.campus.hosts.stranger.listen({protocol: 'tcp', port: 443});
		await site.move(spare(100));
		await site.apply('destinations');
	});
	after(() => site.campus.close());

	test('open nothing but what is true among them', async () => {
		const {appliance} = site.campus.hosts;
		await site.move([...nobody, ...spare(101)]);
		const {stdout} = await lookUp(name);
		// The program is told all of it: what the DNS says is not for us to change.
		assert.match(stdout, /^10\.99\.0\.9 /m);
		const known = [...spare(100), ...spare(101)].toSorted();
		assert.deepEqual(await permittedFor(appliance, name), known);
		await areJudgedAs('drop', ['10.99.0.9']);
		await areJudgedAs('accept', spare(101));
	});

	test('about a name that nobody lists open nothing', async () => {
		const other = {'other.example': spare(102)};
		await site.move(spare(101), other);
		const {stdout} = await lookUp('other.example');
		assert.ok(stdout.includes(spare(102)[0]), stdout);
		await areJudgedAs('drop', spare(102));
	});

	test('about another name that leads to a listed one are answers about the other', async () => {
		await site.move(spare(103));
		const {stdout} = await lookUp('evil.example');
		assert.ok(stdout.includes(spare(103)[0]), stdout);
		await areJudgedAs('drop', spare(103));
	});

	test('open one port, and no other', async () => {
		const {appliance, web} = site.campus.hosts;
		const [address] = spare(104);
		const listening = await web.listen({protocol: 'tcp', port: 80});
		await site.move([address]);
		await lookUp(name);
		await areJudgedAs('accept', [address]);
		assert.ok(isRefused(await appliance.dial({protocol: 'tcp', port: 80, address})));
		await listening.close();
	});

	test('cannot fill the memory of the kernel', async () => {
		const flood = Array.from(
			{length: 1000},
			(_, index) => `203.${index % 8}.113.${index % 250}`,
		);
		await site.move([...new Set(flood), ...spare(105)]);
		await lookUp(name);
		const {length} = await permittedFor(site.campus.hosts.appliance, name);
		assert.ok(length <= 512, `${length} addresses`);
	});
});

suite('true answers by way of another name', {skip: campusSkip()}, () => {
	test('open what is at the end', async () => {
		const site = await openSite({
			settings: [`cname=${name},edge.example`],
			answers: {'edge.example': spare(100)},
		});
		await using _ = site.campus;
		await site.apply('destinations');
		const {appliance} = site.campus.hosts;
		await site.dns.tell({'edge.example': spare(101)});
		const {stdout} = await appliance.run('getent', ['ahosts', name]);
		for (const address of spare(101)) {
			assert.ok(stdout.includes(address), stdout);
			const {outcome} = await appliance.dial({protocol: 'tcp', port: 443, address});
			assert.equal(outcome, 'connected', address);
		}
	});
});
