import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import process from 'node:process';
import {after, before, beforeEach, suite, test} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {isFirewalldUp} from '../../source/firewall/firewalld/find-firewalld.js';
import {firewalldLayer} from '../../source/firewall/firewalld/firewalld-layer.js';
import {frontFiles} from '../../source/firewall/firewalld/front-files.js';
import {writeFront} from '../../source/firewall/firewalld/front-folder.js';
import type {Layer} from '../../source/firewall/layer.js';
import {renderRuleset} from '../../source/firewall/ruleset.js';
import type {RunCommand} from '../../source/host/command.js';
import type {Policy} from '../../source/policy/policy.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {type HostName, hostPlans} from '../campus/hosts.js';
import {campusSkip} from '../campus/need.js';
import {commandsIn, filesOf, runInside} from '../campus/run-inside.js';
import {startFirewalld} from '../campus/services/firewalld.js';
import type {Service} from '../campus/services/service.js';
import {address, sampleAnswers, samplePolicy} from '../helpers/sample.js';

const ports = [22, 3306, 9999, 19_999];
const sources = ['viewer', 'appsanywhere', 'support', 'stranger'] as const;

const names = new Map([
	['mssql.uni.edu', [address('10.60.0.11')]],
	['aa2.uni.edu', [address('10.30.0.11'), address('2001:db8:30::11')]],
]);

/** What the answers of the example permit to come in. */
const permitted = [
	'10.20.0.7 > 9999',
	'10.30.0.10 > 19999',
	'10.30.0.11 > 19999',
	'10.40.0.7 > 22',
	'2001:db8:20::7 > 9999',
	'2001:db8:30::11 > 19999',
];

const example = samplePolicy({names});

/** The example, and a port that its sources do not have. */
const opened = samplePolicy({
	names,
	answers: sampleAnswers({
		extra: [
			{
				...{id: 'database', direction: 'inbound', peer: '0.0.0.0/0'},
				...{port: 3306, protocol: 'tcp', usage: 'Everybody, over IPv4'},
			},
		],
	}),
});

/** A campus whose appliance runs firewalld and listens on every port that is dialled. */
async function openWithFirewalld() {
	const campus = await openCampus({services: ['firewalld']});
	const {appliance, stranger} = campus.hosts;
	await Promise.all([
		...ports.map(port => appliance.listen({protocol: 'tcp', port})),
		stranger.listen({protocol: 'tcp', port: 8443}),
	]);
	return campus;
}

/** Every source that gets in, and where: `10.20.0.7 > 9999`. */
async function dialIn({hosts}: Campus): Promise<readonly string[]> {
	const dials = sources.flatMap(name =>
		addressesOf(name).flatMap(sourceAddress =>
			ports.map(async port => {
				const {outcome} = await hosts[name].dial({
					...{protocol: 'tcp', port, sourceAddress},
					address: addressesOf('appliance')[sourceAddress.includes(':') ? 1 : 0] ?? '',
				});
				return outcome === 'connected' ? [`${sourceAddress} > ${port}`] : [];
			}),
		),
	);
	return (await Promise.all(dials)).flat().toSorted();
}

const addressesOf = (name: HostName): readonly string[] => hostPlans[name].addresses;

const dialOut = async ({hosts}: Campus) =>
	(await hosts.appliance.dial({protocol: 'tcp', address: '10.99.0.9', port: 8443}))
		.outcome;

/** The layer as it works in the appliance, and what it says there. */
function layerIn({hosts: {appliance}}: Campus, run: RunCommand = commandsIn(appliance)) {
	const isUp = () => isFirewalldUp('/proc', String(appliance.pid));
	return firewalldLayer(run, folderIn(appliance), isUp);
}

const folderIn = (appliance: Campus['hosts']['appliance']) =>
	`${filesOf(appliance)}/etc/firewalld`;

const failed = (message: RegExp) => ({code: 'firewall.failed', message});

