import process from 'node:process';
import {addLayer} from '../campus/add-layer.js';
import {authorityPath, makeCertificates} from '../campus/certificates.js';
import {type Host, startHost} from '../campus/host.js';
import {hostPlans} from '../campus/hosts.js';
import {readPrograms} from '../campus/programs.js';
import {dns} from '../campus/services/dns.js';
import {startService} from '../campus/services/service.js';
import {mockSql} from '../campus/services/sql.js';
import {ssh} from '../campus/services/ssh.js';
import {ip} from '../campus/wiring.js';

/** Where the program stands on each appliance. */
export const programPath = '/usr/local/bin/analytics-setup';

/** As somebody has it who downloaded the executable. */
export const executable = `#!/bin/sh
exec '${process.execPath}' '${process.cwd()}/dist/cli.js' "$@"
`;

/** An appliance with its own sshd, and the address by which the controller reaches it. */
export type Appliance = {
	readonly name: string;
	readonly host: Host;
	readonly address: string;
};

/** Five appliances, and the host from which they are administered. */
export type Fleet = {
	readonly controller: Host;
	readonly appliances: readonly Appliance[];
	/** Takes away the cable of an appliance, or lays it again. */
	readonly setCable: (name: string, state: 'up' | 'down') => Promise<void>;
	readonly close: () => Promise<void>;
};

const count = 5;

/**
 * Wires the controller to each appliance by a cable of its own. It is their way to
 * everything else, and stands for the name server and the database of the site too.
 */
export async function openFleet(): Promise<Fleet> {
	const programs = await readPrograms();
	const names = Array.from({length: count}, (_, index) => `appliance-${index + 1}`);
	const [controller, ...hosts] = await Promise.all([
		startHost('controller', programs.agent),
		...names.map(name => startHost(name, programs.agent)),
	]);
	const close = async () => {
		await Promise.all([controller, ...hosts].map(host => host.close()));
	};
	const appliances = hosts.map((host, index) => ({
		...{name: host.name, host},
		address: `10.70.${index + 1}.10`,
	}));
	try {
		await wire(controller, hosts);
		await Promise.all([
			startServices(controller, hosts, programs.mockSql),
			startLogins(controller, hosts),
			...hosts.map(installProgram),
		]);
		const setCable: Fleet['setCable'] = (name, state) =>
			ip(controller, [`link set ${name} ${state}`]);
		return {controller, appliances, setCable, close};
	} catch (error) {
		await close();
		throw error;
	}
}

async function wire(controller: Host, hosts: readonly Host[]) {
	const {sql, dns: names} = hostPlans;
	await ip(controller, [
		'link set lo up',
		...[...sql.addresses, ...names.addresses].map(address =>
			address.includes(':')
				? `address add ${address}/128 dev lo nodad`
				: `address add ${address}/32 dev lo`,
		),
		...hosts.flatMap(({name, pid}, index) => [
			`link add ${name} type veth peer name eth0 netns ${pid}`,
			`address add 10.70.${index + 1}.1/24 dev ${name}`,
			`address add 2001:db8:70:${index + 1}::1/64 dev ${name} nodad`,
			`link set ${name} up`,
		]),
	]);
	await Promise.all(
		hosts.map((host, index) =>
			ip(host, [
				...['link set lo up', 'link set eth0 up'],
				`address add 10.70.${index + 1}.10/24 dev eth0`,
				`address add 2001:db8:70:${index + 1}::10/64 dev eth0 nodad`,
				`route add default via 10.70.${index + 1}.1`,
				`route add default via 2001:db8:70:${index + 1}::1`,
			]),
		),
	);
}

async function startServices(controller: Host, hosts: readonly Host[], program: string) {
	const certificates = await makeCertificates(controller);
	await Promise.all([
		startService(dns, controller),
		startService(mockSql(certificates, program), controller),
		...hosts.map(host => host.write(authorityPath, certificates.authority)),
	]);
}

/** In a layer of its own over the folder that all hosts share. */
async function installProgram(host: Host) {
	await addLayer(host, '/usr/local/bin');
	await host.write(programPath, executable, 0o755);
}

/** One key opens all of them, as a key of an administrator does. */
async function startLogins(controller: Host, hosts: readonly Host[]) {
	const [first = controller] = hosts;
	const plan = await ssh(first, [controller]);
	await Promise.all(hosts.map(host => startService(plan, host)));
}
