import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, beforeEach, suite, test} from 'node:test';
import {Failure} from '../../source/failure.js';
import {readNeighbours} from '../../source/firewall/neighbours/read-neighbours.js';
import {renderRuleset} from '../../source/firewall/ruleset.js';
import type {RunCommand} from '../../source/host/command.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {campusSkip} from '../campus/need.js';
import {
	type ImitationName,
	imitationNames,
	imitations,
} from '../firewall/neighbours/imitations.js';
import {samplePolicy} from '../helpers/sample.js';

const policy = samplePolicy();
const viewerDial = {protocol: 'tcp', address: '10.10.0.10', port: 9999} as const;
/** So that only nft is asked, and nothing of the machine that the tests run on. */
const nowhere = '/no/such/root';
const supportDial = {...viewerDial, port: 22};

suite("other programs' tables, imitated by nft in the appliance", {
	skip: campusSkip(),
}, () => {
	let campus: Campus;

	const run: RunCommand = async (file, arguments_, {input = ''} = {}) => {
		const {exitCode, stdout, stderr} = await campus.hosts.appliance.run(
			file,
			arguments_,
			{input},
		);
		if (exitCode !== 0) {
			throw new Failure('command.failed', stderr);
		}

		return {stdout, stderr};
	};
	const load = (name: ImitationName) =>
		run('nft', ['-f', '-'], {input: imitations[name]});
	const list = async (): Promise<unknown> => {
		const {stdout} = await run('nft', ['-j', '-n', '-t', 'list', 'ruleset']);
		return JSON.parse(stdout);
	};

	before(async () => {
		campus = await openCampus({services: false});
		const {appliance} = campus.hosts;
		await appliance.listen({protocol: 'tcp', port: 9999});
		await appliance.listen({protocol: 'tcp', port: 22});
	});
	// The namespace is this test's own: nothing of the machine is in it.
	beforeEach(() => run('nft', ['flush', 'ruleset']));
	after(() => campus.close());

	for (const name of imitationNames) {
		test(`what nft lists is what was recorded: ${name}`, async () => {
			const recorded: Record<string, unknown> = JSON.parse(
				await readFile('test/firewall/neighbours/recorded.json', 'utf8'),
			);
			await load(name);
			assert.deepEqual(comparable(await list()), comparable(recorded[name]));
		});
	}

	for (const [name, isRefused] of [
		['a table that only counts', false],
		['nftables.service', false],
		['iptables', true],
		['docker and iptables', true],
		['ufw', true],
		['firewalld', true],
		['firewalld, killed while it reloaded', true],
	] as const) {
		test(`${name}: a viewer whom our rules permit is ${isRefused ? 'refused, and it is told why' : 'let in'}`, async () => {
			await run('nft', ['-f', '-'], {input: renderRuleset(policy)});
			assert.equal((await campus.hosts.viewer.dial(viewerDial)).outcome, 'connected');
			await load(name);
			const {outcome} = await campus.hosts.viewer.dial(viewerDial);
			assert.equal(outcome !== 'connected', isRefused);
			const found = await readNeighbours(run, policy, nowhere);
			assert.ok(!isRefused || found.some(({isBlocking}) => isBlocking));
			assert.ok(!found.some(({name: its}) => its.includes('analytics_setup')));
		});
	}

	for (const name of ['fail2ban', 'fail2ban with iptables'] as const) {
		test(`${name}: an administrator who is banned is refused, and it is told why`, async () => {
			const {support} = campus.hosts;
			await run('nft', ['-f', '-'], {input: renderRuleset(policy)});
			assert.equal((await support.dial(supportDial)).outcome, 'connected');
			await load(name);
			assert.notEqual((await support.dial(supportDial)).outcome, 'connected');
			const found = await readNeighbours(run, policy, nowhere);
			assert.deepEqual(
				found.filter(({isBlocking}) => isBlocking).map(({name: its}) => its),
				['fail2ban'],
			);
		});
	}

	test('looking at them changes nothing', async () => {
		await load('docker');
		const before = await list();
		await readNeighbours(run, policy, nowhere);
		assert.deepEqual(await list(), before);
	});

	test('bans by the ten thousand are not read', async () => {
		const elements = Array.from(
			{length: 20_000},
			(_, index) => `10.${index >> 8}.${index & 255}.1`,
		);
		await load('fail2ban');
		await run('nft', ['-f', '-'], {
			input: `add element inet f2b-table addr-set-sshd { ${elements.join(', ')} }`,
		});
		assert.ok(JSON.stringify(await list()).length < 10_000);
		const found = await readNeighbours(run, policy, nowhere);
		assert.deepEqual(
			found.map(({name}) => name),
			['fail2ban'],
		);
	});
});

/** Without what differs from one version of nft, and one load, to the next. */
function comparable(listing: unknown): unknown {
	return JSON.parse(
		JSON.stringify(listing, (key, value: unknown) =>
			key === 'handle' || key === 'metainfo' || key === 'packets' || key === 'bytes'
				? undefined
				: value,
		),
	);
}
