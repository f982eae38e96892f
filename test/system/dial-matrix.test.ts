import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {type HostName, hostNames, hostPlans} from '../campus/hosts.js';
import {campusSkip} from '../campus/need.js';

// Every listed port, the host's needs, and ports that nobody may reach.
const tcpPorts = [22, 25, 53, 80, 443, 587, 1433, 3306, 8080, 9999, 19_999];
const udpPorts = [53, 123, 514, 1433, 1434];
const ports = [
	...tcpPorts.map(port => ({protocol: 'tcp', port}) as const),
	...udpPorts.map(port => ({protocol: 'udp', port}) as const),
];

/** What the answers of the example, and nothing else, permit: `source > destination port`. */
const inbound = [
	'10.20.0.7 > 9999/tcp',
	'2001:db8:20::7 > 9999/tcp',
	'10.30.0.10 > 19999/tcp',
	'10.30.0.11 > 19999/tcp',
	'2001:db8:30::11 > 19999/tcp',
	'10.40.0.7 > 22/tcp',
];

const addressesOf = (name: HostName): readonly string[] => hostPlans[name].addresses;
const others = hostNames.filter(name => name !== 'appliance');
const outbound = others
	.flatMap(addressesOf)
	.flatMap(address => [
		...['80/tcp', '443/tcp', '587/tcp', '123/udp'].map(port => `${address} < ${port}`),
		...(addressesOf('sql').includes(address)
			? [`${address} < 1433/tcp`, `${address} < 1433/udp`]
			: []),
		...(address === '10.62.0.53' ? [`${address} < 53/tcp`, `${address} < 53/udp`] : []),
	])
	.toSorted();

for (const fronts of [[], ['firewalld']] as const) {
	const beside = fronts.length === 0 ? 'alone' : `with ${fronts.join()} as a front`;
	suite(`what passes is exactly what the list and the answers permit, ${beside}`, {
		skip: campusSkip(),
	}, () => {
		let campus: Campus;

		before(async () => {
			campus = await openCampus({services: fronts});
			await furnishAppliance(campus);
			// The names of the answers, without a DNS server: its port is dialled like any other.
			await campus.hosts.appliance.write(
				'/etc/hosts',
				'10.60.0.11 mssql.uni.edu\n2001:db8:60::11 mssql.uni.edu\n10.30.0.11 aa2.uni.edu\n2001:db8:30::11 aa2.uni.edu\n',
			);
			await Promise.all(
				hostNames.flatMap(name => ports.map(port => campus.hosts[name].listen(port))),
			);
		});
		after(() => campus.close());

		const isAsPermitted = async () => {
			assert.deepEqual(await dialIn(campus), inbound.toSorted());
			assert.deepEqual(await dialOut(campus), outbound);
		};

		test('before anything is applied, other things pass', async () => {
			assert.notDeepEqual(await dialIn(campus, ownPort), inbound.toSorted());
			assert.equal(
				(await dialOut(campus, ownPort)).length,
				others.flatMap(addressesOf).length * ports.length,
			);
		});

		for (const round of ['once', 'twice']) {
			test(`applied ${round}, inbound and outbound, IPv4 and IPv6`, async () => {
				const applied = await runProgram(campus, [
					'apply',
					'--no-confirm',
					'--answers',
					answersPath,
				]);
				assert.equal(applied.exitCode, 0, applied.stderr);
				await isAsPermitted();
			});
		}

		test('after a restart the saved rules permit the same', async () => {
			const {appliance} = campus.hosts;
			await appliance.run('nft', ['delete', 'table', 'inet', 'analytics_setup']);
			const unit = await appliance.run('cat', [
				'/etc/systemd/system/sysinit.target.wants/analytics-setup-firewall.service',
			]);
			const [, file = '', ...arguments_] =
				/^ExecStart=(.*)$/m.exec(unit.stdout)?.[1]?.split(' ') ?? [];
			const started = await appliance.run('nft', [file, ...arguments_]);
			assert.equal(started.exitCode, 0, started.stderr);
			await isAsPermitted();
		});
	});
}

/** Of each of the ports that are dialled, where its dial comes from; undefined for any. */
type SourcePort = (index: number) => number | undefined;

const anyPort: SourcePort = () => undefined;

/**
 * None that the kernel would give a dial: to what has passed before anything was applied,
 * a later dial from the same port would belong (UDP has no end that could be seen).
 */
const ownPort: SourcePort = index => 10_000 + index;

async function dialIn({hosts}: Campus, sourcePort = anyPort): Promise<readonly string[]> {
	const dials = others.flatMap(name =>
		addressesOf(name).flatMap(source =>
			ports.map(async ({protocol, port}, index) => {
				const address = familyOf(source, 'appliance');
				const {outcome} = await hosts[name].dial({
					...{protocol, port, address},
					sourceAddress: source,
					sourcePort: sourcePort(index),
				});
				return isPassed(outcome) ? [`${source} > ${port}/${protocol}`] : [];
			}),
		),
	);
	return (await Promise.all(dials)).flat().toSorted();
}

async function dialOut(
	{hosts}: Campus,
	sourcePort = anyPort,
): Promise<readonly string[]> {
	const dials = others.flatMap(addressesOf).flatMap((address, at) =>
		ports.map(async ({protocol, port}, index) => {
			const {outcome} = await hosts.appliance.dial({
				...{protocol, port, address},
				sourcePort: sourcePort(at * ports.length + index),
			});
			return isPassed(outcome) ? [`${address} < ${port}/${protocol}`] : [];
		}),
	);
	return (await Promise.all(dials)).flat().toSorted();
}

function familyOf(source: string, name: HostName): string {
	const [v4 = '', v6 = ''] = addressesOf(name);
	return source.includes(':') ? v6 : v4;
}

function isPassed(outcome: string): boolean {
	return outcome === 'connected' || outcome === 'answered';
}