suite('firewalld as a front', {skip: campusSkip()}, () => {
	let campus: Campus;
	let layer: Layer;
	const load = async (policy: Policy) => {
		await layer.load(policy);
		return layer.verify(policy);
	};

	const nft = async (...arguments_: readonly string[]) =>
		commandsIn(campus.hosts.appliance)('nft', arguments_);

	before(async () => {
		campus = await openWithFirewalld();
		layer = layerIn(campus);
	});
	after(() => campus.close());

	test('the plan is one sentence, and nothing is touched by it, the check or a snapshot', async () => {
		const before = await dialIn(campus);
		const [change, ...others] = await layer.changesFor(example);
		assert.match(change?.text ?? '', /gets a zone "analytics".* instead of "public"$/);
		assert.deepEqual(others, []);
		await layer.check(example);
		await layer.snapshot();
		assert.deepEqual(await dialIn(campus), before);
		await assert.rejects(
			readFile(`${folderIn(campus.hosts.appliance)}/zones/analytics.xml`),
		);
	});

	test('alone, it lets in exactly what the policy permits, and lets everything out', async () => {
		await layer.check(example);
		assert.equal(await load(example), 6);
		assert.deepEqual(await layer.changesFor(example), []);
		assert.deepEqual(await dialIn(campus), permitted);
		assert.equal(await dialOut(campus), 'connected');
	});

	test('with our own table the same comes in, and nothing goes out but what may', async () => {
		await load(example);
		await commandsIn(campus.hosts.appliance)('nft', ['-f', '-'], {
			input: renderRuleset(example),
		});
		assert.deepEqual(await dialIn(campus), permitted);
		assert.equal(await dialOut(campus), 'unreachable');
		await nft('delete', 'table', 'inet', 'analytics_setup');
	});

	test('what is in effect already is not loaded again', async () => {
		await load(example);
		const {stdout: before} = await nft('-j', 'list', 'tables');
		await load(example);
		// A reload makes the table anew, with another handle.
		assert.equal((await nft('-j', 'list', 'tables')).stdout, before);
	});

	test('subnets that overlap, repeat themselves or have host bits do no harm', async () => {
		const subnets = ['10.20.0.7/24', '10.20.0.0/16', '10.20.0.0/16', '2001:db8:20::7/48'];
		const answers = sampleAnswers({viewers: {subnets}});
		const policy = samplePolicy({names, answers});
		await layer.check(policy);
		assert.equal(await load(policy), 6);
		assert.deepEqual(await dialIn(campus), permitted);
	});

	test('"anyone" over IPv4 lets in everybody over IPv4, and nobody else', async () => {
		await layer.check(opened);
		await load(opened);
		const everybody = sources
			.flatMap(addressesOf)
			.filter(source => !source.includes(':'))
			.map(source => `${source} > 3306`);
		assert.deepEqual(await dialIn(campus), [...permitted, ...everybody].toSorted());
	});

	test('all that it let in before comes back, and again when asked again', async () => {
		await load(opened);
		const snapshot = await layer.snapshot();
		const before = await dialIn(campus);
		await load(example);
		await layer.restore(snapshot);
		assert.deepEqual(await dialIn(campus), before);
		await layer.restore(snapshot);
		assert.deepEqual(await layer.changesFor(opened), []);
	});

	test('what somebody changed by hand is named', async () => {
		await load(example);
		const set = ['element', 'inet', 'firewalld', 'analytics-viewers-4'];
		await nft('add', ...set, '{ 192.168.0.0/16 }');
		await assert.rejects(
			layer.verify(example),
			failed(/192\.168\.0\.0\/16 may reach 9999/),
		);
		await load(example);
	});

	test('sets that are filled after the reload are waited for (mock of firewalld 2.4)', async () => {
		const {appliance} = campus.hosts;
		const run = commandsIn(appliance);
		const slow: RunCommand = async (file, arguments_, options) => {
			const result = await run(file, arguments_, options);
			if (arguments_.includes('--reload')) {
				const set = ['inet', 'firewalld', 'analytics-appsanywhere-4'];
				await nft('flush', 'set', ...set);
				filled = delay(1000).then(() =>
					nft('add', 'element', ...set, '{ 10.30.0.10, 10.30.0.11 }'),
				);
			}

			return result;
		};
		let filled: Promise<unknown> = Promise.resolve();
		await load(opened);
		const late = layerIn(campus, slow);
		await late.load(example);
		assert.equal(await late.verify(example), 6);
		await filled;
		assert.deepEqual(await dialIn(campus), permitted);
	});

	test('what firewalld itself says of the files is heard, though its exit code is 0', async () => {
		// No policy has such a prefix; the check warns of it and passes it.
		const cidr = {family: 4, first: 0n, prefix: 33} as const;
		const peers = {kind: 'some', cidrs: [cidr], names: []} as const;
		const rules = example.rules.map(rule =>
			rule.id === 'viewers' ? {...rule, peers} : rule,
		);
		const before = await dialIn(campus);
		await assert.rejects(layer.check({...example, rules}), {
			code: 'firewall.refused',
			message: /^firewalld refuses its new files: .*Nothing was changed\.$/,
		});
		assert.deepEqual(await dialIn(campus), before);
	});
});

