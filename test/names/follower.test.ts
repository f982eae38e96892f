import assert from 'node:assert/strict';
import {after, before, beforeEach, suite, test} from 'node:test';
import {formatAddress} from '../../source/addresses/address.js';
import {renderNameSets} from '../../source/firewall/name-sets.js';
import {monotonicNow} from '../../source/host/boot.js';
import {type FollowBounds, usualBounds} from '../../source/names/follow-bounds.js';
import type {FollowedName} from '../../source/names/followed-name.js';
import {type Follower, openFollower} from '../../source/names/follower.js';
import type {NameLook} from '../../source/names/learn.js';
import {nameElements} from '../../source/names/name-elements.js';
import {type Host, startHost} from '../campus/host.js';
import {campusSkip} from '../campus/need.js';
import {nftIn} from '../campus/nft-in.js';
import {readPrograms} from '../campus/programs.js';
import {commandsIn} from '../campus/run-inside.js';
import {address} from '../helpers/sample.js';

const told = (text: string, ttl = 300) => ({address: address(text), ttl});
const silence: readonly NameLook[] = [
	{family: 4, outcome: 'timeout', addresses: []},
	{family: 6, outcome: 'timeout', addresses: []},
];

/** A DNS that answers with what stands here now, and remembers who was asked for. */
function openMockDns() {
	const records = new Map<string, readonly string[]>();
	const asked: string[] = [];
	const listeners = new Map<number, () => void>();
	return {
		records,
		asked,
		/** Resolves at this question, counted from the first. */
		untilAsked: (count: number) =>
			new Promise<void>(resolve => listeners.set(count, resolve)),
		async lookUp(name: string): Promise<readonly NameLook[]> {
			asked.push(name);
			listeners.get(asked.length)?.();
			const texts = records.get(name);
			return texts === undefined
				? silence
				: ([4, 6] as const).map(family => {
						const addresses = texts
							.map(text => told(text))
							.filter(each => each.address.family === family);
						const outcome = addresses.length > 0 ? 'answered' : 'no-address';
						return {family, outcome, addresses, ttl: 300};
					});
		},
	};
}

