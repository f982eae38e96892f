import {hostPlans} from '../hosts.js';
import type {Fault} from './fault.js';
import {addAddress, filterOnTheWay} from './network.js';
import {runOn} from './run-on.js';

const site = 'license.looker.com';

/** A firewall before one address of a site that does what nft calls by these words. */
function firewallBefore(address: string, name: string, action: string): Fault {
	const family = address.includes(':') ? 'ip6' : 'ip';
	return {
		name,
		async bringAbout(campus) {
			await addAddress(campus.hosts.web, address);
			await filterOnTheWay(campus, `${family} daddr ${address} ${action}`);
			return {names: {[site]: [address]}};
		},
	};
}

export const droppingFirewall = firewallBefore(
	'198.51.100.101',
	'a firewall that drops',
	'drop',
);

export const resettingFirewall = firewallBefore(
	'198.51.100.102',
	'a firewall that resets',
	'meta l4proto tcp reject with tcp reset',
);

export const prohibitingFirewall = firewallBefore(
	'198.51.100.103',
	'a firewall that says "administratively prohibited" over IPv4',
	'reject with icmp type admin-prohibited',
);

export const prohibitingFirewall6 = firewallBefore(
	'2001:db8:64::104',
	'a firewall that says "administratively prohibited" over IPv6',
	'reject with icmpv6 type admin-prohibited',
);

export const noRouteOnTheWay: Fault = {
	name: 'a router that knows no way',
	bringAbout: async () => ({names: {[site]: ['203.0.113.1']}}),
};

export const brokenIpv6BesideIpv4: Fault = {
	name: 'a firewall that drops IPv6 only',
	async bringAbout(campus) {
		const [ipv4] = hostPlans.web.addresses;
		await filterOnTheWay(campus, 'ip6 daddr 2001:db8:64::106 drop');
		return {names: {[site]: [ipv4, '2001:db8:64::106']}};
	},
};

export const nothingListens: Fault = {
	name: 'a host on which nothing listens',
	async bringAbout({hosts: {web}}) {
		await addAddress(web, '198.51.100.105');
		return {names: {[site]: ['198.51.100.105']}};
	},
};

export const silentTimeServer: Fault = {
	name: 'a firewall that drops datagrams',
	async bringAbout(campus) {
		await addAddress(campus.hosts.time, '10.63.0.101');
		await filterOnTheWay(campus, 'ip daddr 10.63.0.101 drop');
		return {answers: {time: {servers: ['10.63.0.101']}}};
	},
};

export const noTimeServer: Fault = {
	name: 'a host that is no time server',
	async bringAbout({hosts: {time}}) {
		await addAddress(time, '10.63.0.102');
		return {answers: {time: {servers: ['10.63.0.102']}}};
	},
};

export const prohibitingTimeFirewall: Fault = {
	name: 'a firewall that says "administratively prohibited" to a datagram',
	async bringAbout(campus) {
		await addAddress(campus.hosts.time, '2001:db8:63::103');
		const action = 'reject with icmpv6 type admin-prohibited';
		await filterOnTheWay(campus, `ip6 daddr 2001:db8:63::103 ${action}`);
		return {answers: {time: {servers: ['2001:db8:63::103']}}};
	},
};

/** A route that leads nowhere, as where there is no default route. */
export const noRouteHere: Fault = {
	name: 'an appliance that knows no way for a datagram',
	async bringAbout({hosts: {appliance}}) {
		await runOn(appliance, ['ip', 'route', 'add', 'throw', '203.0.113.2']);
		return {answers: {time: {servers: ['203.0.113.2']}}};
	},
};

export const noRouteToTimeServer: Fault = {
	name: 'a router that knows no way for a datagram',
	bringAbout: async () => ({answers: {time: {servers: ['203.0.113.1']}}}),
};
