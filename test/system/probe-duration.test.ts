import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {furnishAppliance} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {filterOnTheWay} from '../campus/faults/network.js';
import {probeUnder} from '../campus/faults/probe-under.js';
import {campusSkip} from '../campus/need.js';

suite('half of the destinations are silent', {skip: campusSkip()}, () => {
	const silent = ['bitbucket.org', 'license.looker.com', 'rpms.remirepo.net'];
	let campus: Campus;
	before(async () => {
		campus = await openCampus();
		await furnishAppliance(campus);
		await filterOnTheWay(campus, 'ip daddr { 198.51.100.99, 10.61.0.25 } drop');
		await filterOnTheWay(campus, 'ip6 daddr 2001:db8:61::25 drop');
		await filterOnTheWay(campus, 'udp dport 123 drop');
	});
	after(() => campus.close());

	test('a run takes hardly longer than its slowest row, and the others do not wait', async () => {
		const names = Object.fromEntries(silent.map(name => [name, ['198.51.100.99']]));
		const {startedAt, finishedAt, results} = await probeUnder(campus, {names});
		const slow = results.filter(({cause}) => /\.timeout$/.test(cause ?? ''));
		assert.deepEqual(
			slow.map(({id}) => id),
			[
				...['time', 'https', 'mail', 'ntp-0', 'ntp-1', 'ntp-2'],
				...['remirepo-rpms', 'bitbucket', 'looker-license'],
			],
		);
		const slowest = Math.max(...slow.map(({milliseconds}) => milliseconds ?? 0));
		const total = Date.parse(finishedAt) - Date.parse(startedAt);
		assert.ok(slowest >= 3500, `${slowest}`);
		assert.ok(total < 1.5 * slowest, `${total} ms, the slowest ${slowest} ms`);
		for (const {id, milliseconds} of results.filter(result => !slow.includes(result))) {
			assert.ok((milliseconds ?? 0) < slowest / 2, `${id} takes ${milliseconds} ms`);
		}
	});
});

suite('SYNs are lost', {skip: campusSkip()}, () => {
	let campus: Campus;
	before(async () => {
		campus = await openCampus({services: ['dns', 'mockSql']});
		await furnishAppliance(campus);
	});
	after(() => campus.close());

	test('a destination that the sixth one of a family reaches is not called silent', async () => {
		for (const family of ['ip daddr 10.60.0.11', 'ip6 daddr 2001:db8:60::11']) {
			const syn = `${family} tcp dport 1433 tcp flags & (syn | ack) == syn`;
			// The system by itself sends four of them within the time limit, or two.
			await filterOnTheWay(campus, `${syn} numgen inc mod 1000 < 5 drop`);
		}

		const {results} = await probeUnder(campus, {}, 'sql-tcp');
		const found = results.filter(({id}) => id === 'sql-tcp');
		assert.deepEqual(
			found.map(({verdict, cause}) => [verdict, cause]),
			[['pass', null]],
		);
	});
});