suite('firewalld that fails, crashes or hangs', {skip: campusSkip()}, () => {
	let campus: Campus;
	let layer: Layer;
	let daemon: Service;
	let snapshot: string;

	before(async () => {
		campus = await openWithFirewalld();
		layer = layerIn(campus);
		daemon = campus.services.firewalld ?? assert.fail();
	});
	after(() => campus.close());

	const shell = async (script: string, ...arguments_: readonly string[]) =>
		campus.hosts.appliance.run('sh', ['-c', script, 'sh', ...arguments_]);
	const restart = async () => {
		daemon = await startFirewalld(campus.hosts.appliance);
	};

	/** Kills firewalld while it has everything dropped, in the middle of a reload. */
	const killInReload = async () => {
		await shell(
			`firewall-cmd --reload >/dev/null 2>&1 &
			until nft list tables | grep -q firewalld_policy_drop; do :; done
			kill -KILL "$1"
			wait`,
			`${daemon.pid}`,
		);
		const {stdout} = await shell('nft list tables');
		assert.match(stdout, /firewalld_policy_drop/);
	};

	beforeEach(async () => {
		await layer.load(example);
		snapshot = await layer.snapshot();
	});

	test('a reload that fails leaves the server open, and the old rules come back', async () => {
		const {appliance} = campus.hosts;
		await writeFront(folderIn(appliance), {
			files: frontFiles(opened),
			defaultZone: 'analytics',
		});
		await shell(
			"sed -i 's|<entry>10.20.0.0/16</entry>|&<entry>10.20.0.0/24</entry>|' /etc/firewalld/ipsets/analytics-viewers-4.xml",
		);
		assert.notEqual((await shell('firewall-cmd --reload')).exitCode, 0);
		assert.ok((await dialIn(campus)).includes('10.99.0.9 > 22'));
		await assert.rejects(layer.verify(opened), {code: 'firewall.failed'});
		await layer.restore(snapshot);
		assert.deepEqual(await dialIn(campus), permitted);
		assert.deepEqual(await layer.changesFor(example), []);
	});

	test('killed in mid-reload, it leaves everything dropped, and a restore goes without it', async () => {
		await killInReload();
		assert.deepEqual(await dialIn(campus), []);
		await layer.restore(snapshot);
		assert.deepEqual(await dialIn(campus), permitted);
		await restart();
		await layer.restore(snapshot);
		assert.deepEqual(await dialIn(campus), permitted);
	});

	test('killed in mid-reload and started again, it says that all is well; we see that it is not', async () => {
		await killInReload();
		await restart();
		await assert.rejects(layer.verify(example), failed(/firewalld_policy_drop/));
		await layer.load(example);
		await layer.verify(example);
		assert.deepEqual(await dialIn(campus), permitted);
	});

	test('killed and started again, it keeps rules that it no longer knows; we see them', async () => {
		await layer.load(opened);
		await daemon.stop();
		await writeFront(folderIn(campus.hosts.appliance), {
			files: frontFiles(example),
			defaultZone: 'analytics',
		});
		await restart();
		assert.ok((await dialIn(campus)).includes('10.99.0.9 > 3306'));
		await assert.rejects(layer.verify(example), failed(/3306/));
		await layer.load(example);
		await layer.verify(example);
		assert.deepEqual(await dialIn(campus), permitted);
	});

	test('when it hangs, the old rules come back without it within 30 seconds', async () => {
		await layer.load(opened);
		process.kill(daemon.pid, 'SIGSTOP');
		const start = performance.now();
		const [found] = await Promise.all([
			inspect(),
			assert.rejects(layer.restore(snapshot), failed(/does not answer.*put back/)),
		]);
		assert.ok(performance.now() - start < 30_000);
		assert.match(found[0] ?? '', /does not answer/);
		assert.deepEqual(await dialIn(campus), permitted);
		process.kill(daemon.pid, 'SIGCONT');
		await layer.restore(snapshot);
		assert.deepEqual(await dialIn(campus), permitted);
	});

	/** What an installer is told, asked from inside a host of the campus. */
	const inspect = async (host: HostName = 'appliance'): Promise<readonly string[]> => {
		const {stdout, stderr} = await runInside(
			campus.hosts[host],
			`import {findFirewalld} from './source/firewall/firewalld/find-firewalld.ts';
			import {inspectFirewalld} from './source/firewall/firewalld/inspect-firewalld.ts';
			import {runCommand} from './source/host/command.ts';
			const policy = {rules: [], guardedPorts: [], warnings: []};
			const state = await findFirewalld(runCommand);
			console.log(JSON.stringify(await inspectFirewalld(runCommand, state, policy)));`,
		);
		return JSON.parse(stdout || assert.fail(stderr));
	};

	test('a firewalld of another host is none of our business', async () => {
		assert.match(
			(await inspect('viewer')).join('\n'),
			/^firewalld is installed and does not run/,
		);
	});

	test('what others configured is named and stays', async () => {
		const listing = 'firewall-cmd --list-all-zones';
		const {exitCode, stderr} = await shell(`set -e
			firewall-cmd --zone=trusted --add-source=10.77.0.0/24
			firewall-cmd --zone=public --change-interface=eth0
			firewall-cmd --zone=public --add-rich-rule='rule family=ipv4 source address=10.9.0.1 accept'
		`);
		assert.equal(exitCode, 0, stderr);
		const before = (await shell(listing)).stdout;
		const found = (await inspect()).join('\n');
		assert.match(
			found,
			/10\.77\.0\.0\/24 is judged by firewalld's zone "trusted", which lets everything in/,
		);
		assert.match(found, /interface "eth0" is bound to firewalld's zone "public"/);
		assert.match(found, /zone "public" lets in ssh, rule family="ipv4"/);
		assert.match(found, /not saved.*10\.9\.0\.1.*will be forgotten/);
		assert.equal((await shell(listing)).stdout, before);
	});
});