suite('names followed in a real kernel', {skip: campusSkip()}, () => {
	let host: Host;
	before(async () => {
		const {agent} = await readPrograms();
		host = await startHost('follower', agent);
	});
	after(() => host.close());
	beforeEach(() => nftIn(host, ['flush', 'ruleset']));

	const declare = (...names: readonly string[]) =>
		nftIn(host, ['-f', '-'], renderNameSets(names));

	/** The addresses of a set, in order, and whether each runs out. */
	const elements = async (set: string) => {
		const listed = await nftIn(host, ['list', 'set', 'inet', 'analytics_setup', set]);
		const [, all = ''] = /elements = \{([^}]*)\}/.exec(listed) ?? [];
		return all
			.split(',')
			.map(text => text.trim().replace(/ timeout .*/, ''))
			.filter(Boolean)
			.toSorted();
	};

	function follow({
		dns = openMockDns(),
		bounds = usualBounds,
		remembered = [],
	}: {
		readonly dns?: ReturnType<typeof openMockDns>;
		readonly bounds?: FollowBounds;
		readonly remembered?: readonly FollowedName[];
	} = {}) {
		const kernel = nameElements(commandsIn(host));
		const {lookUp} = dns;
		const follower = openFollower({
			kernel,
			lookUp,
			bounds,
			now: monotonicNow,
			remembered,
		});
		return {dns, follower};
	}

	const addressesOf = (follower: Follower, wanted: string) =>
		follower
			.names()
			.filter(({name}) => name === wanted)
			.flatMap(({addresses}) => addresses.map(each => formatAddress(each.address)))
			.toSorted();

	test('it follows the names that the kernel has sets for, and no others', async () => {
		const {dns, follower} = follow();
		await follower.takeUp();
		assert.deepEqual(follower.names(), []);
		await declare('a.uni.edu', 'b.uni.edu');
		await follower.takeUp();
		assert.deepEqual(
			follower.names().map(({name}) => name),
			['a.uni.edu', 'b.uni.edu'],
		);
		await nftIn(host, ['delete', 'set', 'inet', 'analytics_setup', 'to-a.uni.edu-4']);
		await nftIn(host, ['delete', 'set', 'inet', 'analytics_setup', 'to-a.uni.edu-6']);
		await follower.takeUp();
		assert.deepEqual(
			follower.names().map(({name}) => name),
			['b.uni.edu'],
		);
		assert.deepEqual(dns.asked, []);
	});

	test('a name that is new is looked up once, and its addresses are permitted', async () => {
		const {dns, follower} = follow();
		dns.records.set('a.uni.edu', ['192.0.2.1', '2001:db8::1']);
		await declare('a.uni.edu');
		await follower.takeUp();
		await Promise.all([follower.lookAtNew(), follower.lookAtNew()]);
		await follower.lookAtNew();
		assert.deepEqual(dns.asked, ['a.uni.edu']);
		assert.deepEqual(await elements('to-a.uni.edu-4'), ['192.0.2.1']);
		assert.deepEqual(await elements('to-a.uni.edu-6'), ['2001:db8::1']);
	});

	test('what a program is told is permitted once it is told, and not what is not followed', async () => {
		const {follower} = follow();
		await declare('a.uni.edu');
		await follower.takeUp();
		await Promise.all([
			follower.hear('a.uni.edu', [told('192.0.2.1'), told('0.0.0.0')]),
			follower.hear('a.uni.edu', [told('2001:db8::1')]),
			follower.hear('other.example', [told('192.0.2.9')]),
		]);
		assert.deepEqual(await elements('to-a.uni.edu-4'), ['192.0.2.1']);
		assert.deepEqual(await elements('to-a.uni.edu-6'), ['2001:db8::1']);
	});

	test('addresses of many looks come together', async () => {
		const {dns, follower} = follow();
		await declare('pool.uni.edu');
		await follower.takeUp();
		for (const number of [1, 2, 3]) {
			dns.records.set('pool.uni.edu', [`192.0.2.${number}`]);
			await follower.refresh();
		}

		assert.deepEqual(await elements('to-pool.uni.edu-4'), [
			'192.0.2.1',
			'192.0.2.2',
			'192.0.2.3',
		]);
	});

	test('while the DNS is silent an address stays, and once it says that there is none it runs out', async () => {
		const bounds = {...usualBounds, shortestStay: 1000, longestStay: 1500};
		const {dns, follower} = follow({bounds});
		await declare('a.uni.edu');
		await follower.takeUp();
		await follower.hear('a.uni.edu', [told('192.0.2.1', 0)]);
		const end = monotonicNow() + 2500;
		while (monotonicNow() < end) {
			await follower.refresh();
			assert.deepEqual(await elements('to-a.uni.edu-4'), ['192.0.2.1']);
		}

		assert.deepEqual(addressesOf(follower, 'a.uni.edu'), ['192.0.2.1']);
		dns.records.set('a.uni.edu', []);
		while ((await elements('to-a.uni.edu-4')).length > 0) {
			assert.ok(monotonicNow() < end + 3000, 'it stays for ever');
			await follower.refresh();
		}

		assert.deepEqual(addressesOf(follower, 'a.uni.edu'), []);
	});

	test('what the kernel has is known, with the time that it has left, and gets an end', async () => {
		const {follower} = follow();
		await declare('a.uni.edu');
		const set = 'element inet analytics_setup to-a.uni.edu-4';
		await nftIn(
			host,
			['-f', '-'],
			`add ${set} { 192.0.2.1 timeout 100s }\nadd ${set} { 192.0.2.2 }\n`,
		);
		await follower.takeUp();
		const [name] = follower.names();
		const left = name?.addresses.map(({address: each, until}) => [
			formatAddress(each),
			Math.round((until - monotonicNow()) / 10_000) * 10,
		]);
		assert.deepEqual(left?.toSorted(), [
			['192.0.2.1', 100],
			['192.0.2.2', 5400],
		]);
		const listed = await nftIn(host, ['list', 'ruleset']);
		assert.match(listed, /192\.0\.2\.2 timeout 1h30m/);
	});

	test('what the kernel has lost is permitted again', async () => {
		const {follower} = follow();
		await declare('a.uni.edu');
		await follower.takeUp();
		await follower.hear('a.uni.edu', [told('192.0.2.1')]);
		await nftIn(host, ['flush', 'ruleset']);
		await declare('a.uni.edu');
		await follower.takeUp();
		assert.deepEqual(await elements('to-a.uni.edu-4'), ['192.0.2.1']);
	});

	test('a set that went away meanwhile does not keep the others from being filled', async () => {
		const {follower} = follow();
		await declare('a.uni.edu', 'b.uni.edu');
		await follower.takeUp();
		await nftIn(host, ['flush', 'ruleset']);
		await declare('b.uni.edu');
		await Promise.all([
			follower.hear('a.uni.edu', [told('192.0.2.1')]),
			follower.hear('b.uni.edu', [told('192.0.2.2')]),
		]);
		assert.deepEqual(await elements('to-b.uni.edu-4'), ['192.0.2.2']);
		assert.deepEqual(
			follower.names().map(({name}) => name),
			['b.uni.edu'],
		);
	});

	test('what was known at the last start and is not over is permitted at once', async () => {
		const now = monotonicNow();
		const remembered = {
			...{name: 'a.uni.edu', refused: [], answered: now, fault: undefined, nextLook: now},
			addresses: [
				{address: address('192.0.2.1'), since: now - 9, until: now + 100_000},
				{address: address('192.0.2.2'), since: now - 9, until: now - 1},
			],
		};
		const {dns, follower} = follow({remembered: [remembered]});
		await declare('a.uni.edu');
		await follower.takeUp();
		assert.deepEqual(await elements('to-a.uni.edu-4'), ['192.0.2.1']);
		assert.deepEqual(dns.asked, []);
	});

	test('each name is looked up when it is due, also one that comes later', async context => {
		const bounds = {...usualBounds, shortestPause: 20, longestPause: 20};
		const {dns, follower} = follow({bounds});
		const stop = new AbortController();
		context.after(() => stop.abort());
		const ended = follower.keepUp(stop.signal);
		dns.records.set('a.uni.edu', ['192.0.2.1']);
		await declare('a.uni.edu');
		await follower.takeUp();
		await dns.untilAsked(5);
		assert.deepEqual(await elements('to-a.uni.edu-4'), ['192.0.2.1']);
		stop.abort();
		await ended;
	});

	test('a name whose servers are silent does not hold up the others', async () => {
		const bounds = {...usualBounds, shortestPause: 20, longestPause: 20};
		const dns = openMockDns();
		dns.records.set('a.uni.edu', ['192.0.2.1']);
		const stop = new AbortController();
		const silent = Promise.withResolvers<void>();
		const {follower} = follow({
			bounds,
			dns: {
				...dns,
				async lookUp(name) {
					if (name === 'silent.uni.edu') {
						await silent.promise;
					}

					return dns.lookUp(name);
				},
			},
		});
		await declare('a.uni.edu', 'silent.uni.edu');
		await follower.takeUp();
		const ended = follower.keepUp(stop.signal);
		await dns.untilAsked(4);
		stop.abort();
		await ended;
		silent.resolve();
	});

	test('a thousand names with fifty addresses each cost less than a second of CPU', async () => {
		const names = Array.from({length: 1000}, (_, index) => `host${index}.uni.edu`);
		const {dns, follower} = follow();
		for (const [index, name] of names.entries()) {
			const net = `10.${index >> 8}.${index & 255}`;
			dns.records.set(
				name,
				Array.from({length: 50}, (_, last) => `${net}.${last}`),
			);
		}

		await declare(...names);
		await follower.takeUp();
		await follower.refresh();
		assert.equal((await elements('to-host999.uni.edu-4')).length, 50);
		const start = process.cpuUsage();
		await follower.refresh();
		const {user, system} = process.cpuUsage(start);
		const milliseconds = (user + system) / 1000;
		assert.ok(milliseconds < 1000, `${milliseconds} ms`);
	});
});
