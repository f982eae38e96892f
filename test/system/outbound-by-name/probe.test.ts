import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {stringify} from 'yaml';
import {furnishAppliance, runProgram} from '../../campus/appliance.js';
import {type Campus, openCampus} from '../../campus/campus.js';
import {addAddress, filterOnTheWay} from '../../campus/faults/network.js';
import type {Run} from '../../campus/faults/probe-under.js';
import {campusSkip} from '../../campus/need.js';
import {dnsmasq, zoneSettings} from '../../campus/services/dns.js';
import {startService} from '../../campus/services/service.js';
import {sampleInput} from '../../helpers/sample.js';
import {told} from '../probe-faults/fault-table.js';

suite('a probe, while only the listed destinations are permitted', {
	skip: campusSkip(),
}, () => {
	const path = '/etc/only-listed.yaml';
	const [usual, forgetful, silent] = ['10.62.0.53', '10.62.0.114', '10.62.0.113'];
	let campus: Campus;
	let run: Run;
	before(async () => {
		campus = await openCampus();
		await furnishAppliance(campus);
		await filterOnTheWay(campus, `ip daddr ${silent} drop`);
		await addAddress(campus.hosts.dns, forgetful);
		const others = zoneSettings.filter(setting => !setting.includes('bitbucket.org'));
		await startService(dnsmasq(others, [forgetful]), campus.hosts.dns);
		await campus.hosts.appliance.write(
			path,
			stringify({
				...sampleInput(),
				dns: {servers: [usual, forgetful, silent]},
				outbound: {mode: 'destinations'},
			}),
		);
		const applied = await runProgram(campus, [
			...['apply', '--no-confirm', '--answers', path],
		]);
		assert.equal(applied.exitCode, 0, applied.stderr);
		const {stdout, stderr} = await runProgram(campus, [
			...['probe', '--json', '--answers', path],
		]);
		run = JSON.parse(stdout || assert.fail(stderr)) as Run;
	});
	after(() => campus.close());

	const wordsOf = (id: string) =>
		run.results.filter(result => result.id === id).map(told);

	for (const id of [
		...['sql-tcp', 'mail', 'ntp-0', 'ntp-1', 'ntp-2', 'remirepo-rpms'],
		...['acc-blob', 'acc-cdn', 'looker-license'],
	]) {
		test(`${id} is proven through the rules that follow its name`, () => {
			assert.deepEqual(wordsOf(id), [`${id} pass`]);
		});
	}

	for (const id of ['remirepo-cdn', 'fedora-mirrors']) {
		test(`that ${id} has no list of mirrors here is told`, () => {
			assert.deepEqual(wordsOf(id), [`${id} warn mirrors.no-list this-host`]);
		});
	}

	test('a DNS server is proven itself, though this server answers in its place', () => {
		assert.deepEqual(wordsOf('dns-udp'), [
			'dns-udp pass',
			'dns-udp pass',
			'dns-udp fail dns.server-silent network',
		]);
	});

	test('that a DNS server does not know a name is told, though this server answers in its place', () => {
		assert.deepEqual(wordsOf('bitbucket'), ['bitbucket warn dns.disagree dns']);
	});
});
