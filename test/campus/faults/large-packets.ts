import type {Campus} from '../campus.js';
import {forNames, makeCertificate} from '../certificates.js';
import type {Host} from '../host.js';
import type {Fault} from './fault.js';
import {addRules, filterOnTheWay} from './network.js';
import {runOn} from './run-on.js';
import {startSite} from './sites.js';

/**
 * A tunnel before the appliance takes no packet of more than 1400 bytes, and a firewall
 * keeps to itself what would tell the senders ("MTU black hole").
 */
async function narrowTheWay({router, hosts: {web}}: Campus): Promise<void> {
	await runOn(router, ['ip', 'link', 'set', 'appliance', 'mtu', '1400']);
	await addRules(
		router,
		'output',
		'icmp type destination-unreachable icmp code frag-needed drop',
		'icmpv6 type packet-too-big drop',
	);
	await sendEachSegment(web);
}

/** Makes a host send each segment as a packet of its own, as on a real cable. */
function sendEachSegment(host: Host): Promise<void> {
	return runOn(host, ['ethtool', '-K', 'eth0', 'tso', 'off', 'gso', 'off']);
}

/** A site whose certificate does not fit into one packet. */
async function startLargeSite(campus: Campus, name: string, address: string) {
	const made = await makeCertificate(campus.hosts.web, [
		...forNames([name], 'campus'),
		...['-addext', `nsComment=${'a long comment '.repeat(100)}`],
	]);
	await startSite(campus, {address, certificate: made, directives: 'return 200;'});
}

export const largePacketsLost: Fault = {
	name: 'large packets are lost on the way from a site',
	async bringAbout(campus) {
		const address = '198.51.100.151';
		await sendEachSegment(campus.hosts.web);
		await filterOnTheWay(campus, `ip saddr ${address} ip length > 1280 drop`);
		await startLargeSite(campus, 'bitbucket.org', address);
		return {names: {'bitbucket.org': [address]}};
	},
};

export const allLargePacketsLost: Fault = {
	name: 'large packets are lost on the way from everywhere',
	async bringAbout(campus) {
		await narrowTheWay(campus);
		await startLargeSite(campus, 'bitbucket.org', '198.51.100.152');
		await startLargeSite(campus, 'license.looker.com', '198.51.100.153');
		return {
			names: {
				'bitbucket.org': ['198.51.100.152'],
				'license.looker.com': ['198.51.100.153'],
			},
		};
	},
};
