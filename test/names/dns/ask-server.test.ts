import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import type {ServerAnswer} from '../../../source/names/ask-servers.js';
import {type Campus, openCampus} from '../../campus/campus.js';
import {startHost} from '../../campus/host.js';
import {hostPlans} from '../../campus/hosts.js';
import {campusSkip} from '../../campus/need.js';
import {readPrograms} from '../../campus/programs.js';
import {runInside} from '../../campus/run-inside.js';
import {startChangingDns} from '../../campus/services/changing-dns.js';

const many = Array.from({length: 200}, (_, index) => `198.51.100.${index + 1}`);

const program = (server: string, name: string, family: 4 | 6) => `
import {formatAddress, parseAddress} from './source/addresses/address.js';
import {askAddresses} from './source/names/dns/ask-server.js';

const server = parseAddress(${JSON.stringify(server)});
const said = await askAddresses(server, ${JSON.stringify(name)}, ${family}, {timeout: 2500});
console.log(JSON.stringify({
	...said,
	addresses: said.addresses?.map(({address}) => formatAddress(address)).toSorted(),
	ttls: said.addresses?.map(({ttl}) => ttl),
}));`;

type Said = {
	readonly outcome: ServerAnswer['outcome'];
	readonly addresses?: readonly string[];
	readonly ttls?: readonly number[];
};

suite('a question to a real DNS server', {skip: campusSkip()}, () => {
	let campus: Campus;

	before(async () => {
		campus = await openCampus({services: false});
		await startChangingDns(campus.hosts.dns, {
			addresses: hostPlans.dns.addresses,
			ttl: 77,
			answers: {
				'a.uni.edu': ['192.0.2.1', '192.0.2.2', '2001:db8::1'],
				'many.uni.edu': many,
			},
			settings: ['cname=alias.uni.edu,a.uni.edu', 'address=/no.uni.edu/'],
		});
	});
	after(() => campus.close());

	const ask = async (
		name: string,
		family: 4 | 6,
		server: string = hostPlans.dns.addresses[0],
	): Promise<Said> => {
		const {stdout, stderr} = await runInside(
			campus.hosts.appliance,
			program(server, name, family),
		);
		assert.equal(stderr, '');
		return JSON.parse(stdout);
	};

	for (const server of hostPlans.dns.addresses) {
		test(`has its answer in each family, from ${server}`, async () => {
			assert.deepEqual(await ask('a.uni.edu', 4, server), {
				outcome: 'answered',
				addresses: ['192.0.2.1', '192.0.2.2'],
				ttls: [77, 77],
			});
			assert.deepEqual(await ask('a.uni.edu', 6, server), {
				outcome: 'answered',
				addresses: ['2001:db8::1'],
				ttls: [77],
			});
		});
	}

	test('follows another name of it', async () => {
		const {addresses} = await ask('alias.uni.edu', 4);
		assert.deepEqual(addresses, ['192.0.2.1', '192.0.2.2']);
	});

	test('goes on over TCP where the answer does not fit', async () => {
		const {addresses} = await ask('many.uni.edu', 4);
		assert.deepEqual(new Set(addresses), new Set(many));
	});

	for (const [name, family, outcome] of [
		['nothing.uni.edu', 4, 'nxdomain'],
		['many.uni.edu', 6, 'no-address'],
	] as const) {
		test(`says ${outcome} where that is the answer`, async () => {
			assert.equal((await ask(name, family)).outcome, outcome);
		});
	}

	test('is refused by a host that has no DNS server', async () => {
		const {outcome} = await ask('a.uni.edu', 4, hostPlans.web.addresses[0]);
		assert.equal(outcome, 'refused');
	});

	for (const server of ['192.0.2.53', '2001:db8::53']) {
		test(`to ${server} has an end where there is no way to it`, async context => {
			const {agent} = await readPrograms();
			const lonely = await startHost('lonely', agent);
			context.after(() => lonely.close());
			const {exitCode, stdout, stderr} = await runInside(
				lonely,
				program(server, 'a.uni.edu', 4),
			);
			assert.deepEqual([exitCode, stderr], [0, '']);
			assert.equal(JSON.parse(stdout).outcome, 'timeout');
		});
	}

	test('has had its time where nobody answers', async () => {
		const {hosts} = campus;
		const drop =
			'table inet silent { chain input { type filter hook input priority 0; udp dport 53 drop; }; }';
		await hosts.dns.run('nft', ['-f', '-'], {input: drop});
		assert.equal((await ask('a.uni.edu', 4)).outcome, 'timeout');
	});
});
