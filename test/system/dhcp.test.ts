import assert from 'node:assert/strict';
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {after, before, suite, test} from 'node:test';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import type {Host} from '../campus/host.js';
import {campusSkip} from '../campus/need.js';

/** Puts the address that is offered on the interface, with the time that it is good for. */
const script = `#!/bin/sh
case $1 in
bound | renew) ip address replace "$ip/24" dev "$interface" valid_lft "$lease" preferred_lft "$lease" ;;
esac
`;

const server = [
	'--keep-in-foreground',
	'--port=0',
	'--conf-file=/dev/null',
	'--interface=appliance',
	'--bind-interfaces',
	'--dhcp-range=10.10.0.50,10.10.0.60,10m',
	'--dhcp-leasefile=/run/leases',
	'--dhcp-authoritative',
	'--log-dhcp',
	'--log-facility=-',
];

/** A program inside a host whose words can be waited for. */
function start(host: Host, file: string, arguments_: readonly string[]) {
	const [nsenter, inside] = host.enter(file, arguments_);
	const program = spawn(nsenter, inside, {stdio: ['ignore', 'ignore', 'pipe']});
	const lines = createInterface({input: program.stderr});
	const heard: string[] = [];
	lines.on('line', line => heard.push(line));
	return {
		program,
		/** Waits for a line after those that were waited for before. */
		async says(words: RegExp) {
			const signal = AbortSignal.timeout(10_000);
			for (;;) {
				const line = heard.shift();
				if (line === undefined) {
					await once(lines, 'line', {signal});
				} else if (words.test(line)) {
					return;
				}
			}
		},
	};
}

suite('DHCP under rules that let out only what is listed', {skip: campusSkip()}, () => {
	let campus: Campus;
	let programs: readonly ChildProcess[] = [];

	before(async () => {
		campus = await openCampus({services: ['dns']});
		await furnishAppliance(campus);
	});
	after(async () => {
		for (const program of programs) {
			program.kill('SIGKILL');
		}

		await campus.close();
	});

	test('a lease is got, renewed and got anew', async () => {
		const {hosts, router} = campus;
		await hosts.appliance.write('/etc/udhcpc.sh', script, 0o755);
		const dhcp = start(router, 'dnsmasq', server);
		await dhcp.says(/DHCP, IP range/);
		const client = start(hosts.appliance, 'udhcpc', [
			...['-f', '-i', 'eth0', '-s', '/etc/udhcpc.sh', '-t', '20', '-T', '1'],
		]);
		programs = [dhcp.program, client.program];
		await client.says(/lease of 10\.10\.0\.\d+ obtained/);
		// As it is in a server that gets its address so: no other IPv4 address.
		await hosts.appliance.run('ip', ['address', 'del', '10.10.0.10/24', 'dev', 'eth0']);
		const applied = await runProgram(campus, [
			...['apply', '--no-confirm', '--answers', answersPath],
		]);
		assert.equal(applied.exitCode, 0, applied.stderr);
		const {stdout: rules} = await hosts.appliance.run('nft', ['list', 'ruleset']);
		assert.match(rules, /udp sport 68 udp dport 67 .* accept/);

		client.program.kill('SIGUSR1');
		await client.says(/lease of 10\.10\.0\.\d+ obtained/);
		client.program.kill('SIGUSR2');
		await client.says(/entering released state/);
		client.program.kill('SIGUSR1');
		await client.says(/lease of 10\.10\.0\.\d+ obtained/);
	});
});
