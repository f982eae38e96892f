import type {Host} from './host.js';
import {type HostName, type HostPlan, hostPlans} from './hosts.js';

/** Links every host to the router: one cable each, the router as the way to the others. */
export async function wire(router: Host, hosts: Readonly<Record<HostName, Host>>) {
	const plans = Object.entries(hostPlans) as ReadonlyArray<readonly [HostName, HostPlan]>;
	await ip(router, [
		'link set lo up',
		...plans.flatMap(([name, plan]) => [
			`link add ${name} type veth peer name eth0 netns ${hosts[name].pid}`,
			...routerEnd(name, plan),
		]),
	]);
	await Promise.all(
		plans.map(([name, plan]) => ip(hosts[name], ['link set lo up', ...hostEnd(plan)])),
	);
}

/** Gives the end of a cable in the router its addresses. */
function routerEnd(name: HostName, plan: HostPlan): readonly string[] {
	return [
		`address add ${gateways(plan).ipv4}/24 dev ${name}`,
		`address add ${gateways(plan).ipv6}/64 dev ${name} nodad`,
		`link set ${name} up`,
	];
}

function hostEnd(plan: HostPlan): readonly string[] {
	return [
		'link set eth0 up',
		...plan.addresses.map(address =>
			address.includes(':')
				? `address add ${address}/64 dev eth0 nodad`
				: `address add ${address}/24 dev eth0`,
		),
		`route add default via ${gateways(plan).ipv4} src ${plan.addresses[0]}`,
		`route add default via ${gateways(plan).ipv6} src ${plan.addresses[1]}`,
	];
}

/** Takes the cable of a host away, and puts another one in its place. */
export async function rewire(
	router: Host,
	host: Host,
	name: HostName,
	/** Makes an interface of that name in the router, and an eth0 in the host. */
	lay: () => Promise<void>,
): Promise<void> {
	await ip(router, [`link delete ${name}`]);
	await lay();
	await ip(router, routerEnd(name, hostPlans[name]));
	await ip(host, hostEnd(hostPlans[name]));
}

/** The router is the first address of each subnet. */
const gateways = ({subnet, addresses: [ipv4]}: HostPlan) => ({
	ipv4: ipv4.replace(/\d+$/, '1'),
	ipv6: `2001:db8:${subnet}::1`,
});

/** Runs lines of ip(8) inside a host. */
export async function ip(host: Host, lines: readonly string[]) {
	const {exitCode, stderr} = await host.run('ip', ['-batch', '-'], {
		input: lines.join('\n'),
	});
	if (exitCode !== 0) {
		throw new Error(`The network of "${host.name}" could not be set up: ${stderr}`);
	}
}
