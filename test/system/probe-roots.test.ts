import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {furnishAppliance} from '../campus/appliance.js';
import {openCampus} from '../campus/campus.js';
import {
	dnsSwitchedOff,
	failingDns,
	refusingDns,
	silentDns,
} from '../campus/faults/dns.js';
import type {Fault} from '../campus/faults/fault.js';
import {probeUnder, type Run} from '../campus/faults/probe-under.js';
import {
	noProxy,
	proxyBlocked,
	proxyGone,
	proxyWithLogin,
} from '../campus/faults/proxy.js';
import {fastClock, slowClock} from '../campus/faults/time.js';
import {campusSkip} from '../campus/need.js';
import {dnsFaults} from './probe-faults/dns.js';
import {type FaultTable, told, toldOf} from './probe-faults/fault-table.js';
import {proxyFaults} from './probe-faults/proxy.js';
import {rootFaults} from './probe-faults/roots.js';
import {timeFaults} from './probe-faults/time.js';

/** Those that would have room beside others, and are behind many rows. */
const behindMany: readonly Fault[] = [
	...[failingDns, refusingDns, silentDns, dnsSwitchedOff],
	...[proxyWithLogin, noProxy, proxyGone, proxyBlocked],
	...[fastClock, slowClock],
];
const faults: FaultTable = [
	...rootFaults,
	...[...dnsFaults, ...proxyFaults, ...timeFaults].filter(([fault]) =>
		behindMany.includes(fault),
	),
];

/** A run over the whole list, in a campus where nothing else is wrong. */
async function probeWith(fault: Fault): Promise<Run> {
	await using campus = await openCampus();
	await furnishAppliance(campus);
	const {appliance} = campus.hosts;
	await Promise.all(
		[22, 9999, 19_999].map(port => appliance.listen({protocol: 'tcp', port})),
	);
	return await probeUnder(campus, await fault.bringAbout(campus));
}

/** What is not good; that a name of the list is retired is so whatever happens. */
function complaintsIn({results}: Run): readonly string[] {
	return results
		.filter(({verdict}) => verdict === 'fail' || verdict === 'warn')
		.filter(({cause}) => cause !== 'vendor.retired')
		.map(told);
}

suite('one root cause is one error', {skip: campusSkip(), concurrency: 2}, () => {
	for (const [fault, words, remedy = null] of faults) {
		test(`${fault.name}: ${words}, and nothing else`, async () => {
			const run = await probeWith(fault);
			const [id = ''] = words.split(' ');
			assert.deepEqual(toldOf(run, id), {told: words, remedy});
			assert.deepEqual(complaintsIn(run), [words]);
		});
	}

	test('where nothing is wrong, nothing is told but what is retired', async () => {
		const run = await probeWith({name: 'nothing', bringAbout: async () => ({})});
		assert.deepEqual(complaintsIn(run), []);
		assert.equal(toldOf(run, 'http').told, 'http warn vendor.retired vendor');
	});
});
