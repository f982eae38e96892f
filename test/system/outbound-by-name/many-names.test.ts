import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, suite, test} from 'node:test';
import {askFollower} from '../../../source/names/names-link.js';
import {campusSkip} from '../../campus/need.js';
import {zone} from '../../campus/zone.js';
import {runFolder, startFollower} from './followers.js';
import {permittedFor} from './kernel.js';
import {processesWith} from './processes-with.js';
import {openSite, type Site} from './site.js';

const names = Array.from({length: 1000}, (_, index) => `host-${index}.many.example`);

/** Fifty addresses, half of them of each family, that no other of these names has. */
function addressesOf(index: number): readonly string[] {
	return Array.from({length: 25}, (_, step) => {
		const number = index * 25 + step;
		const [high, low] = [Math.floor(number / 250), number % 250];
		return [`203.0.${high}.${low}`, `2001:db8:203:${high + 1}::${low + 1}`];
	}).flat();
}

/** Seconds of CPU that these processes and their children have used. */
async function secondsOf(pids: readonly number[]): Promise<number> {
	const ticks = await Promise.all(
		pids.map(async pid => {
			const text = await readFile(`/proc/${pid}/stat`, 'utf8');
			// The name of the program, in brackets, may be of several words.
			const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
			return fields.slice(11, 15).reduce((sum, each) => sum + Number(each), 0);
		}),
	);
	return ticks.reduce((sum, each) => sum + each, 0) / 100;
}

suite('1,000 names with 50 addresses each', {skip: campusSkip()}, () => {
	let site: Site;

	before(async () => {
		const many = names.map((name, index) => [name, addressesOf(index)]);
		site = await openSite({answers: {...zone, ...Object.fromEntries(many)}});
		await startFollower(site.campus.hosts.appliance, names, {});
	});
	after(() => site.campus.close());

	const refresh = async () => {
		const report = await askFollower(runFolder(site.campus.hosts.appliance), 'refresh');
		assert.equal(report?.names.length, names.length);
	};

	test('are looked up again in a second of CPU', async () => {
		const {appliance} = site.campus.hosts;
		const [follower] = await processesWith(appliance, '{}');
		const asker = await processesWith(appliance, 'forward-names');
		const pids = [follower ?? assert.fail('nobody follows'), ...asker];
		let used = Number.POSITIVE_INFINITY;
		// Whatever else this machine does takes its part of one or the other.
		for (let round = 0; round < 8 && used >= 1; round += 1) {
			const before = await secondsOf(pids);
			await refresh();
			used = (await secondsOf(pids)) - before;
		}

		assert.ok(used < 1, `${used} s`);
		for (const index of [0, 500, 999]) {
			assert.deepEqual(
				await permittedFor(appliance, names[index] ?? ''),
				addressesOf(index).toSorted(),
			);
		}
	});
});
