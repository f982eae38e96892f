import assert from 'node:assert/strict';
import process from 'node:process';
import {after, afterEach, before, beforeEach, suite, test} from 'node:test';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {hostPlans} from '../campus/hosts.js';
import {campusSkip} from '../campus/need.js';
import {nftIn} from '../campus/nft-in.js';
import {type ChangingDns, startChangingDns} from '../campus/services/changing-dns.js';
import {zone} from '../campus/zone.js';
import {processesWith} from './outbound-by-name/processes-with.js';

type Seen = {
	readonly names: readonly string[];
	readonly addresses: readonly string[];
	readonly port: number;
	readonly protocol: string;
	readonly tries: number;
	readonly answered: boolean;
};

type Told = {
	readonly observing: boolean;
	readonly since: string | null;
	readonly until: string | null;
	readonly unknown: readonly Seen[];
	readonly connections: ReadonlyArray<{
		readonly rule: {readonly id: string};
		readonly destinations: readonly Seen[];
	}>;
};

const [stranger4, stranger6] = hostPlans.stranger.addresses;
const [web4] = hostPlans.web.addresses;
const port = 9000;
const names = {...zone, 'errors.example': [stranger4]};

suite('where the appliance goes', {skip: campusSkip()}, () => {
	let campus: Campus;
	let dns: ChangingDns;

	const run = async (...words: readonly string[]) => {
		const {exitCode, stdout, stderr} = await runProgram(campus, words);
		assert.equal(exitCode, 0, stderr);
		return stdout;
	};
	const observe = (...words: readonly string[]) => run('observe', ...words);
	const read = async () =>
		JSON.parse(await observe('--json', '--answers', answersPath)) as Told;
	const nft = (...arguments_: readonly string[]) =>
		nftIn(campus.hosts.appliance, arguments_);
	const hasTable = async () => (await nft('list', 'tables')).includes('_seen');
	const untilTrue = async (isTrue: () => Promise<boolean>) => {
		const end = performance.now() + 5000;
		while (!(await isTrue())) {
			assert.ok(performance.now() < end, await nft('list', 'ruleset'));
		}
	};
	const dial = async (
		address: string,
		wanted: {readonly port?: number; readonly protocol?: 'tcp' | 'udp'} = {},
	) => {
		const target = {address, port, protocol: 'tcp', ...wanted} as const;
		return (await campus.hosts.appliance.dial(target)).outcome;
	};
	/** Looks a name up as most programs do, and connects to what it was told. */
	const visit = async (name: string, at: number) => {
		const {stdout} = await campus.hosts.appliance.run('getent', ['ahostsv4', name]);
		const [address = ''] = stdout.split(/\s/);
		assert.equal(await dial(address, {port: at}), 'connected');
	};
	const seenAt = ({unknown}: Told, address: string) =>
		unknown
			.filter(each => each.addresses.includes(address) && each.port === port)
			.map(({tries, answered}) => [tries, answered]);
	const permittedBy = ({connections}: Told, id: string) =>
		connections.filter(({rule}) => rule.id === id).flatMap(each => each.destinations);

	before(async () => {
		campus = await openCampus({services: ['web']});
		dns = await startChangingDns(campus.hosts.dns, {
			...{addresses: hostPlans.dns.addresses, answers: names, ttl: 1},
		});
		await furnishAppliance(campus);
		await campus.hosts.stranger.listen({protocol: 'tcp', port});
		await campus.hosts.stranger.listen({protocol: 'udp', port});
	});
	beforeEach(() => observe('start'));
	afterEach(async () => {
		await observe('stop');
		// The namespace is this test's own: nothing of the machine is in it.
		await nft('flush', 'ruleset');
	});
	after(() => campus.close());

	for (const [family, address] of [
		[4, stranger4],
		[6, stranger6],
	] as const) {
		for (const protocol of ['tcp', 'udp'] as const) {
			test(`an unlisted destination is told, over IPv${family} and ${protocol}`, async () => {
				await dial(address, {protocol});
				await dial(address, {protocol});
				assert.deepEqual(seenAt(await read(), address), [[2, true]]);
			});
		}
	}

	test('what never answers is told so', async () => {
		assert.equal(await dial('10.99.0.77'), 'timeout');
		assert.deepEqual(seenAt(await read(), '10.99.0.77'), [[1, false]]);
	});

	test('what this server refuses itself was never talked to', async () => {
		await run('apply', '--no-confirm', '--answers', answersPath);
		assert.equal(await dial(stranger4), 'unreachable');
		assert.deepEqual(seenAt(await read(), stranger4), []);
	});

	test('this server itself, and whoever comes to it, is no destination', async () => {
		const {appliance, viewer} = campus.hosts;
		const listener = await appliance.listen({protocol: 'tcp', port});
		const target = {protocol: 'tcp', address: '10.10.0.10', port} as const;
		assert.equal((await viewer.dial(target)).outcome, 'connected');
		assert.equal(await dial('10.10.0.10'), 'connected');
		assert.equal(await dial('127.0.0.1'), 'connected');
		const {unknown} = await read();
		assert.deepEqual(
			unknown.filter(each => each.port === port),
			[],
		);
		await listener.close();
	});

	test('a connection that was open before is told as long as it is open', async () => {
		await observe('stop');
		const address = stranger4;
		const pooled = await campus.hosts.appliance.connect({address, port});
		await observe('start');
		assert.deepEqual(seenAt(await read(), address), [[0, true]]);
		await pooled.close();
	});

	test('a listed destination belongs to its connection, also after it has moved', async () => {
		await visit('license.looker.com', 443);
		await dns.tell({...names, 'license.looker.com': ['198.51.100.81']});
		const [seen, ...more] = permittedBy(await read(), 'looker-license');
		await dns.tell(names);
		assert.deepEqual(more, []);
		assert.deepEqual(
			[seen?.names, seen?.addresses, seen?.answered],
			[['license.looker.com'], [web4], true],
		);
	});

	test('an unlisted destination has the name by which it was looked up', async () => {
		await visit('errors.example', port);
		const {unknown} = await read();
		assert.deepEqual(
			unknown.filter(each => each.port === port).map(each => each.names),
			[['errors.example']],
		);
	});

	test('after a flush of the kernel it goes on, and adds up', async () => {
		await dial(stranger4);
		await read();
		await nft('flush', 'ruleset');
		await read();
		await dial(stranger4);
		assert.deepEqual(seenAt(await read(), stranger4), [[2, true]]);
	});

	test('after a restart of the server its service goes on, and adds up', async () => {
		const {appliance} = campus.hosts;
		const follower = () => processesWith(appliance, 'follow-names');
		await dial(stranger4);
		for (const pid of await follower()) {
			process.kill(pid, 'SIGTERM');
		}

		await untilTrue(async () => (await follower()).length === 0);
		await nft('flush', 'ruleset');
		// As its unit has it.
		const service = appliance.run(process.execPath, ['dist/cli.js', 'follow-names']);
		await untilTrue(hasTable);
		await dial(stranger4);
		assert.deepEqual(seenAt(await read(), stranger4), [[2, true]]);
		await observe('stop');
		assert.equal((await service).exitCode, 0);
	});

	test('its end keeps what was seen, and leaves nothing in the kernel', async () => {
		await dial(stranger4);
		await observe('stop');
		assert.equal(await hasTable(), false);
		const told = await read();
		assert.deepEqual([told.observing, seenAt(told, stranger4)], [false, [[1, true]]]);
		assert.ok(told.since !== null && told.until !== null && told.since < told.until);
	});

	test('one that begins anew begins at nothing', async () => {
		await dial(stranger4);
		await observe('stop');
		await observe('start');
		assert.deepEqual(seenAt(await read(), stranger4), []);
	});

	test('what was seen is told in words', async () => {
		await dial(stranger4);
		const text = await observe('--answers', answersPath);
		assert.match(
			text,
			/^Observed since .*, and it goes on\. Nothing is blocked by that\.$/m,
		);
		assert.match(
			text,
			/^Only the listed destinations would cut off:\n {2}10\.99\.0\.9 9000\/tcp: 1 connection, the last just now$/m,
		);
	});
});
