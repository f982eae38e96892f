import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {hostname} from 'node:os';
import process from 'node:process';
import {after, before, suite, test} from 'node:test';
import {type Campus, openCampus} from './campus.js';
import type {Host} from './host.js';
import {type HostName, hostPlans} from './hosts.js';
import {campusSkip} from './need.js';
import {usualServices} from './services/index.js';
import {startService} from './services/service.js';
import {sshTo} from './services/ssh.js';

suite('the campus', {skip: campusSkip()}, () => {
	const mounts = readFileSync('/proc/self/mounts', 'utf8');
	let campus: Campus;
	before(async () => {
		campus = await openCampus({services: [...usualServices, 'ssh']});
	});
	after(() => campus.close());

	for (const protocol of ['tcp', 'udp'] as const) {
		test(`every host reaches every other by IPv4 and IPv6 over ${protocol}`, async () => {
			const hosts = Object.entries(campus.hosts) as ReadonlyArray<[HostName, Host]>;
			await Promise.all(hosts.map(([, host]) => host.listen({protocol, port: 7000})));
			const dials = hosts.flatMap(([from, host]) =>
				hosts.flatMap(([to]) =>
					hostPlans[to].addresses.map(async address => {
						const wanted = {protocol, port: 7000, address, timeout: 5000};
						const {outcome} = await host.dial(wanted);
						return {from, address, outcome};
					}),
				),
			);
			const results = await Promise.all(dials);
			assert.equal(results.length, 220);
			const expected = protocol === 'tcp' ? 'connected' : 'answered';
			assert.deepEqual(
				results.filter(({outcome}) => outcome !== expected),
				[],
			);
		});
	}

	test('a listener tells who came, from the address that was chosen', async () => {
		const {appliance, appsanywhere} = campus.hosts;
		const listener = await appliance.listen({protocol: 'tcp', port: 7001});
		const target = {protocol: 'tcp', port: 7001, address: '10.10.0.10'} as const;
		await appsanywhere.dial(target);
		await appsanywhere.dial({...target, sourceAddress: '10.30.0.11', sourcePort: 4000});
		assert.deepEqual(await listener.heard(2), ['10.30.0.10', '10.30.0.11']);
		await listener.close();
		assert.equal((await appsanywhere.dial(target)).outcome, 'refused');
	});

	test('a dial tells a refusal, silence, no route and an own rule apart', async () => {
		const {sql, stranger} = campus.hosts;
		await filter(sql, 'input', 'meta l4proto { tcp, udp } th dport 7100 drop');
		await filter(stranger, 'output', 'udp dport 7101 drop');
		const address = '10.60.0.11';
		const outcomes = await Promise.all([
			stranger.dial({protocol: 'tcp', port: 7102, address}),
			stranger.dial({protocol: 'udp', port: 7102, address}),
			stranger.dial({protocol: 'tcp', port: 7100, address}),
			stranger.dial({protocol: 'udp', port: 7100, address}),
			stranger.dial({protocol: 'tcp', port: 80, address: '10.250.0.1'}),
			stranger.dial({protocol: 'udp', port: 7101, address}),
		]);
		assert.deepEqual(
			outcomes.map(({outcome}) => outcome),
			['refused', 'refused', 'timeout', 'timeout', 'unreachable', 'blocked'],
		);
	});

	test('an open connection shows when it is cut', async () => {
		const {viewer, mail} = campus.hosts;
		await mail.listen({protocol: 'tcp', port: 7200});
		const connection = await viewer.connect({port: 7200, address: '2001:db8:61::25'});
		assert.equal(await connection.say('one'), 'answered');
		await filter(mail, 'input', 'tcp dport 7200 drop');
		assert.equal(await connection.say('two', 200), 'timeout');
		await connection.close();
		assert.equal(await connection.say('three'), 'closed');
	});

	test('what a host does to its files and its name stays in the host', async () => {
		const {appliance} = campus.hosts;
		const name = hostname();
		const script = [
			'mkdir -p /etc/analytics-setup /var/lib/analytics-setup /run/analytics-setup',
			'touch /etc/systemd/system/campus.service /etc/analytics-setup/campus',
			'hostname renamed && hostname',
		];
		const {stdout, stderr} = await appliance.run('sh', ['-ec', script.join('\n')]);
		assert.equal(stdout, 'renamed', stderr);
		assert.equal(hostname(), name);
		assert.equal(existsSync('/etc/systemd/system/campus.service'), false);
		assert.equal(existsSync('/etc/analytics-setup/campus'), false);
		assert.equal(readFileSync('/proc/self/mounts', 'utf8'), mounts);
	});

	test('a program gets its input and gives back its words and exit code', async () => {
		const {appliance} = campus.hosts;
		const script = 'cat; echo "$WORD" >&2; exit 7';
		const options = {input: 'in', env: {WORD: 'hello'}};
		assert.deepEqual(await appliance.run('sh', ['-c', script], options), {
			exitCode: 7,
			stdout: 'in',
			stderr: 'hello',
		});
		const {exitCode} = await appliance.run('sleep', ['60'], {timeout: 50});
		assert.equal(exitCode, undefined);
	});

	test('a program whose output is held open ends with its time', async () => {
		const {appliance} = campus.hosts;
		const {exitCode, stdout} = await appliance.run(
			'sh',
			['-c', 'echo here; setsid --fork sleep 60'],
			{timeout: 200},
		);
		assert.equal(exitCode, undefined);
		assert.equal(stdout, 'here');
	});

	test('support opens an SSH session on the appliance', async () => {
		const {support} = campus.hosts;
		const session = await support.run(...sshTo('10.10.0.10', 'echo $SSH_CONNECTION'));
		assert.match(session.stdout, /^10\.40\.0\.7 \d+ 10\.10\.0\.10 22$/, session.stderr);
	});

	test('a service that cannot start says why', async () => {
		const plan = {
			host: 'stranger',
			command: [process.execPath, '-e', 'throw new Error("no disk")'],
			files: {},
			question: {protocol: 'tcp', port: 1, address: '127.0.0.1'},
		} as const;
		await assert.rejects(startService(plan, campus.hosts.stranger), /no disk/);
	});
});

async function filter(host: Host, hook: 'input' | 'output', rule: string) {
	const table = `table inet test { chain ${hook} { type filter hook ${hook} priority 0; ${rule}; }; }`;
	const {exitCode, stderr} = await host.run('nft', ['-f', '-'], {input: table});
	assert.equal(exitCode, 0, stderr);
}
