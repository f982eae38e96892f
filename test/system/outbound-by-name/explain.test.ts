import assert from 'node:assert/strict';
import process from 'node:process';
import {after, before, suite, test} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {askFollower} from '../../../source/names/names-link.js';
import {runProgram} from '../../campus/appliance.js';
import {connectByName} from '../../campus/clients/connect-by-name.js';
import {campusSkip} from '../../campus/need.js';
import {runFolder} from './followers.js';
import {processesWith} from './processes-with.js';
import {isRefused} from './refusals.js';
import {name, openSite, type Site, spare} from './site.js';

type Explained = {
	readonly verdict: string;
	readonly reason: string;
	readonly inEffect: boolean;
	readonly addresses: ReadonlyArray<{readonly address: string; readonly verdict: string}>;
};

const kept = 20;

suite('explain about a name says what the kernel does', {skip: campusSkip()}, () => {
	let site: Site;
	const explained = async (...words: readonly string[]) => {
		const {stdout, stderr} = await runProgram(site.campus, [
			...['explain', ...words, '--json'],
		]);
		assert.notEqual(stdout, '', stderr);
		return JSON.parse(stdout) as Explained;
	};

	/** Holds each address of an answer against the kernel; which ones there were. */
	const areTrue = async ({addresses}: Explained, port = 443) => {
		const {appliance} = site.campus.hosts;
		for (const {address, verdict} of addresses) {
			const dialled = await appliance.dial({protocol: 'tcp', address, port});
			assert.equal(isRefused(dialled) ? 'drop' : 'accept', verdict, address);
		}

		return addresses.map(({address}) => address);
	};

	before(async () => {
		site = await openSite();
	});
	after(() => site.campus.close());

	test('before anything is in effect it tells what would be', async () => {
		const path = await site.writeAnswers('destinations');
		const found = await explained(
			...['--to', name, '--port', '443/tcp', '--answers', path],
		);
		assert.deepEqual([found.verdict, found.inEffect], ['accept', false]);
	});

	test('while the name moves, every address that it had and has now', async () => {
		await site.move(spare(100));
		await site.apply('destinations');
		const client = await connectByName(site.campus.hosts.appliance, {name});
		for (let number = 101; number <= 100 + kept; number += 1) {
			const reached = client.reaches(spare(number));
			await site.move(spare(number));
			await reached;
		}

		await client.stop();
		const found = await explained('--to', name, '--port', '443/tcp');
		assert.equal(found.verdict, 'accept');
		assert.equal(found.inEffect, true);
		const addresses = await areTrue(found);
		for (const address of spare(100 + kept)) {
			assert.ok(addresses.includes(address), address);
		}
	});

	test('asking changes nothing: what no program was told stays refused', async () => {
		const [address] = spare(219);
		await site.move(spare(219));
		const first = await explained('--to', address, '--port', '443/tcp');
		assert.equal(first.verdict, 'drop');
		const named = await explained('--to', name, '--port', '443/tcp');
		assert.ok(!named.addresses.some(each => each.address === address));
		assert.equal((await explained('--to', address, '--port', '443/tcp')).verdict, 'drop');
		await areTrue(first);
	});

	test('a name that leads to the same machine passes by its address', async () => {
		await site.move(spare(100), {'other.example': spare(100)});
		const found = await explained('--to', 'other.example', '--port', '443/tcp');
		assert.equal(found.verdict, 'accept');
		await areTrue(found);
	});

	test('a name of which one address is permitted is refused, and says which is not', async () => {
		const [permitted] = spare(100);
		await site.move(spare(100), {'other.example': [permitted, '198.51.100.218']});
		const found = await explained('--to', 'other.example', '--port', '443/tcp');
		assert.equal(found.verdict, 'drop');
		assert.match(found.reason, /but not 198\.51\.100\.218\.$/);
		await areTrue(found);
	});

	test('a name that nobody knows, and that no rule follows, says so', async () => {
		const {verdict, reason} = await explained(
			...['--to', 'none.example', '--port', '443/tcp'],
		);
		assert.equal(verdict, 'drop');
		assert.match(reason, /has no address now .*, and no rule follows it on 443\/tcp\.$/);
	});

	test('the ports of a followed name that no rule has are refused', async () => {
		const found = await explained('--to', name, '--port', '8443/tcp');
		assert.equal(found.verdict, 'drop');
		await areTrue(found, 8443);
	});
});

suite('status tells of names', {skip: campusSkip()}, () => {
	let site: Site;

	before(async () => {
		site = await openSite();
		await site.apply('destinations');
	});
	after(() => site.campus.close());

	test('with their rules and addresses, as long as somebody follows them', async () => {
		const words = await site.run(['status']);
		assert.match(
			words,
			/^ {2}license\.looker\.com, for looker-license: [\d.]+ \(just now\)/m,
		);
		assert.doesNotMatch(words, /Nobody follows/);
	});

	test('and says so, with a code of its own, when nobody does any more', async () => {
		const {appliance} = site.campus.hosts;
		// First the one that would start the other again.
		for (const word of ['--keep-alive', 'follow-names']) {
			const pids = await processesWith(appliance, word);
			assert.ok(pids.length > 0, word);
			for (const pid of pids) {
				process.kill(pid, 'SIGKILL');
			}
		}

		while ((await askFollower(runFolder(appliance), 'tell')) !== undefined) {
			await delay(20);
		}

		const {exitCode, stdout} = await runProgram(site.campus, ['status']);
		assert.equal(exitCode, 3);
		assert.match(stdout, /^Nobody follows .* although rules do/m);
		assert.match(stdout, /systemctl restart analytics-setup-names$/m);
		const {names} = JSON.parse(
			(await runProgram(site.campus, ['status', '--json'])).stdout,
		);
		assert.equal(names.way, null);
	});
});
